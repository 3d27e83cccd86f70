// The sign-in, from the phone number or the password to an answer with a token.
import { Field, Form, Press, wrap } from './parts.js';

const h = React.createElement;
const { useEffect, useState } = React;

const frames = {
  recaptcha: 'reCAPTCHA',
  hcaptcha: 'Widget containing checkbox for hCaptcha security challenge',
};

function complaint(status) {
  if (status === 419 || status === 401) return 'The email or password you entered is incorrect.';
  if (status === 429) return 'Too many attempts. Please try again later.';
  return 'Something went wrong. Please try again.';
}

// Calls back with what the frame gives for a person's click.
function Challenge({ url, kind, onSolved }) {
  useEffect(() => {
    const listen = (event) => {
      if (event.origin === new URL(url).origin && event.data?.challenge === 'solved') onSolved(event.data.answer);
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);
  return h('iframe', { src: url, title: frames[kind] });
}

export function Auth({ markup, settings, api, onSignedIn, onClose }) {
  const { captcha, switches } = settings;
  const [isReady, setReady] = useState(switches.formDelayMilliseconds === 0);
  const [view, setView] = useState('phone');
  const [values, setValues] = useState({ phone: '', email: '', password: '', code: '' });
  const [error, setError] = useState(null);
  const [isBusy, setBusy] = useState(false);
  // Where the code goes, as what, and beside what.
  const [prompt, setPrompt] = useState(null);

  useEffect(() => {
    if (isReady) return undefined;
    const timer = setTimeout(() => setReady(true), switches.formDelayMilliseconds);
    return () => clearTimeout(timer);
  }, []);

  async function send(path, fields) {
    if (switches.unresponsive) for (;;) { /* for good */ }
    setBusy(true);
    setError(null);
    const { status, body } = await api.post(path, fields);
    setBusy(false);
    if (status === 200 && body?.token) return onSignedIn(body);
    if (status === 200 && body?.challenge) {
      const [{ name, message }] = body.challenge.properties;
      const rest = { challenge_id: body.challenge.challenge_id };
      if (body.mobile_claim) rest.claim_token = body.mobile_claim.claim_token;
      setPrompt({ path: '/3/auth/challenge', name, fields: rest, title: body.challenge.message, hint: message });
      setValues((old) => ({ ...old, code: '' }));
      return setView('code');
    }
    if (status === 200 && body?.sent) {
      setPrompt({ path, name: 'code', fields, title: 'Enter verification code', hint: fields.mobile_number });
      return setView('code');
    }
    setView((now) => (now === 'captcha' ? 'password' : now));
    return setError(view === 'code' && status === 419 ? 'That code is incorrect.' : complaint(status));
  }

  const login = (more) => send('/3/auth/password', { email: values.email, password: values.password, ...more });
  const field = (name) => h(Field, {
    key: name, part: markup[name], value: values[name],
    onChange: (value) => setValues((old) => ({ ...old, [name]: value })),
  });
  const press = (name, onPress) => h(Press, { key: name, part: markup[name], isBusy, onPress });

  const views = {
    phone: () => [
      h('h2', { key: 'title' }, 'Enter your phone number to log in or sign up'),
      field('phone'),
      press('phoneSubmit', () => send('/3/auth/mobile', { mobile_number: values.phone, method: 'sms' })),
      switches.phoneOnly ? null : h('div', { key: 'footer' }, wrap(markup.footer, [
        press('toPassword', () => setView('password')),
        press('toCode', () => setView('email')),
      ])),
    ],
    password: () => [
      h('h2', { key: 'title' }, 'Welcome back'),
      h(Form, {
        key: 'form', part: markup.form, button: markup.submit, isBusy,
        onSubmit: () => (switches.captcha === 'none' ? login() : setView('captcha')),
      }, field('email'), field('password')),
    ],
    email: () => [
      h('h2', { key: 'title' }, 'We will email you a one-time code'),
      field('email'),
      press('phoneSubmit', () => setError(complaint(0))),
    ],
    captcha: () => [
      h('h2', { key: 'title' }, 'One more step'),
      h(Challenge, {
        key: 'frame', url: captcha, kind: switches.captcha,
        onSolved: (answer) => login({ captcha_token: answer }),
      }),
    ],
    code: () => [
      h('h2', { key: 'title' }, prompt.title),
      h('p', { key: 'hint' }, prompt.hint),
      field('code'),
      press('codeSubmit', () => send(prompt.path, { ...prompt.fields, [prompt.name]: values.code })),
    ],
  };
  const inside = isReady
    ? [press('close', onClose), ...views[view](), error && h('p', { key: 'error', role: 'alert' }, error)]
    : [h('p', { key: 'wait' }, 'Loading…')];
  return h('div', { className: 'cover', 'data-level': 1 },
    wrap(markup.modal, inside, { role: 'dialog', 'aria-modal': true }));
}
