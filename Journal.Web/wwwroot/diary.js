// What a family page does by itself: says in a chip whether it is up to date, tells the server when it is left, keeps what was unfolded while
// the page is refreshed, and asks for copies to be kept for the time without a connection. Without this file every page works as it is.

const RETRY = 10000;
const MOST_READ = 100;
const root = document.documentElement;
const unfolded = new Set();
let shown = location.href;
let downSince = null;
let isStill = false;
let seen = null;

const copyOf = () => root.dataset.copy;

// ── the chip ────────────────────────────────────────────────────────────────────────────────────────────────────

function clock(moment) {
  const today = new Date().toDateString() === moment.toDateString();
  return moment.toLocaleString(root.lang, today ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

function wordsOff(words, copied) {
  if (copied) return words.copy.replace('{0}', clock(new Date(copied)));
  if (isStill && navigator.onLine) return words.busy;
  downSince ??= new Date();
  return words.offline.replace('{0}', clock(downSince));
}

function say() {
  const chip = document.getElementById('line');
  if (!chip) return;
  const copied = copyOf();
  const isOff = copied || downSince || !navigator.onLine || isStill;
  const [on, off] = chip.children;
  if (isOff) {
    const words = wordsOff(chip.dataset, copied);
    if (off.lastElementChild.textContent !== words) off.lastElementChild.textContent = words;
  }
  on.hidden = isOff;
  off.hidden = !isOff;
}

function isBack() {
  downSince = null;
  if (copyOf()) location.reload();
  else say();
}

document.addEventListener('journal:line', (e) => {
  if (e.detail === 'down') downSince = new Date();
  if (e.detail === 'refused') isStill = true;
  if (e.detail !== 'up') return say();
  isBack();
  // What happened meanwhile is on no page yet.
  if (!copyOf()) Blazor.navigateTo(location.href, false, true);
});
addEventListener('offline', say);
addEventListener('online', () => copyOf() || isBack());

// A copy is looked at: as soon as the server answers, the page itself.
async function lookForServer() {
  if (!copyOf() || document.hidden) return;
  try {
    await fetch('/health', { cache: 'no-store' });
    location.reload();
  } catch {
    // Still alone.
  }
}
setInterval(lookForServer, RETRY);
addEventListener('online', lookForServer);
document.addEventListener('visibilitychange', lookForServer);

// ── what was seen ───────────────────────────────────────────────────────────────────────────────────────────────

const form = () => document.querySelector('form[data-seen]');

// A page that changed while nobody was looking at it has not been seen.
function look() {
  const now = form();
  if (!now || document.hidden || copyOf()) return;
  seen = { action: now.action, seq: now.elements.seq.value };
  tellRead(now);
}
document.addEventListener('visibilitychange', look);

addEventListener('pagehide', () => {
  const now = form();
  if (!now || !seen || seen.action !== now.action) return;
  const said = new FormData(now);
  said.set('seq', seen.seq);
  said.set('leaving', 'true');
  navigator.sendBeacon(now.action, said);
});

// ── which remarks were read ─────────────────────────────────────────────────────────────────────────────────────

const told = new Set();

// In front of somebody: the page is open, not behind another one. What could not be told is told with the next look.
async function tellRead(now) {
  // One that was corrected meanwhile is another one.
  const shown = [...document.querySelectorAll('[data-remark][data-unread]')].map(({ dataset }) => `${dataset.remark}:${dataset.unread}`);
  const some = shown.filter((one) => !told.has(one));
  for (const one of some) told.add(one);
  // The server takes so many at once.
  for (let from = 0; from < some.length; from += MOST_READ) await tellSome(now.dataset.read, some.slice(from, from + MOST_READ));
}

async function tellSome(action, some) {
  try {
    const said = new FormData();
    for (const one of some) said.append('remark', one.split(':')[0]);
    const answer = await post(action, said);
    if (!answer.ok) throw new Error(`${answer.status}`);
  } catch {
    for (const one of some) told.delete(one);
  }
}

async function post(action, said) {
  const { token } = await (await fetch('/antiforgery', { cache: 'no-store' })).json();
  return fetch(action, { method: 'POST', headers: { 'X-Antiforgery': token }, body: said });
}

// ── the page ────────────────────────────────────────────────────────────────────────────────────────────────────

// A phone opens on today.
function showToday() {
  if (innerWidth < 901 && !location.hash && scrollY === 0) document.querySelector('.d.now')?.scrollIntoView();
}

document.addEventListener(
  'toggle',
  (e) => {
    if (!e.target.id) return;
    if (e.target.open) unfolded.add(e.target.id);
    else unfolded.delete(e.target.id);
  },
  true,
);

document.addEventListener('click', (e) => {
  for (const one of document.querySelectorAll('.avg[open]')) if (!one.contains(e.target)) one.open = false;
});

addEventListener('keydown', (e) => {
  const open = e.key === 'Escape' && document.querySelector('.avg[open]');
  if (!open) return;
  open.open = false;
  open.querySelector('summary').focus();
});

function arrived() {
  say();
  look();
  if (location.href === shown) {
    // The same page anew: what the server did not draw stays as it was.
    for (const id of unfolded) document.getElementById(id)?.setAttribute('open', '');
  } else {
    shown = location.href;
    unfolded.clear();
    showToday();
  }
}

Blazor.addEventListener('enhancedload', arrived);

/**
 * The server sends the lines of lessons that have changed; each takes the place of the element of its id. False when one has none here: then the
 * whole page is to be asked for.
 */
function draw(html, seq, hasNews) {
  const sent = document.createElement('template');
  sent.innerHTML = html;
  const parts = [...sent.content.children].map((part) => ({ part, place: document.getElementById(part.id) }));
  if (parts.length === 0 || parts.some(({ place }) => !place)) return false;
  for (const { part, place } of parts) {
    if (place.isEqualNode(part)) continue;
    const focused = place.contains(document.activeElement) && document.activeElement.getAttribute('href');
    place.replaceWith(part);
    if (focused) part.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
  }
  const now = form();
  if (now) {
    now.hidden = !hasNews;
    now.elements.seq.value = Math.max(Number(now.elements.seq.value), seq);
  }
  look();
  keepDrawn(parts);
  return true;
}
globalThis.journalDiary = { draw };

say();
look();
showToday();

// ── copies for the time without a connection ────────────────────────────────────────────────────────────────────

async function keepCopies() {
  // A copy, or the page that stands for what is not kept, knows nobody.
  if (!isSecureContext || !('serviceWorker' in navigator) || copyOf()) return;
  const { account } = root.dataset;
  const shared = 'shared' in root.dataset;
  const known = await navigator.serviceWorker.getRegistration();
  if (shared) return forget(known);
  // Only whoever has a diary needs copies of it.
  if (!known && !form()) return;
  const worker = (known ?? (await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }))) && (await navigator.serviceWorker.ready);
  if (!worker) return;
  worker.active.postMessage({ account: account ?? null, keep: navigator.serviceWorker.controller || !form() ? null : location.href });
}

// What was drawn since belongs into the copy.
function keepDrawn(parts) {
  const drawn = { url: location.href.split('#')[0], parts: parts.map(({ part }) => ({ id: part.id, html: part.outerHTML })) };
  navigator.serviceWorker?.controller?.postMessage({ account: root.dataset.account ?? null, drawn });
}

// On a shared computer nothing stays, neither pages nor what would keep them.
async function forget(known) {
  for (const name of await caches.keys()) await caches.delete(name);
  await known?.unregister();
}

keepCopies();

// ── what the student has done ───────────────────────────────────────────────────────────────────────────────────

document.addEventListener('change', async ({ target }) => {
  if (!target.matches('[data-done]')) return;
  const { checked } = target;
  const [lesson, task] = target.dataset.done.split(':');
  const day = target.closest('.d').id.replace(/^d(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  try {
    const said = new FormData();
    for (const [name, value] of Object.entries({ lesson, task, day, done: checked })) said.set(name, value);
    const answer = await post('/diary/done', said);
    if (!answer.ok) throw new Error(`${answer.status}`);
  } catch {
    target.checked = !checked;
  }
});
