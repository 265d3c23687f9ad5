// Where the reader is after a part of the page was replaced.
import { announce } from './announce.js';

document.addEventListener('htmx:afterSettle', ({ detail }) => {
  const part = detail.elt;
  announce(part.querySelector('[data-announce]')?.dataset.announce ?? part.dataset.announce);
  const goal = part.querySelector('.problems, [data-focus]');
  if (goal) {
    goal.focus();
  } else if (document.activeElement === document.body && part.tabIndex >= 0) {
    part.focus({ preventScroll: true });
  }
});

// What was wrong is read first.
document.querySelector('.problems')?.focus();

// A message that came with the address is not said again on reload.
const address = new URL(location.href);
if (address.searchParams.has('said')) {
  address.searchParams.delete('said');
  history.replaceState(history.state, '', address);
}

// A drawn process shows where the case stands first.
for (const diagram of document.querySelectorAll('.diagram')) {
  const here = diagram.querySelector('.here');
  if (here) {
    diagram.scrollLeft = here.getBoundingClientRect().left - diagram.getBoundingClientRect().left - diagram.clientWidth / 2;
  }
}

// An open menu closes with Escape and by a click elsewhere.
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && document.activeElement.closest('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
document.addEventListener('click', ({ target }) => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    menu.open = menu.contains(target);
  }
});
