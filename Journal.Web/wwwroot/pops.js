// Small cards beside a cell. Their markup and words are templates of the page; Esc closes them and the focus returns to the cell.

import { copyOf } from './template.js';

export class Pops {
  #open = null;
  #onClose = null;
  #stays = false;

  constructor(root) {
    this.root = root;
    this.layer = root.querySelector('.pops');
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#open?.contains(event.target)) {
        event.stopPropagation();
        this.close({ back: true });
      }
    });
    this.layer.addEventListener('click', (event) => event.target.closest('[data-close]') && this.close({ back: true }));
  }

  get isOpen() {
    return this.#open !== null;
  }

  get element() {
    return this.#open;
  }

  /**
   * Opens a template beside an anchor. `fill` puts texts into its slots ({name: text}); `act` is called with the value of a pressed [data-do].
   * `focus` moves the focus into it; without, it only shows itself and one goes on typing. One that `stays` is not closed by going on.
   */
  open(name, anchor, { fill = {}, act = () => {}, focus = true, stays = false, back = () => {}, ready = () => {} } = {}) {
    this.close();
    this.#stays = stays;
    const card = copyOf(this.root.querySelector(`template[data-pop="${name}"]`));
    for (const [slot, text] of Object.entries(fill)) {
      for (const place of card.querySelectorAll(`[data-slot="${slot}"]`)) place.textContent = text;
    }
    card.addEventListener('click', (event) => {
      const button = event.target.closest('[data-do]');
      if (button) act(button.dataset.do, button);
    });
    this.layer.append(card);
    this.#open = card;
    this.#onClose = back;
    ready(card);
    this.place(card, anchor);
    if (focus) (card.querySelector('[autofocus]') ?? card.querySelector('button, input, textarea') ?? card).focus();
    return card;
  }

  /** One goes on in another cell: a card that was about the last one goes. */
  makeWay() {
    if (!this.#stays) this.close();
  }

  close({ back = false } = {}) {
    if (!this.#open) return;
    this.#open.remove();
    this.#open = null;
    if (back) this.#onClose();
  }

  /** Beside the anchor where there is room, never over it; on a phone at the foot of the screen (grid.css). */
  place(card, anchor) {
    const around = this.root.getBoundingClientRect();
    const at = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const [room, gap] = [document.documentElement.clientWidth, 10];
    const left = at.left - gap - width > 8 ? at.left - gap - width : Math.min(at.right + gap, room - width - 8);
    card.dataset.side = left < at.left ? 'left' : 'right';
    const top = Math.max(8, Math.min(at.top - 16, innerHeight - height - 8));
    card.style.left = `${Math.max(8, left) - around.left}px`;
    card.style.top = `${top - around.top}px`;
    card.style.setProperty('--tip', `${Math.max(10, Math.min(at.top - top + at.height / 2 - 5, height - 20))}px`);
  }
}

const frame = () => new Promise(requestAnimationFrame);
const FRAMES = 120;

/**
 * A form of the page's own, which the server opens and which stays as long as `asked` is unanswered. A dialog puts the focus on itself: from there it
 * goes into the field, and when the dialog is gone the caller may put it back.
 */
export async function throughDialog(asked, field) {
  let isOver = false;
  asked.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  for (let i = 0; i < FRAMES && !isOver; i++) {
    await frame();
    if (!document.activeElement?.closest('.mud-dialog-container')) continue;
    document.querySelector(field)?.focus();
    break;
  }
  const answer = await asked;
  for (let i = 0; i < FRAMES && document.querySelector('.mud-dialog-container'); i++) await frame();
  return answer;
}
