// Everything a page of Handsel does in the browser. Pages work without it.
import './requests.js';
import './focus.js';
import './forms.js';
import './keys.js';
import './live.js';
import './palette.js';
