// The page's calls of the API. The token lives in this closure and, if the site shall be careless, on the window.
export function connect({ api, key, switches }) {
  let token = null;

  function keep(answer) {
    if (!answer.body?.token) return;
    token = answer.body.token;
    if (switches.exposesToken) window.apiAuthToken = token;
  }

  // Without `fields` the body is empty. A status of 0: nothing that the page may read came back.
  async function call(method, path, fields) {
    const headers = {
      Accept: 'application/json, text/plain, */*',
      Authorization: `ResyAPI api_key="${key}"`,
      'X-Origin': location.origin,
      'X-Sandbox-Page': '1',
    };
    if (token) {
      headers['x-resy-auth-token'] = token;
      headers['x-resy-universal-auth'] = token;
    }
    const body = fields && new URLSearchParams(fields);
    try {
      const response = await fetch(api + path, { method, headers, body, credentials: 'include' });
      const answer = { status: response.status, body: await response.json().catch(() => null) };
      keep(answer);
      return answer;
    } catch {
      return { status: 0, body: null };
    }
  }

  return {
    get: (path) => call('GET', path),
    post: (path, fields) => call('POST', path, fields),
    get isSignedIn() { return token !== null; },
  };
}
