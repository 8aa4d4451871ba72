// The grid's cells as the page shows them: which student and work a cell is, what stands in it, and what we lay over it until the page itself
// shows it. Text that the server's page owns is never touched: what is typed stands in attributes, drawn by grid.css.

import { DUE } from './typed.js';

const FIRST = 2; // number and name come before the cells

export class Cells {
  constructor(table, words) {
    this.table = table;
    this.words = words;
    this.readHead();
  }

  /** After columns or rows have changed. */
  readHead() {
    this.columns = [...this.table.tHead.querySelectorAll('.r-work th')].map((head) => ({
      head,
      work: Number(head.dataset.work) || null,
      lesson: Number(head.dataset.lesson),
      absence: 'absence' in head.dataset,
      closed: head.dataset.closed ?? null,
      says: head.querySelector('button').title,
    }));
    this.rows = [...this.table.tBodies[0].rows].map((tr) => ({ tr, student: Number(tr.dataset.student) }));
  }

  get height() {
    return this.rows.length;
  }

  get width() {
    return this.columns.length;
  }

  td(row, column) {
    return this.rows[row]?.tr.cells[column + FIRST + this.#carried] ?? null;
  }

  placeOf(td) {
    const row = this.rows.findIndex((one) => one.tr === td.parentElement);
    const column = td.cellIndex - FIRST - this.#carried;
    return row >= 0 && column >= 0 && column < this.width ? { row, column } : null;
  }

  /** Where a cell of this student and this work, or this lesson's absences, stands now. */
  find(student, { work, lesson }) {
    const row = this.rows.findIndex((one) => one.student === student);
    const column = this.columns.findIndex((one) => (work ? one.work === work : one.lesson === lesson && one.absence));
    return row >= 0 && column >= 0 ? { row, column } : null;
  }

  /** The column that shows the absences of this one's lesson. */
  absenceColumn(column) {
    const { lesson } = this.columns[column];
    return this.columns.findIndex((one) => one.lesson === lesson && one.absence);
  }

  name(row) {
    return this.rows[row].tr.cells[1].textContent.trim();
  }

  /** What the server's page shows here. */
  shown({ row, column }) {
    const td = this.td(row, column);
    const text = [...td.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data);
    const letter = td.querySelector('.abs, sup')?.textContent ?? '';
    return {
      mark: text.join('').trim(),
      absence: td.dataset.fact ?? letter,
      letter,
      version: Number(td.dataset.v ?? 0),
      absenceVersion: Number(td.dataset.a ?? 0),
      comment: td.dataset.c ?? null,
      commentFor: td.dataset.c === undefined ? null : (td.dataset.cf ?? 'staff'),
      due: td.dataset.due ?? null,
      outside: td.classList.contains('off'),
      marksOff: 'nomark' in td.dataset,
    };
  }

  /** Lays a value over the cell, or takes it away (null). */
  lay(place, over) {
    const td = this.td(place.row, place.column);
    if (!td) return;
    if (over === null) {
      for (const name of ['now', 'state']) delete td.dataset[name];
      td.removeAttribute('aria-label');
      return;
    }
    td.dataset.now = over.text;
    td.dataset.state = over.state;
    td.setAttribute('aria-label', [over.text || this.words.empty, this.words[over.state]].filter(Boolean).join(', '));
  }

  get #carried() {
    return 'carried' in this.table.dataset ? 1 : 0;
  }
}

/** Both records of a cell in one text, as the page draws them. */
export const together = (mark, letter) => (mark && letter ? `${letter} ${mark}` : mark || letter.toUpperCase());

export const isDue = (mark) => mark.endsWith(DUE);
