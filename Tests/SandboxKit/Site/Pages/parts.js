// Elements made from a markup's data.
const h = React.createElement;

// `children` inside the elements of `names`, outermost first.
export function wrap(names, children, outer = {}) {
  return names.reduceRight((inner, name, index) => {
    const [tag, ...classes] = name.split('.');
    const named = classes.length ? { className: classes.join(' ') } : {};
    return h(tag, { ...named, ...(index === 0 ? outer : {}) }, ...[inner].flat());
  }, children);
}

export function Press({ part, onPress, isBusy = false }) {
  const { tag, text, ...rest } = part;
  if (tag === 'button') rest.disabled = isBusy;
  const press = (event) => {
    event.preventDefault();
    onPress();
  };
  return h(tag, { type: tag === 'button' ? 'button' : undefined, ...rest, onClick: press }, text);
}

// Controlled: what is in it is what React's state says, so a value set from outside is gone at the next render.
export function Field({ part, value, onChange }) {
  const { tag, label, ...rest } = part;
  const input = h(tag, { ...rest, value, onChange: (event) => onChange(event.target.value) });
  return label ? h('div', null, h('label', { htmlFor: rest.id }, label), input) : input;
}

// A form with its button. Without a form element it is the button alone that submits.
export function Form({ part, button, isBusy, onSubmit, children }) {
  const { tag, ...rest } = part;
  if (tag !== 'form') return h(tag, rest, children, h(Press, { part: button, isBusy, onPress: onSubmit }));
  const submit = (event) => {
    event.preventDefault();
    onSubmit();
  };
  const { tag: inner, text, ...attributes } = button;
  const last = h(inner, { ...attributes, type: 'submit', disabled: isBusy }, text);
  return h(tag, { ...rest, noValidate: true, onSubmit: submit }, children, last);
}
