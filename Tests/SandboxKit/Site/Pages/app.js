// The page: its bar, what covers it, and who is signed in.
import { connect } from './api.js';
import { Auth } from './auth.js';
import { markups } from './markups.js';
import { Field, Press, wrap } from './parts.js';

const h = React.createElement;
const { useEffect, useState } = React;

const settings = JSON.parse(document.getElementById('settings').textContent);
const { switches } = settings;
const markup = markups[switches.markup];
const api = connect(settings);

function CookieBanner({ onDone }) {
  return h('div', { id: 'user-consent-management-granular-banner-overlay', className: 'cover', 'data-level': 3 },
    h('div', { role: 'dialog', 'aria-label': 'Cookie preferences' },
      h('p', null, 'We use cookies and similar technologies.'),
      h('button', { onClick: onDone }, 'Accept all'),
      h('button', { onClick: onDone }, 'Reject all')));
}

function Announcement({ onDone }) {
  return h('div', { className: 'AnnouncementModal cover', 'data-level': 2 },
    h('div', { role: 'dialog' },
      h('button', { className: 'AnnouncementModal__icon-close', 'aria-label': 'Close', onClick: onDone }, '×'),
      h('p', null, 'Introducing the new Resy.')));
}

function Bar({ diner, onLogin }) {
  const hidesLogin = switches.menuFirst || switches.markup === 'v3' || window.innerWidth < 768;
  const [isOpen, setOpen] = useState(!hidesLogin);
  const [query, setQuery] = useState('');
  const entry = diner ? h(Press, { part: markup.profile, onPress: () => {} })
    : isOpen ? h(Press, { part: markup.login, onPress: onLogin })
      : h(Press, { part: markup.menu, onPress: () => setOpen(true) });
  return h('header', null,
    h(Field, { part: markup.search, value: query, onChange: setQuery }),
    wrap(markup.bar, entry));
}

function App() {
  const [diner, setDiner] = useState(null);
  const [count, setCount] = useState(null);
  const [isLoggingIn, setLoggingIn] = useState(false);
  const [covers, setCovers] = useState({ cookies: switches.cookieBanner, news: switches.announcement });

  async function welcome() {
    const user = await api.get('/2/user');
    if (user.status !== 200) return;
    setDiner(user.body);
    const list = await api.get('/3/user/reservations?limit=10&offset=1&type=upcoming');
    setCount(list.body?.reservations?.length ?? null);
  }

  async function signedIn() {
    if (switches.redirectsAfterLogin) return location.assign('/account');
    setLoggingIn(false);
    if (switches.alerts) window.alert('Welcome back!');
    return welcome();
  }

  useEffect(() => {
    if (switches.alerts) window.alert('Resy has a new look.');
    api.post('/3/auth/refresh').then(() => {
      api.get('/3/location/config');
      if (api.isSignedIn) welcome();
    });
  }, []);

  const path = location.pathname;
  if (path === '/login-frame') return h(Auth, { markup, settings, api, onSignedIn: welcome, onClose: () => {} });
  const inFrame = switches.formFrame !== 'none';
  return h('div', null,
    h(Bar, { diner, onLogin: () => setLoggingIn(true) }),
    h('main', null,
      h('h1', null, diner ? `Hello, ${diner.first_name}` : 'Right this way'),
      path.startsWith('/account') && count !== null && h('p', null, `Upcoming reservations: ${count}`)),
    isLoggingIn && inFrame && h('div', { className: 'cover', 'data-level': 1 },
      h('div', { className: 'frame-box', role: 'dialog', 'aria-modal': true },
        h('iframe', { className: 'form-frame', src: settings.frame, title: 'Log in' }))),
    isLoggingIn && !inFrame && h(Auth, { markup, settings, api, onSignedIn: signedIn, onClose: () => setLoggingIn(false) }),
    covers.news && h(Announcement, { onDone: () => setCovers((old) => ({ ...old, news: false })) }),
    covers.cookies && h(CookieBanner, { onDone: () => setCovers((old) => ({ ...old, cookies: false })) }));
}

async function start() {
  if (switches.serviceWorker) {
    // From here on every call goes through it.
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
    }
  }
  ReactDOM.createRoot(document.getElementById('root')).render(h(App));
}

start();
