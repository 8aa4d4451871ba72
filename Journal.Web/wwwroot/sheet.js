// What typing does to cells: a mark or an absence goes to the outbox, is echoed at once, and can be undone. One per open page.
//
// Cells are named as in the outbox: m:{work}:{student} a mark · a:{lesson}:{student} an absence.

import { outbox } from './outbox.js';
import { together } from './cells.js';
import { Wishes } from './wishes.js';

const STEPS = 50;
const RANK = { saved: 0, waiting: 1, refused: 2, clash: 3 };

export class Sheet extends EventTarget {
  #wishes;
  #bad = new Map();
  #undone = [];
  #done = [];

  /** @param rights what one may write: mayEdit, and only: the lessons, where one gives some of the course's; else null */
  constructor(course, cells, read, rights) {
    super();
    Object.assign(this, { course, cells, read, rights });
    this.#wishes = new Wishes(course, (cell) => this.redraw(cell));
    for (const entry of outbox.ofCourse(course)) this.redraw(entry.cell);
  }

  get canUndo() {
    return this.#done.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  /** Why nothing may be typed here; null when it may. `kind` is what is about to be typed: mark, absence or undefined. */
  closed({ row, column }, kind) {
    const [head, line, shown] = [this.cells.columns[column], this.cells.rows[row].tr, this.cells.shown({ row, column })];
    if (!this.rights.mayEdit) return 'read-only';
    if (this.rights.only && !this.rights.only.has(head.lesson)) return 'not-given';
    if (shown.outside) return 'outside';
    if (line.dataset.closed) return 'term-closed';
    if (head.closed) return head.closed;
    if (kind === 'mark' && !head.work) return 'no-marks';
    return kind === 'mark' && shown.marksOff ? 'marks-off' : null;
  }

  /** Puts a typed text into cells, one for all of them; more than one cell is one whole. Returns what went wrong, or null. */
  type(places, text) {
    const value = this.read(text);
    if (value.kind === 'bad') {
      for (const place of places) this.#refuseHere(place, value);
      return value;
    }
    const changes = places.flatMap((place) => this.#changesOf(place, value));
    this.#apply(changes.filter(Boolean), places.length > 1);
    return null;
  }

  /** The same with a value of its own for each cell: a paste. */
  typeAll(values) {
    this.#apply(
      values.flatMap(({ place, value }) => this.#changesOf(place, value)).filter(Boolean),
      values.length > 1,
    );
  }

  /** The comment and the due day of a mark, its value staying as it is. */
  annotate(place, { comment, commentFor, due }) {
    const { work } = this.cells.columns[place.column];
    const student = this.cells.rows[place.row].student;
    const now = this.mark(place);
    this.#apply([this.#change(`m:${work}:${student}`, now.body, markBody(student, work, now.value, { comment, commentFor, due }))], false);
  }

  /** A value out of the cell's history. */
  putBack(place, kind, value) {
    const read = value === '' ? { kind: 'clear', only: kind } : this.read(value);
    this.#apply(this.#changesOf(place, read).filter(Boolean), false);
  }

  undo() {
    this.#step(this.#done, this.#undone, 'before');
  }

  redo() {
    this.#step(this.#undone, this.#done, 'after');
  }

  /** The mark as it stands for the person typing: what waits, what was acknowledged, what the page shows. */
  mark(place) {
    const { work } = this.cells.columns[place.column];
    const shown = this.cells.shown(place);
    if (!work) return { value: '', body: null, version: 0 };
    const student = this.cells.rows[place.row].student;
    const known = this.#wishes.latest(`m:${work}:${student}`, shown.version);
    if (known) return { value: known.body.value, body: known.body, version: known.version };
    const body = markBody(student, work, shown.mark, shown);
    return { value: shown.mark, body, version: shown.version };
  }

  absence(place) {
    const at = { row: place.row, column: this.cells.absenceColumn(place.column) };
    const { lesson } = this.cells.columns[place.column];
    const student = this.cells.rows[place.row].student;
    const shown = at.column < 0 ? { absence: '', absenceVersion: 0, letter: '' } : this.cells.shown(at);
    const known = this.#wishes.latest(`a:${lesson}:${student}`, shown.absenceVersion);
    if (known) return { value: known.body.value, letter: known.body.value, body: known.body, version: known.version };
    return {
      value: shown.absence,
      letter: shown.letter,
      body: { student, lesson, value: shown.absence },
      version: shown.absenceVersion,
    };
  }

  /** What is the matter with a cell, for its popover: {state, entry | why} or null. */
  trouble(place) {
    const [mark, absence] = this.#names(place).map((cell) => cell && this.#wish(cell, Infinity));
    return [mark, absence].find((wish) => wish?.state === 'clash' || wish?.state === 'refused') ?? null;
  }

  /** Theirs stays, mine is dropped. */
  takeTheirs(entry) {
    outbox.drop(this.course, entry.cell);
  }

  /** Mine is put over theirs, as a new edit of what stands there now. */
  keepMine(entry) {
    const before = { ...entry.mine, value: entry.now.value };
    this.#remember([{ cell: entry.cell, before, after: entry.mine }]);
    outbox.put(this.course, entry.cell, entry.mine, entry.now.version);
  }

  /** Whoever was marked absent was there: the absence goes and the mark stays, as one whole. */
  wasPresent(place, entry) {
    const { lesson } = this.cells.columns[place.column];
    const { student } = this.cells.rows[place.row];
    outbox.drop(this.course, entry.cell);
    const [mark, absence] = [this.mark(place), this.absence(place)];
    this.#apply(
      [
        this.#change(`a:${lesson}:${student}`, absence.body, { student, lesson, value: '' }, absence.version),
        this.#change(entry.cell, mark.body, entry.mine, entry.edit.expected),
      ].filter(Boolean),
      true,
    );
  }

  forgive(cell) {
    this.#bad.delete(cell);
    outbox.drop(this.course, cell);
    this.redraw(cell);
  }

  /** Draws what lies over a cell, or over all of them when the page itself has changed. */
  redraw(cell) {
    const [kind, column, student] = cell.split(':');
    if (kind !== 'm' && kind !== 'a') return;
    const place = this.cells.find(Number(student), kind === 'm' ? { work: Number(column) } : { lesson: Number(column) });
    if (place) this.#draw(place);
    this.dispatchEvent(new CustomEvent('drawn', { detail: { place, cell } }));
  }

  redrawAll() {
    for (const cell of new Set([...this.#wishes.cells, ...this.#bad.keys()])) this.redraw(cell);
  }

  /** The page has drawn this cell anew. */
  caughtUp(place) {
    if (this.#names(place).some((cell) => cell && (this.#wishes.has(cell) || this.#bad.has(cell))))
      this.#draw(place);
  }

  #names({ row, column }) {
    const [{ work, lesson, absence }, { student }] = [this.cells.columns[column], this.cells.rows[row]];
    return [work ? `m:${work}:${student}` : null, absence ? `a:${lesson}:${student}` : null];
  }

  #wish(cell, version) {
    const entry = outbox.of(this.course, cell);
    if (!entry && this.#bad.has(cell)) return { state: 'refused', value: this.#bad.get(cell).text, why: this.#bad.get(cell), cell };
    return this.#wishes.of(cell, version);
  }

  #draw(place) {
    const shown = this.cells.shown(place);
    const [markCell, absenceCell] = this.#names(place);
    const mark = markCell && this.#wish(markCell, shown.version);
    const absence = absenceCell && this.#wish(absenceCell, shown.absenceVersion);
    if (!mark && !absence) {
      this.cells.lay(place, null);
      return;
    }
    const worst = [mark, absence].filter(Boolean).sort((a, b) => RANK[b.state] - RANK[a.state])[0];
    const text =
      worst.state === 'clash' || worst.state === 'refused'
        ? worst.value
        : together(mark ? mark.value : shown.mark, absence ? absence.value : shown.letter);
    this.cells.lay(place, { text, state: worst.state });
  }

  #changesOf(place, value) {
    const { work, lesson } = this.cells.columns[place.column];
    const student = this.cells.rows[place.row].student;
    for (const cell of this.#names(place)) this.#bad.delete(cell);
    const [mark, absence] = [this.mark(place), this.absence(place)];
    const setMark = (text) =>
      this.#change(`m:${work}:${student}`, mark.body, markBody(student, work, text, text === '' ? {} : mark.body), mark.version);
    const setAbsence = (text) =>
      this.#change(`a:${lesson}:${student}`, absence.body, { student, lesson, value: text }, absence.version);
    if (value.kind === 'mark') return [work ? setMark(value.text) : null];
    if (value.kind === 'absence') return [setAbsence(value.text)];
    // Nothing: the mark goes; where there is none, the absence.
    if (value.only === 'absence') return [setAbsence('')];
    return [work && (mark.value !== '' || mark.body?.comment || value.only === 'mark') ? setMark('') : setAbsence('')];
  }

  #change(cell, before, after, version) {
    const same = ['value', 'comment', 'commentFor', 'due'].every((name) => (before?.[name] ?? '') === (after[name] ?? ''));
    const unsettled = outbox.of(this.course, cell)?.state;
    return same && unsettled !== 'refused' && unsettled !== 'clash' ? null : { cell, before, after, version };
  }

  #apply(changes, whole) {
    if (changes.length === 0) {
      this.redrawAll();
      return;
    }
    this.#undone = [];
    this.#remember(changes.map(({ cell, before, after }) => ({ cell, before, after })));
    this.#send(changes, whole);
  }

  #send(changes, whole) {
    if (whole && changes.length > 1)
      outbox.putWhole(
        this.course,
        changes.map(({ cell, after, version }) => ({ cell, body: after, expected: version })),
      );
    else for (const { cell, after, version } of changes) outbox.put(this.course, cell, after, version ?? this.#versionOf(cell));
  }

  #versionOf(cell) {
    const [kind, column, student] = cell.split(':');
    const place = this.cells.find(Number(student), kind === 'm' ? { work: Number(column) } : { lesson: Number(column) });
    if (!place) return 0;
    return kind === 'm' ? this.mark(place).version : this.absence(place).version;
  }

  #remember(step) {
    this.#done.push(step);
    if (this.#done.length > STEPS) this.#done.shift();
    this.dispatchEvent(new CustomEvent('steps'));
  }

  #step(from, to, side) {
    const step = from.pop();
    if (!step) return;
    to.push(step);
    const changes = step.map(({ cell, [side]: after }) => ({ cell, after, version: this.#versionOf(cell) }));
    this.#send(changes, changes.length > 1);
    this.dispatchEvent(new CustomEvent('steps', { detail: step.map(({ cell }) => cell) }));
  }

  #refuseHere(place, why) {
    const [mark, absence] = this.#names(place);
    const cell = mark ?? absence;
    this.#bad.set(cell, why);
    this.redraw(cell);
  }
}

function markBody(student, work, value, { comment, commentFor, due }) {
  const body = { student, work, value };
  if (comment) Object.assign(body, { comment, commentFor: commentFor ?? 'staff' });
  if (due && value.endsWith('•')) body.due = due;
  return body;
}
