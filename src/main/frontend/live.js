// News from the server: `data-live="/tasks/news"` opens one stream of server-sent events for the page.
// Each message is the name of what changed; parts of the page hear it by `hx-trigger="tasks from:body"`.
import { htmx } from './requests.js';

const source = document.querySelector('[data-live]')?.dataset.live;
let stream;

function open() {
  let before = false;
  stream = new EventSource(source);
  stream.onmessage = ({ data }) => htmx.trigger(document.body, data);
  stream.onopen = () => {
    // What happened while the line was down is not told again, so everything asks anew.
    if (before) {
      htmx.trigger(document.body, 'reconnected');
    }
    before = true;
  };
}

if (source) {
  addEventListener('pageshow', open);
  addEventListener('pagehide', () => stream?.close());
}
