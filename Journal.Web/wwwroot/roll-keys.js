// The roll by keyboard: one tab stop, arrows from button to button, the letter of a code on either layout, Backspace for present, F9 for a remark.

const STOPS = '[data-code], [data-remark]';

export class RollKeys {
  constructor(roll) {
    this.roll = roll;
    roll.root.querySelector('.roll').addEventListener('keydown', (event) => this.#key(event), { signal: roll.signal });
    roll.root.querySelector('.roll').addEventListener('focusin', ({ target }) => target.matches(STOPS) && this.#stopAt(target), { signal: roll.signal });
  }

  #stopAt(button) {
    for (const one of this.roll.root.querySelectorAll(':is([data-code], [data-remark])[tabindex="0"]')) one.tabIndex = -1;
    button.tabIndex = 0;
  }

  #key(event) {
    if (!event.target.matches(STOPS) || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = event.target.closest('li');
    if (this.#go(event.key, row, event.target)) event.preventDefault();
    else if (event.key === 'Backspace' || event.key === 'Delete') this.roll.clear(row);
    else if (event.key === 'F9') this.roll.remark(row);
    else if (event.key.length === 1 && event.key !== ' ') {
      const typed = this.roll.read(event.key);
      if (typed.kind === 'absence') this.roll.press(row, typed.text);
    }
  }

  #go(key, row, button) {
    const { rows } = this.roll;
    const buttons = [...row.querySelectorAll(STOPS)];
    const [line, place] = [rows.indexOf(row), buttons.indexOf(button)];
    const to = {
      ArrowUp: [line - 1, place],
      ArrowDown: [line + 1, place],
      ArrowLeft: [line, place - 1],
      ArrowRight: [line, place + 1],
      Home: [0, place],
      End: [rows.length - 1, place],
    }[key];
    if (!to) return false;
    rows[to[0]]?.querySelectorAll(STOPS)[to[1]]?.focus();
    return true;
  }
}
