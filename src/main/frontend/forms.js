import { htmx } from './requests.js';

// Forms redraw themselves while one types. What has been typed since the request left, and where the cursor stands, is
// newer than the answer: it is put back into the field that has the focus.
let typing = null;

const isText = (field) => field.matches('textarea, input:not([type=checkbox], [type=radio], [type=file], [type=hidden])');

// Whether a form was changed after its request had left: the next request is on its way then, and brings a newer form.
let overtaken = false;

document.addEventListener('htmx:beforeRequest', ({ detail }) => {
  overtaken &&= !detail.target.matches('[data-form-body]');
});
document.addEventListener('change', ({ target }) => {
  overtaken ||= Boolean(target.closest?.('[data-form-body]'));
});
document.addEventListener('click', ({ target }) => {
  overtaken ||= Boolean(target.closest('[data-form-body] button[hx-post]'));
}, true);

document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  const field = document.activeElement;
  typing = null;
  if (!detail.target.matches('[data-form-body]')) {
    return;
  }
  if (overtaken) {
    keep(detail);
  } else if (!field.id || !detail.target.contains(field)) {
    return;
  } else if (field.matches('[type=date], [type=time]')) {
    // Day, month and year are typed one after the other, and no script can put back a half-typed date.
    keep(detail);
    field.addEventListener('blur', () => field.dispatchEvent(new Event('change', { bubbles: true })), { once: true });
  } else if (isText(field)) {
    typing = { id: field.id, text: field.value, start: field.selectionStart, end: field.selectionEnd };
  }
});

// The form stays as it is; only what tells this draft from an older one is taken over.
function keep(detail) {
  const answer = new DOMParser().parseFromString(detail.serverResponse, 'text/html');
  const version = answer.querySelector('[name=_draft]');
  const kept = detail.target.querySelector('[name=_draft]');
  if (version && kept) {
    kept.value = version.value;
    detail.shouldSwap = false;
  }
}

document.addEventListener('htmx:afterSwap', () => {
  const field = typing && document.getElementById(typing.id);
  if (field && !field.readOnly && !field.disabled) {
    const changed = field.value !== typing.text;
    field.value = typing.text;
    field.focus({ preventScroll: true });
    if (typing.start !== null) {
      field.setSelectionRange(typing.start, typing.end);
    }
    if (changed) {
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  typing = null;
});

// What is sent needs no draft any more: the answer to one would come after the thing it belongs to is done.
let sent = null;

document.addEventListener('submit', (event) => {
  const body = event.target.querySelector('[data-form-body]');
  if (body && !event.defaultPrevented) {
    sent = body;
    htmx.trigger(body, 'htmx:abort');
  }
});
document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.target === sent) {
    event.preventDefault();
  }
});
addEventListener('pageshow', () => { sent = null; });
