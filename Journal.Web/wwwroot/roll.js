// The roll of a lesson in the browser: four buttons in a row, everybody present until one is pressed. What is pressed goes to the outbox the grid
// uses, under the same names of cells, and is shown at once; the rows themselves are drawn by the server and stay its own.
// Opened by the page (Roll/RollSheet.razor.cs); what the server must be asked goes through `server`.

import { outbox } from './outbox.js';
import { Wishes } from './wishes.js';
import { Pops, throughDialog } from './pops.js';
import { askToSignIn } from './sign-in-again.js';
import { reader } from './typed.js';
import { RollKeys } from './roll-keys.js';
import { Minutes } from './roll-minutes.js';
import { timeOf } from './when.js';

const STEPS = 50;

export const open = (root, server) => new Roll(root, server);

class Roll {
  #ending = new AbortController();
  #done = [];
  #here;
  #observer;

  constructor(root, server) {
    const { course, lesson, words, codes } = root.dataset;
    Object.assign(this, { root, server, course: Number(course), lesson: Number(lesson), words: JSON.parse(words), codes: JSON.parse(codes) });
    this.mayTake = 'edit' in root.dataset;
    this.read = reader([], this.codes);
    this.#here = new Set(JSON.parse(sessionStorage.getItem(this.#hereKey) ?? '[]'));
    this.wishes = new Wishes(this.course, (cell) => this.#settled(cell), this.signal);
    this.pops = new Pops(root);
    this.minutes = new Minutes(this);
    this.keys = new RollKeys(this);
    this.#listen();
    this.#observer = new MutationObserver(() => this.draw());
    // Rows that come and go, and what the server writes into them; not what is drawn here.
    this.#observer.observe(root.querySelector('.roll ul'), { childList: true });
    this.#observer.observe(root.querySelector('.roll'), { attributes: true, attributeFilter: ['data-value', 'data-version', 'data-told'], subtree: true });
    outbox.ready.then(() => this.draw());
    this.draw();
    root.dataset.ready = '';
  }

  get signal() {
    return this.#ending.signal;
  }

  get rows() {
    return [...this.root.querySelectorAll('.roll li')];
  }

  cellOf(row) {
    return `a:${this.lesson}:${row.dataset.student}`;
  }

  /** What stands in a row for the person pressing: {value, version}. */
  now(row) {
    const version = Number(row.dataset.version ?? 0);
    const latest = this.wishes.latest(this.cellOf(row), version);
    return latest ? { value: latest.body.value, version: latest.version } : { value: row.dataset.value ?? '', version };
  }

  /** What is not recorded yet and will be with the roll: a guardian told it, and nobody has pressed anything in the row. */
  told(row) {
    const { told, student } = row.dataset;
    return told && !this.#here.has(student) && !this.wishes.latest(this.cellOf(row), 0) ? told : null;
  }

  codeOf(value) {
    const letter = value.replace(/[0-9]+$/, '').toLowerCase();
    return this.codes.find((code) => code.text.toLowerCase() === letter) ?? null;
  }

  /** A button of a row: pressed again, the student is present. */
  press(row, letter) {
    const code = this.codeOf(letter);
    const pressed = this.codeOf(this.now(row).value) === code;
    this.put([{ row, value: pressed ? '' : code.late ? code.text + (this.minutes.passed ?? '') : code.text }]);
  }

  /** Nobody is absent in this row: what was recorded goes, what was told will not be recorded. */
  clear(row) {
    if (!this.mayTake) return;
    if (!this.told(row)) return this.put([{ row, value: '' }]);
    this.#here.add(row.dataset.student);
    sessionStorage.setItem(this.#hereKey, JSON.stringify([...this.#here]));
    this.draw();
    this.aloud(this.words.present);
  }

  async remark(row) {
    try {
      await throughDialog(this.server.invokeMethodAsync('Remark', Number(row.dataset.student)), '.remark-form textarea');
    } catch {
      this.aloud(this.words.offline);
      return;
    }
    row.querySelector('[data-remark]')?.focus();
  }

  /** Several rows are one step back. */
  put(changes) {
    const step = changes
      .map(({ row, value }) => ({ student: row.dataset.student, before: this.now(row).value, after: value, row }))
      .filter(({ before, after }) => before !== after);
    if (!this.mayTake || step.length === 0) return;
    this.#done.push(step);
    if (this.#done.length > STEPS) this.#done.shift();
    for (const { row, after } of step) this.#send(row, after);
    this.draw();
  }

  draw() {
    for (const row of this.rows) this.#drawRow(row);
    this.#drawBar();
  }

  aloud(text) {
    this.root.querySelector('[data-voice]').textContent = text;
  }

  dispose() {
    this.#ending.abort();
    this.#observer.disconnect();
  }

  get #hereKey() {
    return `roll-here:${this.lesson}`;
  }

  #send(row, value) {
    const { student } = row.dataset;
    outbox.put(this.course, this.cellOf(row), { student: Number(student), lesson: this.lesson, value }, this.now(row).version);
  }

  // The button goes with what it clears.
  #isHere(row) {
    this.clear(row);
    row.querySelector('[data-code]').focus();
  }

  #undo() {
    const step = this.#done.pop();
    for (const { student, before } of step ?? []) {
      const row = this.rows.find((one) => one.dataset.student === student);
      if (row) this.#send(row, before);
    }
    this.draw();
  }

  #drawRow(row) {
    const wish = this.wishes.of(this.cellOf(row), Number(row.dataset.version ?? 0));
    const { value } = this.now(row);
    const code = this.codeOf(value);
    const told = this.codeOf(this.told(row) ?? '');
    const state = wish?.state ?? 'saved';
    Object.assign(row.dataset, { now: value, state, kind: told ? 'told' : (code?.kind ?? 'present') });
    for (const button of row.querySelectorAll('[data-code]')) {
      const is = this.codeOf(button.dataset.code);
      button.setAttribute('aria-pressed', told && is === told ? 'mixed' : String(is === code));
    }
    const here = row.querySelector('[data-here]');
    if (here) here.hidden = !told;
    row.querySelector('[data-says]').textContent = state === 'saved' ? '' : this.words[state];
    this.minutes.draw(row, code, value);
  }

  #drawBar() {
    const values = this.rows.map((row) => this.codeOf(this.told(row) ?? this.now(row).value));
    const missed = values.filter((code) => code?.missed).length;
    const all = values.length;
    this.root.querySelector('[data-sum]').textContent = this.words.sum.replace('{0}', String(all - missed)).replace('{1}', String(all));
    this.root.querySelector('[data-each]').textContent = this.codes
      .map((code) => ({ code, count: values.filter((one) => one === code).length }))
      .filter(({ count }) => count > 0)
      .map(({ code, count }) => `${code.text.toUpperCase()} ${count}`)
      .join(' · ');
    const wish = this.wishes.of(`t:${this.lesson}`, Infinity);
    this.root.dataset.taking = wish?.state ?? '';
    this.root.querySelector('[data-taking]').textContent =
      wish?.state === 'waiting' ? this.words.waiting : wish?.state === 'refused' ? (wish.entry.text ?? this.words.failed) : '';
    for (const button of this.root.querySelectorAll('[data-act="undo"]')) button.disabled = this.#done.length === 0;
  }

  #declare() {
    const [wrong] = this.#troubles();
    if (wrong) {
      this.aloud(this.words.troubleFirst);
      this.#ask(wrong);
      return;
    }
    this.put(this.rows.filter((row) => this.told(row)).map((row) => ({ row, value: this.told(row) })));
    outbox.put(this.course, `t:${this.lesson}`, { lesson: this.lesson, roll: true }, 0);
    this.draw();
  }

  // Whoever was marked already stays so; late once is not late again.
  async #asBefore() {
    const known = (await this.#earlier()) ?? this.rows.filter((row) => 'before' in row.dataset).map((row) => ({ student: Number(row.dataset.student), value: row.dataset.before }));
    if (known.length === 0) {
      this.aloud(this.words.noBefore);
      this.root.querySelector('[data-taking]').textContent = this.words.noBefore;
      return;
    }
    const values = new Map(known.map(({ student, value }) => [String(student), value]));
    const changes = this.rows
      .filter((row) => this.codeOf(values.get(row.dataset.student) ?? '')?.missed && this.now(row).value === '' && !this.told(row))
      .map((row) => ({ row, value: values.get(row.dataset.student) }));
    this.put(changes);
    this.aloud(this.words.asBefore.replace('{0}', String(changes.length)));
  }

  async #earlier() {
    try {
      return JSON.parse(await this.server.invokeMethodAsync('Earlier'));
    } catch {
      return null;
    }
  }

  #troubles() {
    return this.rows.filter((row) => ['clash', 'refused'].includes(row.dataset.state));
  }

  // Two different values, or a refusal: the person decides, nothing is overwritten.
  #ask(row) {
    const entry = outbox.of(this.course, this.cellOf(row));
    if (!entry || !['clash', 'refused'].includes(entry.state)) return;
    const name = row.querySelector('[data-name]').textContent;
    const shown = (value) => value || this.words.present;
    const isClash = entry.state === 'clash';
    this.pops.open(isClash ? 'clash' : 'refused', row, {
      fill: isClash
        ? { name, where: '', mine: shown(entry.mine.value), theirs: shown(entry.now.value), who: entry.now.byName ?? this.words.somebody, when: timeOf(entry.now.at) }
        : { name, value: shown(entry.mine.value), text: entry.text ?? this.words.failed },
      act: (what) => {
        this.pops.close({ back: true });
        if (what === 'mine') outbox.put(this.course, entry.cell, entry.mine, entry.now.version);
        else if (what === 'again') outbox.put(this.course, entry.cell, entry.mine, entry.edit.expected);
        else outbox.drop(this.course, entry.cell);
      },
      back: () => row.querySelector('[data-code]').focus(),
    });
  }

  #settled(cell) {
    const row = this.rows.find((one) => this.cellOf(one) === cell);
    this.draw();
    const state = outbox.of(this.course, cell)?.state;
    if (row && (state === 'clash' || state === 'refused') && !this.pops.isOpen) this.#ask(row);
  }

  #signIn() {
    askToSignIn({
      pops: this.pops,
      anchor: this.root.querySelector('.rollbar'),
      words: this.words,
      aloud: (text) => this.aloud(text),
      back: () => this.rows[0]?.querySelector('[data-code]').focus(),
      mayTakeFocus: () => this.root.contains(document.activeElement) || document.activeElement === document.body,
      before: () => {},
    });
  }

  #listen() {
    const { signal } = this;
    this.root.addEventListener(
      'click',
      (event) => {
        const row = event.target.closest('.roll li');
        const code = event.target.closest('[data-code]');
        if (code && this.mayTake) this.press(row, code.dataset.code);
        else if (row && event.target.closest('[data-says]')) this.#ask(row);
        else if (row && event.target.closest('[data-here]')) this.#isHere(row);
        else if (row && event.target.closest('[data-remark]')) this.remark(row);
        const act = event.target.closest('[data-act]')?.dataset.act;
        if (act === 'done') this.#declare();
        if (act === 'undo') this.#undo();
        if (act === 'before') this.#asBefore();
      },
      { signal },
    );
    outbox.addEventListener('signed-out', () => this.#signIn(), { signal });
    document.addEventListener(
      'journal:line',
      (event) => {
        if (event.detail === 'leaving') outbox.leaveQuietly();
        if (event.detail !== 'signed-out') return;
        event.preventDefault();
        this.#signIn();
      },
      { signal },
    );
  }
}
