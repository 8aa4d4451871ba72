// The page that says that the journal is busy looks again by itself; not everybody in the same second. In a tab that nobody sees it waits.

const SOONEST = 10000;
const SPREAD = 8000;

const look = () => location.reload();

// The page is the same for everybody: only here is known which one was wanted.
document.getElementById('again').setAttribute('href', location.pathname + location.search);

setTimeout(() => {
  if (!document.hidden) look();
  else document.addEventListener('visibilitychange', look, { once: true });
}, SOONEST + Math.random() * SPREAD);
