// The keys of a phone: marks and absences under the thumb, in place of the system's keyboard.

export class Pad {
  #pair = null;

  constructor(grid) {
    this.grid = grid;
    this.pad = grid.root.querySelector('.pad');
    this.pad?.addEventListener('click', (event) => this.#press(event.target.closest('button')), { signal: grid.signal });
  }

  #press(button) {
    const key = button?.dataset.key;
    if (key === undefined) return;
    const { grid } = this;
    const place = grid.cursor.place;
    const now = grid.sheet.mark(place).value;
    if (key === 'next') grid.next();
    else if (key === 'pair') this.#pair = /^[^/•]+$/.test(now) ? now : '';
    else if (this.#pair !== null && /^[0-9]$/.test(key)) this.#second(place, key);
    else grid.put([place], key);
    if (key !== 'pair' && this.#pair !== '') this.#pair = this.#pair && /^[0-9]$/.test(key) ? this.#pair : null;
    this.pad.toggleAttribute('data-pair', this.#pair !== null);
  }

  // "4/5": the mark that is there gets a second one; in an empty cell both are pressed one after the other.
  #second(place, key) {
    if (this.#pair === '') {
      this.#pair = key;
      return;
    }
    this.grid.put([place], `${this.#pair}/${key}`);
    this.#pair = null;
  }
}
