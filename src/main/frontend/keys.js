// Single keys: `data-key="a"` on a button, a link or a field; j and k move in lists marked `data-list`.
// Never in a text field, never with Ctrl, Alt or Meta, and not at all with `data-keys="off"` on <html>.

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing
      || document.documentElement.dataset.keys === 'off' || document.querySelector('dialog[open]')
      || typing(event.target)) {
    return;
  }
  const target = document.querySelector('[data-list]') && { j: 1, k: -1 }[event.key]
    ? neighbour({ j: 1, k: -1 }[event.key])
    : marked(event.key);
  if (!target) {
    return;
  }
  event.preventDefault();
  if (event.key === 'j' || event.key === 'k' || target.matches('input:not([type=submit]), textarea, select')) {
    target.focus();
  } else {
    target.click();
  }
});

function typing(element) {
  return element.isContentEditable
    || element.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])');
}

function marked(key) {
  return [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)]
    .find((element) => element.checkVisibility() && !element.disabled && element.ariaDisabled !== 'true');
}

function neighbour(step) {
  const list = document.activeElement.closest('[data-list]') ?? document.querySelector('[data-list]');
  const stops = [...list.children].map((item) => item.querySelector('a.cover') ?? item.querySelector('a, button, input')).filter(Boolean);
  const now = stops.findIndex((stop) => stop.closest('[data-list] > *').contains(document.activeElement));
  const start = now >= 0 ? now : stops.findIndex((stop) => stop.ariaCurrent);
  return stops[Math.min(Math.max(start + step, 0), stops.length - 1)];
}
