// For pages without a framework: elements, the call that signs in, and what is told to whoever watches the site.
import { connect } from './api.js';

const settings = JSON.parse(document.getElementById('settings').textContent);
export const { switches } = settings;
const api = connect(settings);

// `make('p.note', { title: 'x' }, 'text')`; a member that is a function listens.
export function make(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else element.setAttribute(key, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

export const after = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

// The site's log has it as a visit.
export const report = (what) => fetch(`/seen/${what}`);

// What to say to the one who filled in the form; null once they are signed in.
export async function signIn(email, password) {
  const { status, body } = await api.post('/3/auth/password', { email, password });
  if (status !== 200 || !body?.token) return 'That did not work.';
  const user = await api.get('/2/user');
  document.querySelector('h1').textContent = `Hello, ${user.body?.first_name}`;
  return null;
}

// Something small changes ten times a second: pictures, a figure, what the pointer does to a button.
export function bustle() {
  const figure = make('output', {}, '0');
  const dots = [0, 1, 2, 3].map((n) => make('button.dot', { 'aria-label': `Picture ${n + 1}` }));
  let count = 0;
  setInterval(() => {
    count += 1;
    figure.textContent = `${4000 + count} tables booked today`;
    dots.forEach((dot, n) => dot.classList.toggle('is-on', n === count % 4));
  }, 100);
  return make('section', {}, make('h2', {}, 'Tonight near you'), make('div', {}, ...dots),
    make('button', {}, 'Next'), figure);
}
