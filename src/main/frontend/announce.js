// Says something to everybody: aloud by the live region and, with a tone, in sight for some seconds.
export function announce(text, tone) {
  const live = document.getElementById('live');
  if (!live || !text) {
    return;
  }
  live.textContent = '';
  requestAnimationFrame(() => { live.textContent = text; });
  if (tone) {
    const toast = Object.assign(document.createElement('p'), { className: 'flash toast', textContent: text });
    toast.dataset.tone = tone;
    document.body.append(toast);
    setTimeout(() => toast.remove(), 8000);
  }
}
