// The print page's button. Without this file it stays hidden, and the browser's own menu prints.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => document.fonts.ready.then(() => print()));
}
