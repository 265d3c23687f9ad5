// Forms redraw themselves while one types. What has been typed since the request left, and where the cursor stands, is
// newer than the answer: it is put back into the field that has the focus.
let typing = null;

const isText = (field) => field.matches('textarea, input:not([type=checkbox], [type=radio], [type=file], [type=hidden])');

document.addEventListener('htmx:beforeSwap', (event) => {
  const field = document.activeElement;
  typing = null;
  if (field?.id && isText(field) && event.detail.target.matches('[data-form-body]') && event.detail.target.contains(field)) {
    typing = { id: field.id, text: field.value, start: field.selectionStart, end: field.selectionEnd };
  }
});

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
