// What each version of the site calls its parts: tag, text, and attributes as React names them.
// `wrap` lists the elements around a group, outermost first: tag or tag.classes.

const v1 = {
  bar: ['div.ResyNav__right-wrapper', 'resy-menu-container', 'div.MenuContainer--desktop'],
  search: { tag: 'input', type: 'text', placeholder: 'Search restaurants, cuisines, etc.' },
  menu: { tag: 'button', text: 'Menu', 'data-test-id': 'menu_container-button-menu' },
  login: {
    tag: 'button', text: 'Log in', className: 'Button Button--login',
    'data-test-id': 'menu_container-button-log_in',
  },
  profile: {
    tag: 'button', text: '', 'aria-label': 'Account menu', 'data-test-id': 'menu_container-button-profile_photo',
  },
  modal: ['div.ReactModal__Content', 'div.AuthContainer', 'div.AuthView'],
  close: { tag: 'button', text: '×', 'aria-label': 'Close', className: 'AuthView__Close' },
  phone: { tag: 'input', type: 'tel', name: 'mobile_number', placeholder: 'Phone Number', autoComplete: 'tel' },
  phoneSubmit: { tag: 'button', text: 'Continue', className: 'Button Button--primary' },
  footer: ['div.AuthView__Footer'],
  toPassword: { tag: 'button', text: 'Log in with email & password', className: 'SmsViewSignInButton' },
  toCode: { tag: 'button', text: 'Log in with email & one-time code', className: 'SmsViewSignInButton' },
  form: { tag: 'form', name: 'login_form' },
  email: { tag: 'input', type: 'email', id: 'email', name: 'email', label: 'Email' },
  password: { tag: 'input', type: 'password', id: 'password', name: 'password', label: 'Password' },
  submit: { tag: 'button', type: 'submit', text: 'Continue', className: 'Button Button--primary' },
  code: { tag: 'input', type: 'text', name: 'code', inputMode: 'numeric', label: 'Code', id: 'code' },
  codeSubmit: { tag: 'button', text: 'Verify', className: 'Button Button--primary' },
};

const v2 = {
  bar: ['div.TopNav__actions'],
  search: { tag: 'input', type: 'search', placeholder: 'Search restaurants' },
  menu: { tag: 'button', text: '☰', 'aria-label': 'Open menu', className: 'TopNav__burger' },
  login: { tag: 'a', href: '#', text: 'Sign in', className: 'TopNav__link' },
  profile: { tag: 'button', text: 'SE', title: 'Your profile', className: 'TopNav__avatar' },
  modal: ['section.Dialog', 'div.SignInPanel'],
  close: { tag: 'button', text: 'Close', className: 'Dialog__dismiss' },
  phone: { tag: 'input', type: 'tel', id: 'field-3', label: 'Mobile number' },
  phoneSubmit: { tag: 'button', text: 'Text me a code', className: 'Cta' },
  footer: ['div.SignInPanel__alternatives', 'p'],
  toPassword: { tag: 'a', href: '#', text: 'Use Email and Password instead', className: 'TextLink' },
  toCode: { tag: 'a', href: '#', text: 'Use Email and Code instead', className: 'TextLink' },
  form: { tag: 'form', className: 'SignInPanel__form' },
  email: { tag: 'input', type: 'text', id: 'field-7', label: 'Email address' },
  password: { tag: 'input', type: 'password', id: 'field-8', label: 'Your password' },
  submit: { tag: 'button', text: 'Sign in', className: 'Cta' },
  code: { tag: 'input', type: 'text', id: 'field-9', label: 'Six digits' },
  codeSubmit: { tag: 'button', text: 'Submit', className: 'Cta' },
};

const key = (text) => ({ tag: 'div', role: 'button', tabIndex: 0, text });
const v3 = {
  bar: ['div'],
  search: { tag: 'input', type: 'text', placeholder: 'Search restaurants', 'aria-label': 'Search' },
  menu: { ...key(''), 'aria-label': 'Menu' },
  login: { ...key('Log In'), 'aria-label': 'Log In' },
  profile: { ...key(''), 'aria-label': 'Profile photo' },
  modal: ['div', 'div'],
  close: { ...key('×'), 'aria-label': 'Close' },
  phone: { tag: 'input', type: 'tel', autoComplete: 'tel', placeholder: 'Phone' },
  phoneSubmit: key('Next'),
  footer: ['div'],
  toPassword: key('Log in with email & password'),
  toCode: key('Log in with email & one-time code'),
  form: { tag: 'div' },
  email: { tag: 'input', type: 'text', autoComplete: 'username', placeholder: 'Email' },
  password: { tag: 'input', type: 'password', autoComplete: 'current-password', placeholder: 'Password' },
  submit: { ...key('Log In'), 'aria-label': 'Log In' },
  code: { tag: 'input', type: 'text', autoComplete: 'one-time-code', placeholder: 'Code' },
  codeSubmit: key('Verify'),
};

export const markups = { v1, v2, v3 };
