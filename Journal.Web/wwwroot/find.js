// The search box: Ctrl+K opens it, the arrows walk what was found, Enter opens the first. What is found, the page itself draws.

const box = () => document.getElementById('find');
const links = () => [...box().querySelectorAll('a')];

addEventListener('keydown', (event) => {
  if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !box()) return;
  event.preventDefault();
  box().showPopover();
  box().querySelector('input').select();
});

document.addEventListener('keydown', (event) => {
  if (!event.target.closest?.('#find')) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const stops = [box().querySelector('input'), ...links()];
    stops[(stops.indexOf(event.target) + step + stops.length) % stops.length].focus();
  }
  if (event.key === 'Enter' && event.target.matches('input')) links()[0]?.click();
});

document.addEventListener('click', (event) => {
  if (event.target.closest('#find a')) box().hidePopover();
});
