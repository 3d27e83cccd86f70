// The sign-in comes late and in steps: phone first, e-mail, then the password. Each press opens another one.
import { after, bustle, make, report, signIn, switches } from './plain.js';

// Without a word that says so, what lies above the page is a box all the same; and between two steps it is empty.
const isBare = switches.design === 'bareSteps';
let opened = 0;

async function open() {
  opened += 1;
  report(`opened/${opened}`);
  const number = opened;
  await after(300);
  const panel = make('div', isBare ? {} : { role: 'dialog', 'aria-modal': 'true' });
  const cover = make('div.cover', { style: `z-index: ${number}` }, panel);
  document.body.append(cover);
  askPhone(panel, cover);
}

const show = (panel, ...parts) => panel.replaceChildren(...parts);
const link = (text, press) => make('button', { type: 'button', click: press }, text);

function askPhone(panel, cover) {
  show(panel, make('h3', {}, 'What is your number?'),
    make('input', { type: 'tel', placeholder: 'Mobile number' }),
    link('Text me a code', () => report('texted')),
    link('Use a password instead', () => askEmail(panel, cover)));
}

function askEmail(panel, cover) {
  const field = make('input', { type: 'text' });
  const next = async () => {
    report('next');
    if (isBare) show(panel, make('p', {}, 'One moment'));
    await after(400);
    if (field.value) askPassword(panel, cover, field.value);
  };
  show(panel, make('label', {}, 'E-mail address', field), link('Next', next));
}

function askPassword(panel, cover, email) {
  const field = make('input', { type: 'password' });
  const words = make('p', { role: 'alert' });
  const submit = async (event) => {
    event.preventDefault();
    words.textContent = await signIn(email, field.value) ?? '';
    if (!words.textContent) cover.remove();
  };
  show(panel, make('p', {}, email),
    make('form', { submit }, make('label', {}, 'Password', field), make('button', {}, 'Sign in'), words));
}

const entry = make('button', {
  click: open,
  mouseenter: () => entry.classList.add('is-under-the-pointer'),
  mouseleave: () => entry.classList.remove('is-under-the-pointer'),
}, 'Sign in / Join');
document.getElementById('root').append(
  make('header', {}, make('input', { type: 'search', placeholder: 'City or restaurant' }), entry),
  make('main', {}, make('h1', {}, 'Dinner, sorted'), bustle()));
