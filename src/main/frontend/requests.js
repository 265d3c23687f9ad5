// htmx as we allow it, the token against forged requests, and a sentence when a request fails.
import htmx from 'htmx.org';
import { announce } from './announce.js';

Object.assign(htmx.config, {
  allowEval: false,
  includeIndicatorStyles: false,
  allowScriptTags: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  scrollBehavior: 'auto',
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '422', swap: true },
    { code: '[45]..', swap: false, error: true },
  ],
});

document.addEventListener('htmx:configRequest', ({ detail }) => {
  const token = document.querySelector('meta[name=csrf]');
  if (token && detail.verb !== 'get') {
    detail.headers[token.dataset.header] = token.content;
  }
});

document.addEventListener('htmx:responseError', ({ detail }) => {
  const page = new DOMParser().parseFromString(detail.xhr.responseText, 'text/html');
  announce(page.querySelector('h1')?.textContent ?? sentence('failed'), 'bad');
});
document.addEventListener('htmx:sendError', () => announce(sentence('offline'), 'bad'));

// Filters send themselves where the form says so; the button stays for those without a script.
document.addEventListener('change', ({ target }) => {
  target.closest?.('form[data-auto]')?.requestSubmit();
});

function sentence(name) {
  return document.getElementById('live')?.dataset[name] ?? '';
}

export { htmx };
