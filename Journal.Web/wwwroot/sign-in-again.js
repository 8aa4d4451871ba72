// Signs the same person in again without leaving the page, through the sign-in form itself: its rules, its throttling, its token.

import { outbox } from './outbox.js';

const PAUSE = 1500;

/**
 * A card that asks for the password again. What was typed waits, and one may go on typing: the card takes the focus only where it may, and in a
 * pause, or the next figure, or the topic one is at, would go into it. Signed in, what waits is sent and the page is read anew.
 */
export function askToSignIn({ pops, anchor, words, aloud, back, mayTakeFocus, before }) {
  if (pops.element?.matches('[data-kind="sign-in"]')) {
    pops.element.querySelector('[data-slot="count"]').textContent = String(outbox.unsent);
    return;
  }
  const card = pops.open('sign-in', anchor, {
    focus: false,
    stays: true,
    fill: { count: String(outbox.unsent) },
    back,
    ready: (card) =>
      card.addEventListener('submit', async (event) => {
        event.preventDefault();
        const form = new FormData(card.querySelector('form'));
        const trouble = await signInAgain(form.get('login'), form.get('password'), outbox.account).catch(() => words.offline);
        card.querySelector('[data-slot="trouble"]').textContent = trouble === 'other-account' ? words.otherAccount : (trouble ?? '');
        if (trouble) return;
        pops.close({ back: true });
        await outbox.resume();
        await outbox.emptied(5000);
        before();
        outbox.leaveQuietly();
        location.reload();
      }),
  });
  aloud(card.querySelector('h2').textContent);
  focusInAPause(card, pops.root, mayTakeFocus);
}

function focusInAPause(card, root, mayTakeFocus) {
  const entered = new AbortController();
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!card.isConnected) entered.abort();
      else if (mayTakeFocus()) card.querySelector('input').focus();
      else wait();
    }, PAUSE);
  };
  entered.signal.addEventListener('abort', () => clearTimeout(timer));
  card.addEventListener('focusin', () => entered.abort(), { once: true });
  root.addEventListener('keydown', wait, { signal: entered.signal });
  wait();
}

// Null when all is well, 'other-account', or the form's own sentence.
async function signInAgain(login, password, account) {
  const page = await read(await fetch('sign-in', { cache: 'no-store' }));
  const form = new URLSearchParams({
    _handler: 'sign-in',
    Login: login,
    Password: password,
    __RequestVerificationToken: page.querySelector('[name="__RequestVerificationToken"]').value,
  });
  if ('shared' in document.documentElement.dataset) form.set('SharedComputer', 'true');
  const answer = await fetch('sign-in', { method: 'POST', body: form });
  const who = await fetch('antiforgery', { cache: 'no-store' });
  if (who.ok) return String((await who.json()).account) === account ? null : 'other-account';
  return (await read(answer)).querySelector('#trouble')?.textContent.trim() || answer.statusText;
}

const read = async (answer) => new DOMParser().parseFromString(await answer.text(), 'text/html');
