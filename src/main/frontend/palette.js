// Ctrl+K: everything one may do on this page, found by typing. `?` shows the same list, so keys can be learnt.

document.addEventListener('keydown', (event) => {
  const dialog = document.getElementById('palette');
  if (dialog && (event.ctrlKey || event.metaKey) && event.key === 'k') {
    event.preventDefault();
    show(dialog);
  }
});
document.addEventListener('click', ({ target }) => {
  if (target.closest('[data-palette]')) {
    show(document.getElementById('palette'));
  }
});

function show(dialog) {
  const [input, list] = [dialog.querySelector('input'), dialog.querySelector('ul')];
  const offers = [...document.querySelectorAll('.nav a, [data-key], main .actions a, main .actions button, .menu a')]
    .filter((element) => !element.disabled && !dialog.contains(element));
  const fill = () => {
    const wanted = input.value.trim().toLowerCase();
    list.replaceChildren(...offers.filter((offer) => name(offer).toLowerCase().includes(wanted)).map((offer) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: name(offer) });
      button.className = 'quiet';
      if (offer.dataset.key) {
        button.append(Object.assign(document.createElement('kbd'), { textContent: offer.dataset.key }));
      }
      button.onclick = () => {
        dialog.close();
        offer[offer.matches('input') ? 'focus' : 'click']();
      };
      const item = document.createElement('li');
      item.append(button);
      return item;
    }));
  };
  input.value = '';
  input.oninput = fill;
  input.onkeydown = (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      list.querySelector('button')?.click();
    }
  };
  fill();
  dialog.showModal();
}

function name(element) {
  const label = element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent;
  return label.replace(element.querySelector('kbd')?.textContent ?? '\n', '').replace(/\s+/g, ' ').trim();
}
