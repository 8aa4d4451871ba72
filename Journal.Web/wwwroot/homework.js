// The homework form: what is typed is kept as a draft until it is published, and the toolbar puts the signs of light text.

import { drafts } from './drafts.js';
import { bringing } from './bring.js';
import { timeOf } from './when.js';

const PAUSE = 300;

export function keep(form) {
  const leaving = new AbortController();
  const { signal } = leaving;
  const key = `homework:${form.dataset.draft}`;
  const said = form.querySelector('[data-said]');
  const fields = () => [...form.elements].filter((field) => field.name);
  const valueOf = (field) => (field.type === 'checkbox' ? String(field.checked) : field.value);
  const values = () => Object.fromEntries(fields().map((field) => [field.name, valueOf(field)]));
  let begun = values();
  let timer = 0;

  const say = (text, at) => {
    said.textContent = text.replace('{0}', timeOf(at));
  };

  const save = () => {
    clearTimeout(timer);
    timer = 0;
    const now = values();
    if (JSON.stringify(now) === JSON.stringify(begun)) {
      drafts.drop(key);
      said.textContent = '';
    } else if (drafts.keep(key, { at: Date.now(), values: now })) say(form.dataset.kept, Date.now());
  };

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };

  // The page learns of it as if it had been typed.
  const put = (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const restore = () => {
    const draft = drafts.read(key);
    if (!draft?.values) {
      drafts.drop(key);
      return;
    }
    for (const field of fields()) {
      const value = draft.values[field.name];
      if (value === undefined || value === valueOf(field)) continue;
      if (field.type === 'checkbox') field.click();
      else put(field, value);
    }
    clearTimeout(timer);
    timer = 0;
    say(form.dataset.found, draft.at);
  };

  // The server learns at once that somebody writes: what a colleague does meanwhile must not put the form anew.
  const typing = () => {
    const flag = form.querySelector('[data-typing]');
    if (flag.value !== '') return;
    flag.value = '1';
    flag.dispatchEvent(new Event('change', { bubbles: true }));
  };

  form.addEventListener(
    'input',
    (event) => {
      if (event.isTrusted) typing();
      soon();
    },
    { signal },
  );
  form.addEventListener('change', soon, { signal });
  addEventListener('pagehide', () => timer && save(), { signal });
  form.addEventListener('click', (event) => mark(event, put), { signal });
  form.addEventListener('keydown', (event) => bold(event, put), { signal });
  // A file or a name taken out by a button is no typing.
  form.addEventListener('click', (event) => event.target.closest('button') && soon(), { signal });
  bringing(form, typing, (file) => put(form.querySelector('[data-brought]'), JSON.stringify(file)), signal);
  restore();
  form.dataset.ready = '';

  return {
    forget() {
      clearTimeout(timer);
      timer = 0;
      drafts.drop(key);
      begun = values();
      said.textContent = '';
    },
    dispose() {
      if (timer) save();
      leaving.abort();
    },
  };
}

function bold(event, put) {
  if (event.target.name !== 'text' || !event.ctrlKey || event.code !== 'KeyB') return;
  event.preventDefault();
  around(event.target, '**', '**', put);
}

function mark(event, put) {
  const button = event.target.closest('[data-mark], [data-add]');
  if (!button) return;
  const area = button.form.elements.text;
  if (button.dataset.add) put(area, area.value.trim() === '' ? button.dataset.add : `${area.value.trimEnd()}\n${button.dataset.add}`);
  else if (button.dataset.mark === 'bold') around(area, '**', '**', put);
  else if (button.dataset.mark === 'link') around(area, '[', '](https://)', put);
  else list(area, put);
  if (!area.hidden) area.focus();
}

// Around what is chosen; what was put around it before is taken away.
function around(area, before, after, put) {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const isThere = value.slice(from - before.length, from) === before && value.startsWith(after, to);
  const next = isThere
    ? value.slice(0, from - before.length) + value.slice(from, to) + value.slice(to + after.length)
    : value.slice(0, from) + before + value.slice(from, to) + after + value.slice(to);
  put(area, next);
  const shift = isThere ? -before.length : before.length;
  area.focus();
  area.setSelectionRange(from + shift, to + shift);
}

// The lines that are chosen become points of a list, or lines again.
function list(area, put) {
  const { value } = area;
  const from = value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const end = value.indexOf('\n', area.selectionEnd);
  const to = end < 0 ? value.length : end;
  const lines = value.slice(from, to).split('\n');
  const isList = lines.every((line) => line.startsWith('- '));
  const next = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join('\n');
  put(area, value.slice(0, from) + next + value.slice(to));
  area.focus();
  area.setSelectionRange(from, from + next.length);
}
