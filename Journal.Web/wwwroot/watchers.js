// Other people on the page: where they stand, and what they have just changed.

const FADE = 2600;
const QUIET = 120;

export class Watchers {
  #told = null;
  #timer = 0;
  #here = [];

  constructor(grid) {
    this.grid = grid;
  }

  /** [{student, work, lesson, initials, who, text}]: text says who, when and what was there before. */
  flash(changes) {
    for (const change of changes) {
      const place = this.grid.cells.find(change.student, change);
      const td = place && this.grid.cells.td(place.row, place.column);
      if (!td) continue;
      td.dataset.fresh = change.who;
      td.dataset.who = change.initials;
      td.dataset.by = change.text;
      setTimeout(() => {
        delete td.dataset.fresh;
        this.#show();
      }, FADE);
    }
    this.grid.says.tell();
  }

  /** [{student, work, lesson, initials, who, name}] of everybody else. */
  present(people) {
    this.#here = people;
    this.#show();
  }

  #show() {
    for (const td of this.grid.table.querySelectorAll('td[data-here]')) {
      delete td.dataset.here;
      if (!td.dataset.fresh) delete td.dataset.who;
    }
    for (const person of this.#here) {
      const place = this.grid.cells.find(person.student, person);
      const td = place && this.grid.cells.td(place.row, place.column);
      if (!td || td.dataset.fresh) continue;
      td.dataset.here = person.who;
      td.dataset.who = person.initials;
    }
  }

  /** Tells the others where we stand; not for every step of a run. */
  moved() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), QUIET);
  }

  async #tell() {
    const { cells, cursor, server, isUp } = this.grid;
    if (!isUp || cells.height === 0 || cells.width === 0) return;
    const [{ work, lesson }, { student }] = [cells.columns[cursor.column], cells.rows[cursor.row]];
    const now = `${student}:${work}:${lesson}`;
    if (now === this.#told) return;
    this.#told = now;
    // While the line is down nobody hears it; the next step tells again.
    try {
      await server.invokeMethodAsync('StandAt', student, work, lesson);
    } catch {
      this.#told = null;
    }
  }
}
