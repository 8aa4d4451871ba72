// Keeps the family's last pages readable without a connection. The server says of each that it must not be kept; only this keeps them, openly:
// for one account, on a computer that is nobody else's, until that account signs out or another one signs in.

const SHELL = 'journal-shell';
const COPIES = 'journal-copies-';
const OFFLINE = '/offline';
const FONTS = ['/fonts/golos-text-cyrillic-wght-normal.woff2', '/fonts/golos-text-latin-wght-normal.woff2'];
const MOST = 24;
const PATIENCE = 5000;

// Whoever forgets goes on to the next: an answer that was asked for before is not kept after.
let turn = 0;

const isDiary = (url) => url.pathname === '/diary' || url.pathname.startsWith('/diary/');
const isPage = (request) => request.mode === 'navigate' || (request.headers.get('accept') ?? '').includes('blazor-enhanced-nav');
const isAsset = (request, url) => ['style', 'script', 'font', 'image'].includes(request.destination) && !url.pathname.startsWith('/_content/');

self.addEventListener('install', (e) => e.waitUntil(prepare()));
self.addEventListener('activate', (e) => e.waitUntil(self.clients.claim()));

self.addEventListener('message', (e) => e.waitUntil(hear(e.data)));

self.addEventListener('fetch', (e) => {
  const { request } = e;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  // Signing out, and the page on which the next one signs in.
  if (url.pathname === '/sign-out' || url.pathname === '/sign-in' || url.pathname === '/demo-sign-in') e.waitUntil(forget());
  if (request.method !== 'GET') return;
  if (isPage(request) && isDiary(url)) e.respondWith(diary(e));
  else if (request.mode === 'navigate') e.respondWith(fetch(request).catch(offline));
  else if (isAsset(request, url)) e.respondWith(asset(request));
});

async function prepare() {
  const shell = await caches.open(SHELL);
  const answer = await fetch(OFFLINE, { cache: 'no-store' });
  const text = dated((await answer.text()).replace(/ data-(account|shared)(="[^"]*")?/g, ''));
  await shell.addAll(FONTS);
  await keepAssets(text);
  await shell.put(OFFLINE, page(text, answer.headers));
  await self.skipWaiting();
}

// A page tells who looks at it: the answer to it may have come before this worker did.
async function hear({ account, keep, drawn }) {
  if (!account) return forget();
  await forgetOthers(account);
  if (drawn) await redraw(account, drawn);
  if (!keep) return;
  const now = turn;
  const answer = await fetch(keep, { cache: 'no-store' });
  if (answer.ok && !answer.redirected) await keepCopy(keep, answer, now);
}

// Lines that were drawn into the page take their places in its copy, too.
async function redraw(account, { url, parts }) {
  const now = turn;
  const copies = await caches.open(COPIES + account);
  const copy = await copies.match(url);
  if (!copy) return;
  let text = (await copy.text()).replace(/ data-copy="[^"]*"/, ` data-copy="${new Date().toISOString()}"`);
  for (const { id, html } of parts) {
    const at = text.indexOf(` id="${id}"`);
    if (at < 0) continue;
    const from = text.lastIndexOf('<', at);
    text = text.slice(0, from) + html + text.slice(endOf(text, from));
  }
  if (now === turn) await copies.put(url, page(text, copy.headers));
}

// Where an element ends that may hold others of its kind: a lesson's line has homework with a list in it.
function endOf(text, from) {
  const kind = /^<(\w+)/.exec(text.slice(from))[1];
  const tags = new RegExp(`<(/?)${kind}[\\s>]`, 'g');
  tags.lastIndex = from;
  let depth = 0;
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return text.length;
}

async function diary(e) {
  const { url } = e.request;
  const now = turn;
  const asked = fetch(e.request);
  e.waitUntil(asked.then((answer) => take(url, answer.clone(), now)).catch(() => {}));
  try {
    return (await soonEnough(asked, url)) ?? (await asked);
  } catch {
    return (await copyOf(url)) ?? offline();
  }
}

// A connection that is there but brings nothing is none.
async function soonEnough(asked, url) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null);
  });
  const answer = await Promise.race([asked, late]);
  clearTimeout(timer);
  return answer ?? copyOf(url);
}

async function take(url, answer, now) {
  const type = answer.headers.get('content-type') ?? '';
  if (answer.ok && type.startsWith('text/html')) await keepCopy(answer.redirected ? null : url, answer, now);
  else if (answer.status === 403 || answer.status === 404) await drop(url);
}

async function keepCopy(url, answer, now) {
  const text = await answer.text();
  const tag = /<html[^>]*>/.exec(text)?.[0] ?? '';
  const account = / data-account="(\d+)"/.exec(tag)?.[1];
  if (!account || / data-shared\b/.test(tag)) return forget();
  if (!url || now !== turn) return;
  await forgetOthers(account);
  const copies = await caches.open(COPIES + account);
  // The live part has nobody to talk to.
  const still = dated(text).replace(/<!--Blazor(:\{|-Server-)[^]*?-->/g, '');
  await keepAssets(text);
  await copies.delete(url);
  await copies.put(url, page(still, answer.headers));
  const all = await copies.keys();
  for (const old of all.slice(0, Math.max(0, all.length - MOST))) await copies.delete(old);
  if (now !== turn) await caches.delete(COPIES + account);
}

const dated = (text) => text.replace(/<html([^>]*)>/, `<html$1 data-copy="${new Date().toISOString()}">`);

function page(text, from) {
  const headers = new Headers(from);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'set-cookie']) headers.delete(name);
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('blazor-enhanced-nav', 'allow');
  return new Response(text, { headers });
}

// What a page needs to look like itself; what no page needs any more goes.
async function keepAssets(text) {
  const shell = await caches.open(SHELL);
  const needed = new Set([...text.matchAll(/(?:href|src)="([^"?#:]+\.(?:css|js|svg|png))"/g)].map((found) => new URL(found[1], location.origin).href));
  for (const href of needed) if (!(await shell.match(href))) await shell.add(href).catch(() => {});
  for (const { url } of await shell.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== OFFLINE && !FONTS.includes(pathname) && !needed.has(url) && /\.(css|js)$/.test(pathname)) await shell.delete(url);
  }
}

async function asset(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request, { cacheName: SHELL })) ?? Response.error();
  }
}

async function copyOf(url) {
  const names = (await caches.keys()).filter((name) => name.startsWith(COPIES));
  if (names.length !== 1) return null;
  return (await caches.match(url.split('#')[0], { cacheName: names[0] })) ?? null;
}

async function offline() {
  return (await caches.match(OFFLINE, { cacheName: SHELL })) ?? Response.error();
}

async function drop(url) {
  for (const name of await caches.keys()) if (name.startsWith(COPIES)) await (await caches.open(name)).delete(url);
}

async function forget() {
  turn++;
  await forgetOthers(null);
}

async function forgetOthers(account) {
  for (const name of await caches.keys()) if (name.startsWith(COPIES) && name !== COPIES + account) await caches.delete(name);
}
