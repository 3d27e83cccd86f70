// Every part is a component with a shadow tree of its own.
import { bustle, make, report, signIn } from './plain.js';

const style = () => make('style', {}, 'input, button { font: inherit; padding: 8px; margin: 4px; }');

class TextBox extends HTMLElement {
  connectedCallback() {
    this.field = make('input', { type: this.getAttribute('kind'), id: 'inner' });
    this.attachShadow({ mode: 'open' })
      .append(style(), make('label', { for: 'inner' }, this.getAttribute('label')), this.field);
  }

  get value() { return this.field.value; }
}

class SignInForm extends HTMLElement {
  connectedCallback() {
    const email = make('text-box', { kind: 'text', label: 'Email' });
    const password = make('text-box', { kind: 'password', label: 'Password' });
    const words = make('p', { role: 'alert' });
    const press = async () => {
      words.textContent = await signIn(email.value, password.value) ?? '';
      if (!words.textContent) this.remove();
    };
    const panel = make('div', {}, make('h2', {}, 'Welcome back'), email, password,
      make('button', { type: 'button', click: press }, 'Continue'), words);
    panel.style = 'margin: 80px auto; padding: 24px; width: 340px; background: #fff';
    this.attachShadow({ mode: 'open' }).append(style(), panel);
  }
}

class SiteBar extends HTMLElement {
  connectedCallback() {
    const open = () => {
      report('opened/1');
      document.body.append(make('sign-in-form.cover', { role: 'dialog' }));
    };
    this.attachShadow({ mode: 'open' })
      .append(style(), make('input', { type: 'search' }), make('button', { click: open }, 'Log in'));
  }
}

customElements.define('text-box', TextBox);
customElements.define('sign-in-form', SignInForm);
customElements.define('site-bar', SiteBar);
document.getElementById('root').append(
  make('site-bar'), make('main', {}, make('h1', {}, 'Dinner, sorted'), bustle()));
