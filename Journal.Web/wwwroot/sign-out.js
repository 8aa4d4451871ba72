// Signing out waits for what is not recorded yet, and asks when that takes long. On a shared computer nothing typed stays behind.
// The form (data-sign-out) holds the question (data-unsent) and its two answers: wait on, or leave now.

import { drafts } from './drafts.js';
import { outbox } from './outbox.js';

const PATIENCE = 3000;
const LONG = 24 * 3600 * 1000;

const isShared = () => 'shared' in document.documentElement.dataset;

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches?.('[data-sign-out]') || !form.querySelector('[data-unsent]')) return;
  event.preventDefault();
  if (event.submitter?.hasAttribute('data-leave')) return leave(form);
  if (event.submitter?.hasAttribute('data-wait')) return waitFor(form, LONG);
  await outbox.ready;
  await waitFor(form, PATIENCE);
});

// All recorded: go. Else the question, which counts on while one thinks.
async function waitFor(form, ms) {
  form.dataset.waits = '';
  const sent = await outbox.emptied(ms);
  delete form.dataset.waits;
  if (sent && outbox.entries.size === 0) await leave(form);
  else ask(form);
}

function ask(form) {
  const question = form.querySelector('[data-unsent]');
  question.querySelector('b').textContent = String(outbox.entries.size);
  question.hidden = false;
  question.querySelector('[data-wait]').hidden = outbox.unsent === 0;
  question.querySelector('button:not([hidden])').focus();
}

// Only a sign-out that was answered is one: until then nothing is erased and nobody is led to believe it.
async function leave(form) {
  const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) }).catch(() => null);
  if (!answer?.ok) {
    form.querySelector('[data-offline]').hidden = false;
    return;
  }
  if (isShared()) {
    drafts.clear();
    await outbox.clear();
  }
  outbox.leaveQuietly();
  location.assign('sign-in');
}

document.addEventListener('journal:outbox', () => {
  for (const count of document.querySelectorAll('[data-unsent]:not([hidden]) b')) count.textContent = String(outbox.entries.size);
});
