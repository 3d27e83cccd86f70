// Fields that ask for an address for other reasons: none of them is to be filled in.
import { after, bustle, make, report, signIn } from './plain.js';

const email = (attributes) => make('input', { type: 'email', placeholder: 'Email', input: () => report('decoy'), ...attributes });
const decoy = (button, ...parts) => make('form', {
  submit: (event) => {
    event.preventDefault();
    report('decoy');
  },
}, ...parts, make('button', {}, button));

const search = decoy('Go', make('input', { type: 'text', name: 'q', placeholder: 'Search restaurants' }));
const news = decoy('Subscribe', make('h3', {}, 'News by e-mail'), email({ name: 'newsletter' }));
const gift = decoy('Send', make('h3', {}, 'A gift card'), email({ placeholder: 'Their email address' }),
  make('input', { type: 'text', placeholder: 'Promo code' }));

// It comes by itself, and asks for an address too.
function offer() {
  const cover = make('div.cover', {}, make('div', { role: 'dialog' },
    make('button', { 'aria-label': 'Close', click: () => cover.remove() }, '×'),
    decoy('Sign up', make('h3', {}, 'Ten per cent off your first dinner'), email({ name: 'offer' }))));
  return cover;
}

async function open() {
  report('opened/1');
  await after(300);
  const address = make('input', { type: 'email', id: 'address' });
  const password = make('input', { type: 'password', id: 'secret' });
  const words = make('p', { role: 'alert' });
  const submit = async (event) => {
    event.preventDefault();
    words.textContent = await signIn(address.value, password.value) ?? '';
    if (!words.textContent) cover.remove();
  };
  const cover = make('div.cover', {}, make('div', { role: 'dialog' }, make('form', { submit },
    make('label', { for: 'address' }, 'Email'), address, make('label', { for: 'secret' }, 'Password'), password,
    make('button', {}, 'Log in'), words)));
  document.body.append(cover);
}

document.getElementById('root').append(
  make('header', {}, search, make('button', { click: open }, 'Log in')),
  make('main', {}, make('h1', {}, 'Dinner, sorted'), gift, bustle()), make('footer', {}, news));
document.body.append(offer());
