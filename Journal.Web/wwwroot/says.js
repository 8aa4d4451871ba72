// The line under the grid that says in words where one stands and what the cell holds, and the quiet voice for a screen reader.

export class Says {
  #line;
  #voice;
  #counted = 0;

  constructor(grid) {
    this.grid = grid;
    this.#line = grid.root.querySelector('.says-cell');
    this.#voice = grid.root.querySelector('[data-voice]');
    document.addEventListener('journal:outbox', ({ detail }) => this.#saved(detail), { signal: grid.signal });
  }

  /** Where the cursor stands. */
  tell() {
    const { cells, cursor } = this.grid;
    if (cells.height === 0 || cells.width === 0) return;
    const name = document.createElement('b');
    name.textContent = cells.name(cursor.row);
    this.#line.replaceChildren(name, ` · ${this.words(cursor.place)}`);
    for (const place of this.grid.root.querySelectorAll('[data-pad-says]')) place.textContent = this.#short(cursor.place);
  }

  hover(place) {
    return `${this.grid.cells.name(place.row)} · ${this.words(place)}`;
  }

  /** The cell in words: the column, what stands in it, the comment and who reads it, why it is closed. */
  words(place) {
    const { cells, sheet, words } = this.grid;
    const shown = cells.shown(place);
    const [mark, absence] = [sheet.mark(place), sheet.absence(place)];
    const hidden = document.documentElement.hasAttribute('data-projector');
    const said = [cells.columns[place.column].says];
    const holds = [mark.value, absence.value].filter(Boolean).join(', ');
    said.push(holds ? `${words.holds} ${holds}` : words.empty);
    if (shown.due) said.push(`${words.due} ${shown.due.split('-').reverse().join('.')}`);
    const comment = mark.body?.comment;
    if (comment && !hidden) said.push(`${words[mark.body.commentFor === 'family' ? 'forFamily' : 'forStaff']}: «${comment}»`);
    const fresh = cells.td(place.row, place.column)?.dataset.by;
    if (fresh) said.push(fresh);
    const closed = sheet.mayEdit && sheet.closed(place);
    if (closed) said.push(this.#reason(closed));
    const trouble = sheet.trouble(place);
    if (trouble) said.push(this.#trouble(trouble));
    return said.join(' · ');
  }

  /** Nothing may be typed here: why. */
  refuse(place, why) {
    this.#loud(`${this.grid.cells.name(place.row)}: ${this.#reason(why)}`);
  }

  /** What was typed cannot stand in a cell. */
  wrong(place, { why, text }) {
    this.#loud(this.grid.words.bad[why].replace('{0}', text));
    this.grid.says.tell();
  }

  /** The server said no. */
  refused(entry) {
    const place = this.grid.cellPops.placeOf(entry.cell);
    const name = place ? `${this.grid.cells.name(place.row)}, ` : '';
    this.#loud(`${name}${this.grid.words.refused}: ${entry.text ?? this.grid.words.failed}`);
  }

  aloud(text) {
    this.#voice.textContent = text;
  }

  #loud(text) {
    this.aloud(text);
    const strong = document.createElement('span');
    strong.className = 'why';
    strong.textContent = text;
    this.#line.replaceChildren(strong);
  }

  #reason(why) {
    return this.grid.words.closed[why] ?? why;
  }

  #trouble(trouble) {
    if (trouble.state === 'clash') return this.grid.words.clash;
    if (trouble.why) return this.grid.words.bad[trouble.why.why].replace('{0}', trouble.why.text);
    return `${this.grid.words.refused}: ${trouble.entry.text ?? this.grid.words.failed}`;
  }

  // Once all is recorded, not after every key.
  #saved({ unsent, clash, refused }) {
    if (unsent > 0) this.#counted = unsent;
    else if (this.#counted > 0) {
      this.#counted = 0;
      if (clash + refused === 0) this.aloud(this.grid.words.saved);
    }
  }

  #short(place) {
    const { cells } = this.grid;
    return `${cells.name(place.row)} · ${cells.columns[place.column].head.dataset.short ?? ''}`;
  }
}
