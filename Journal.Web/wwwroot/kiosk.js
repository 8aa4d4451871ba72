// A browser that stands where families pass by. After some time without a touch it counts down, signs out by itself and forgets everything; the server
// does the same a little later. Nothing of a page is shown by going back.

const WARNING = 20000;
const TELL_EVERY = 10000;
const PATIENCE = 5000;
const root = document.documentElement;
const idle = Number(root.dataset.kiosk) * 1000;
const warning = Math.min(WARNING, idle / 2);

// A page that loads itself anew, because its server was away, was not touched by that.
const KEY = 'journal-touched';
const isReload = performance.getEntriesByType('navigation')[0]?.type === 'reload';
let touched = (isReload && Number(sessionStorage.getItem(KEY))) || Date.now();
let told = touched;
let isLeaving = false;
let focused = null;

const dialog = () => document.getElementById('kiosk-end');
const form = () => document.querySelector('form[data-kiosk-out]');

async function forget() {
  sessionStorage.clear();
  localStorage.clear();
  for (const name of await globalThis.caches?.keys() ?? []) await caches.delete(name);
  for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  for (const worker of await navigator.serviceWorker?.getRegistrations() ?? []) await worker.unregister();
}

// Without a server too nothing stays on the screen; the session then ends with the next look at the sign-in page, or by itself.
async function leave() {
  if (isLeaving) return;
  isLeaving = true;
  const said = form() && new FormData(form());
  document.body.replaceChildren();
  if (said) await fetch('/sign-out', { method: 'POST', body: said, signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
  await forget().catch(() => null);
  location.replace('/sign-in');
}

function touch() {
  const now = Date.now();
  // A computer that slept was not touched in time.
  if (isLeaving || now - touched >= idle) return;
  keep(now);
  if (!dialog().hidden) {
    dialog().hidden = true;
    focused?.focus();
  }
  if (now - told >= Math.min(TELL_EVERY, idle / 4)) tell(now);
}

function keep(now) {
  touched = now;
  sessionStorage.setItem(KEY, String(now));
}

async function tell(now) {
  told = now;
  const answer = await fetch('/kiosk/here', { method: 'POST', body: new FormData(form()) }).catch(() => null);
  if (answer && (answer.redirected || !answer.ok)) await leave();
}

function look() {
  const left = idle - (Date.now() - touched);
  if (left <= 0) return leave();
  if (left > warning) return;
  const shown = dialog();
  shown.querySelector('.left').textContent = String(Math.ceil(left / 1000));
  if (!shown.hidden) return;
  focused = document.activeElement;
  shown.hidden = false;
  shown.querySelector('button').focus();
}

if (form()) {
  keep(touched);
  for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove']) addEventListener(kind, touch, { passive: true });
  setInterval(look, 500);
  document.addEventListener('submit', (event) => {
    if (event.target !== form()) return;
    event.preventDefault();
    leave();
  });
  // Who has been signed out is not led back to where somebody else has been.
  document.addEventListener('journal:line', (event) => {
    if (event.detail !== 'signed-out') return;
    event.preventDefault();
    leave();
  });
  addEventListener('pagehide', () => (document.body.hidden = true));
  addEventListener('pageshow', (event) => event.persisted && location.reload());
} else if (!root.dataset.account) {
  forget();
}
