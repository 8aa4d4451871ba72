// The cards of a cell: two values in it, why it was refused, its comment, its history, its menu, and signing in again.

import { outbox } from './outbox.js';
import { throughDialog } from './pops.js';
import { MakeUps } from './make-ups.js';
import { copyOf } from './template.js';
import { askToSignIn } from './sign-in-again.js';
import { rememberPlace } from './grid-place.js';
import { momentOf, timeOf } from './when.js';

export class CellPops {
  constructor(grid) {
    this.grid = grid;
    this.makeUps = new MakeUps(grid);
  }

  placeOf(cell) {
    const [kind, column, student] = cell.split(':');
    if (kind !== 'm' && kind !== 'a') return null;
    return this.grid.cells.find(Number(student), kind === 'm' ? { work: Number(column) } : { lesson: Number(column) });
  }

  /** Whatever is the matter with the cell one stands in. */
  trouble(place) {
    const trouble = this.grid.sheet.trouble(place);
    if (trouble?.state === 'clash') this.clash(trouble.entry, true);
    else if (trouble) this.#refusal(place, trouble);
  }

  clash(entry, focus = false) {
    const { cells, sheet, words } = this.grid;
    const place = this.placeOf(entry.cell);
    if (!place || this.grid.editor.isOpen || (!focus && this.grid.pops.isOpen)) return;
    const shown = (value) => value || words.nothing;
    this.open('clash', place, {
      focus,
      fill: {
        name: cells.name(place.row),
        where: cells.columns[place.column].says,
        mine: shown(entry.mine.value),
        theirs: shown(entry.now.value),
        who: entry.now.byName ?? words.somebody,
        when: timeOf(entry.now.at),
      },
      act: (what) => {
        if (what === 'mine') sheet.keepMine(entry);
        else sheet.takeTheirs(entry);
        this.grid.pops.close({ back: true });
      },
    });
  }

  /** A mark of somebody who is marked absent: either was a slip, and one key says which. */
  absent(entry) {
    const place = this.placeOf(entry.cell);
    if (place && !this.grid.editor.isOpen && !this.grid.pops.isOpen) this.#refusal(place, { entry }, false);
  }

  #refusal(place, trouble, focus = true) {
    const { sheet, words } = this.grid;
    const text = trouble.why ? words.bad[trouble.why.why].replace('{0}', trouble.why.text) : (trouble.entry.text ?? words.failed);
    this.open('refused', place, {
      focus,
      ready: (card) => {
        const present = card.querySelector('[data-do="present"]');
        present.hidden = trouble.entry?.code !== 'absent-from-lesson';
        if (!present.hidden) present.setAttribute('autofocus', '');
      },
      fill: { name: this.grid.cells.name(place.row), value: trouble.entry?.mine.value ?? trouble.value, text },
      act: (what) => {
        const cell = trouble.entry?.cell ?? trouble.cell;
        this.grid.pops.close({ back: true });
        if (what === 'present') sheet.wasPresent(place, trouble.entry);
        else if (what === 'again' && trouble.entry) outbox.put(this.grid.course, cell, trouble.entry.mine, trouble.entry.edit.expected);
        else sheet.forgive(cell);
      },
    });
  }

  /** A paste or a fill was refused as a whole: say which cell was at fault, offer the rest. */
  whole(entries) {
    const wrong = entries.filter((entry) => entry.state === 'clash' || entry.code !== 'refused-with-batch');
    const place = wrong.map((entry) => this.placeOf(entry.cell)).find(Boolean);
    if (!place) return;
    const { words } = this.grid;
    this.open('whole', place, {
      fill: {
        name: this.grid.cells.name(place.row),
        text: wrong[0].state === 'clash' ? words.clash : (wrong[0].text ?? words.failed),
        count: String(entries.length),
      },
      act: (what) => {
        this.grid.pops.close({ back: true });
        for (const entry of entries) outbox.drop(this.grid.course, entry.cell);
        const rest = entries.filter((entry) => !wrong.includes(entry));
        if (what === 'rest' && rest.length > 0)
          outbox.putWhole(
            this.grid.course,
            rest.map(({ cell, mine, edit }) => ({ cell, body: mine, expected: edit.expected })),
          );
      },
    });
  }

  /** Who will read it is said before it is typed. */
  comment(place) {
    const { sheet } = this.grid;
    const why = this.grid.cells.columns[place.column].work ? sheet.closed(place, 'mark') : 'no-marks';
    if (why) {
      this.grid.says.refuse(place, why);
      return;
    }
    const now = sheet.mark(place);
    this.open('comment', place, {
      fill: { name: this.grid.cells.name(place.row), where: this.grid.cells.columns[place.column].says },
      ready: (card) => {
        card.querySelector('textarea').value = now.body?.comment ?? '';
        card.querySelector(`[value="${now.body?.commentFor ?? 'staff'}"]`).checked = true;
        const due = card.querySelector('[type="date"]');
        due.closest('label').hidden = !now.value.endsWith('•');
        due.value = now.body?.due ?? '';
        card.addEventListener('submit', (event) => {
          event.preventDefault();
          this.#annotate(place, card);
        });
        card.addEventListener('keydown', (event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#annotate(place, card);
        });
      },
    });
  }

  #annotate(place, card) {
    const form = new FormData(card.querySelector('form'));
    this.grid.pops.close({ back: true });
    this.grid.sheet.annotate(place, {
      comment: form.get('comment').trim(),
      commentFor: form.get('for'),
      due: form.get('due') || null,
    });
  }

  /** The form of a remark is the page's own: whoever has written is back in the cell. */
  async remark(place) {
    const { cells, mayEdit } = this.grid;
    if (!mayEdit) return;
    this.grid.commit();
    const asked = this.grid.ask('Remark', cells.rows[place.row].student, cells.columns[place.column].lesson);
    if (await throughDialog(asked, '.remark-form textarea')) this.grid.focusCell();
  }

  async history(place, kind) {
    const { cells, course } = this.grid;
    const [{ work, lesson }, { student }] = [cells.columns[place.column], cells.rows[place.row]];
    const of = kind === 'mark' ? `work=${work}` : `lesson=${lesson}`;
    const entries = await this.#fetch(`api/v1/cells/history?course=${course}&student=${student}&${of}`);
    this.#history(place, entries, (entry) => {
      this.grid.sheet.putBack(place, kind, entry.value);
      this.grid.pops.close({ back: true });
    });
  }

  async columnHistory(place) {
    const { cells, course } = this.grid;
    const { work } = cells.columns[place.column];
    this.#history(place, await this.#fetch(`api/v1/cells/history?course=${course}&work=${work}`), null);
  }

  #history(place, entries, putBack) {
    const { cells, words, sheet } = this.grid;
    this.open('history', place, {
      fill: { name: putBack ? cells.name(place.row) : '', where: cells.columns[place.column].says },
      ready: (card) => {
        const [list, line] = [card.querySelector('ol'), card.querySelector('template')];
        card.querySelector('[data-none]').hidden = entries.length > 0;
        card.querySelector('[data-do="make-up"]').hidden = !putBack || !this.makeUps.isOne(place);
        for (const entry of [...entries].reverse()) {
          const item = copyOf(line);
          const put = (slot, text) => (item.querySelector(`[data-slot="${slot}"]`).textContent = text);
          put('value', entry.value || words.nothing);
          put('before', entry.before ? `${words.before} ${entry.before}` : '');
          put('who', [entry.studentName, entry.byName].filter(Boolean).join(' · '));
          put('when', momentOf(entry.at));
          const button = item.querySelector('button');
          button.hidden = putBack === null || !!sheet.closed(place, 'mark') || entry === entries.at(-1);
          button.addEventListener('click', () => putBack(entry));
          list.append(item);
        }
      },
      act: (what) => what === 'make-up' && this.makeUps.open(place),
    });
  }

  async #fetch(address) {
    try {
      const answer = await fetch(address, { cache: 'no-store' });
      return answer.ok ? (await answer.json()).entries : [];
    } catch {
      this.grid.says.aloud(this.grid.words.offline);
      return [];
    }
  }

  /** What can be done with a cell or, from its head, with a column. */
  menu(anchor, { row, column }) {
    const { cells, sheet, mayEdit } = this.grid;
    const { work, lesson } = cells.columns[column];
    const place = { row: row ?? this.grid.cursor.row, column };
    const whole = row === undefined;
    this.open('menu', place, {
      anchor,
      fill: { name: whole ? cells.columns[column].says : cells.name(place.row) },
      ready: (card) => {
        const hide = (what, gone) => (card.querySelector(`[data-do="${what}"]`).hidden = gone);
        hide('comment', whole || !work || !mayEdit);
        hide('make-up', whole || !this.makeUps.isOne(place));
        hide('history', whole || !work);
        hide('remark', whole || !mayEdit);
        hide('absence-history', whole);
        hide('sum', whole);
        hide('column-history', !work);
        hide('fill', !work || !mayEdit || !!cells.columns[column].closed);
        hide('work', !work || !mayEdit);
        hide('add', !mayEdit);
        this.#arrows(card);
      },
      act: (what) => {
        this.grid.pops.close();
        if (what === 'comment') this.comment(place);
        if (what === 'remark') this.remark(place);
        if (what === 'make-up') this.makeUps.open(place);
        if (what === 'history') this.history(place, 'mark');
        if (what === 'absence-history') this.history(place, 'absence');
        if (what === 'column-history') this.columnHistory(place);
        if (what === 'sum') this.grid.ask('ShowSum', cells.rows[place.row].student);
        if (what === 'fill') this.fillBlanks(place);
        if (what === 'work') this.grid.ask('ChangeWork', work);
        if (what === 'add') this.grid.ask('AddWork', lesson);
      },
    });
  }

  // A menu is walked by arrows.
  #arrows(card) {
    const items = [...card.querySelectorAll('[data-do]')].filter((item) => !item.hidden);
    card.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const at = items.indexOf(document.activeElement);
      items[(at + step + items.length) % items.length].focus();
    });
    items[0]?.setAttribute('autofocus', '');
  }

  /** Puts one value into every open empty cell of a column. */
  fillBlanks(place) {
    const { cells, sheet } = this.grid;
    const blanks = cells.rows
      .map((_, row) => ({ row, column: place.column }))
      .filter((at) => !sheet.closed(at, 'mark') && !sheet.mark(at).value && !sheet.absence(at).value);
    this.open('fill', place, {
      fill: { where: cells.columns[place.column].says, count: String(blanks.length) },
      ready: (card) =>
        card.addEventListener('submit', (event) => {
          event.preventDefault();
          const text = new FormData(card.querySelector('form')).get('value');
          const value = sheet.read(text);
          if (value.kind !== 'mark') {
            const trouble = card.querySelector('[data-slot="trouble"]');
            trouble.textContent = value.kind === 'bad' ? this.grid.words.bad[value.why].replace('{0}', value.text) : this.grid.words.noMark;
            return;
          }
          this.grid.pops.close({ back: true });
          if (blanks.length > 0) sheet.typeAll(blanks.map((at) => ({ place: at, value })));
        }),
    });
  }

  /** The session ended while somebody typed: the password again, in place; what was typed waits. */
  signIn() {
    askToSignIn({
      pops: this.grid.pops,
      anchor: this.grid.cursor.td ?? this.grid.table,
      words: this.grid.words,
      aloud: (text) => this.grid.says.aloud(text),
      back: () => this.grid.focusCell(),
      mayTakeFocus: () => document.activeElement === this.grid.cursor.td,
      before: () => rememberPlace(this.grid),
    });
  }

  /** A card beside a cell. */
  open(name, place, options) {
    const anchor = options.anchor ?? this.grid.cells.td(place.row, place.column);
    anchor.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    this.grid.pops.open(name, anchor, { ...options, back: () => this.grid.cursor.go(place.row, place.column) });
  }
}
