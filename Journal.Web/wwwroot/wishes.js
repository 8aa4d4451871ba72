// What somebody wishes the cells of a course to hold, until the page itself shows it: what waits in the outbox, and what was answered already.

import { outbox } from './outbox.js';

export class Wishes {
  #acked = new Map();

  /** @param settled called with the name of a cell whose wish has changed */
  constructor(course, settled, signal) {
    this.course = course;
    outbox.addEventListener('settled', ({ detail }) => detail.course === course && settled(detail.cell), { signal });
    outbox.addEventListener('saved', ({ detail }) => detail.course === course && this.#acked.set(detail.cell, detail), { signal });
  }

  /** Every cell there is a wish for. */
  get cells() {
    return new Set([...this.#acked.keys(), ...outbox.ofCourse(this.course).map((entry) => entry.cell)]);
  }

  has(cell) {
    return this.#acked.has(cell) || outbox.of(this.course, cell) !== undefined;
  }

  /** What stands in the cell for the person typing, and the version it is typed over: {body, version}; null when it is what the page shows. */
  latest(cell, version) {
    const entry = outbox.of(this.course, cell);
    // Over a clash one types what stands there now.
    if (entry?.state === 'clash') return { body: entry.mine, version: entry.now.version };
    if (entry?.state === 'waiting') return { body: entry.next ?? entry.edit.body, version: entry.edit.expected };
    const acked = this.#acked.get(cell);
    return acked && acked.seq > version ? { body: acked.body, version: acked.seq } : null;
  }

  /** How the cell is drawn over a page of this version: {state, value, entry?}; null when the page shows it. */
  of(cell, version) {
    const entry = outbox.of(this.course, cell);
    if (entry?.state === 'waiting') return { state: 'waiting', value: (entry.next ?? entry.edit.body).value };
    if (entry?.state === 'clash') return { state: 'clash', value: `${entry.mine.value || '–'}|${entry.now.value || '–'}`, entry };
    if (entry?.state === 'refused') return { state: 'refused', value: entry.mine.value, entry };
    const acked = this.#acked.get(cell);
    if (!acked) return null;
    if (acked.seq > version) return { state: 'saved', value: acked.body.value };
    if (version !== Infinity) this.#acked.delete(cell);
    return null;
  }
}
