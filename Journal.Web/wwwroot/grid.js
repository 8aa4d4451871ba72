// The grade grid in the browser: keys, mouse and clipboard become edits; the page itself is drawn by the server and stays its own.
// Opened by the page (Register/Spread.razor.cs); what the server must be asked goes through `server`.

import { outbox } from './outbox.js';
import { reader } from './typed.js';
import { Cells } from './cells.js';
import { Sheet } from './sheet.js';
import { Cursor } from './cursor.js';
import { Editor } from './editor.js';
import { Keys } from './grid-keys.js';
import { Mouse } from './grid-mouse.js';
import { Clipboard } from './clipboard.js';
import { Says } from './says.js';
import { Pops } from './pops.js';
import { CellPops } from './cell-pops.js';
import { Pad } from './pad.js';
import { Lessons } from './lessons.js';
import { Watchers } from './watchers.js';
import { rememberPlace, returnToPlace, standIn } from './grid-place.js';

/** @param root the spread's element; server: the page's object for what only it can do */
export function open(root, server) {
  return new Grid(root, server);
}

class Grid {
  isUp = true;
  #ending = new AbortController();

  constructor(root, server) {
    const data = root.dataset;
    const table = root.querySelector('table.grid');
    const scroll = root.querySelector('.scroll');
    Object.assign(this, { root, server, table, scroll, words: JSON.parse(data.words), course: Number(data.course) });
    this.enterRight = data.enter === 'right';
    this.cells = new Cells(table, this.words);
    const read = reader(JSON.parse(data.scale), JSON.parse(data.codes));
    this.sheet = new Sheet(this.course, this.cells, read, this);
    this.cursor = new Cursor(this.cells, scroll);
    this.editor = new Editor(root.querySelector('.over'), this.words.editor);
    this.pops = new Pops(root);
    this.says = new Says(this);
    this.cellPops = new CellPops(this);
    this.keys = new Keys(this);
    this.mouse = new Mouse(this);
    this.clipboard = new Clipboard(this);
    this.pad = new Pad(this);
    this.lessons = new Lessons(this);
    this.watchers = new Watchers(this);
    this.#listen();
    this.#watchPage();
    returnToPlace(this);
    this.sheet.redrawAll();
    root.dataset.ready = '';
  }

  // Asked each time: a lesson may be taken over, or given back, while the page is open.
  get mayEdit() {
    return 'edit' in this.root.dataset;
  }

  get only() {
    const { only } = this.root.dataset;
    return only === undefined ? null : new Set(only.split(' ').map(Number));
  }

  get signal() {
    return this.#ending.signal;
  }

  /** Opens the editor over the cell one stands in; says why when it may not be typed into. */
  edit(text, options) {
    const { place } = this.cursor;
    const why = this.sheet.closed(place);
    if (why) {
      this.says.refuse(place, why);
      return false;
    }
    this.pops.makeWay();
    this.editor.open(place, this.cursor.td, text, options);
    return true;
  }

  /** Takes what is in the editor. With `everywhere` it goes into the whole selection. */
  commit({ everywhere = false } = {}) {
    if (!this.editor.isOpen) return true;
    const { place, text } = this.editor.close();
    return this.put(everywhere ? this.cursor.places : [place], text);
  }

  /** Types a text into cells. What may not be typed there is said, and nothing is changed. */
  put(places, text) {
    const value = this.sheet.read(text);
    const open = places.filter((place) => !this.sheet.closed(place, value.kind));
    if (open.length === 0) {
      this.says.refuse(places[0], this.sheet.closed(places[0], value.kind));
      return false;
    }
    const wrong = this.sheet.type(open, text);
    if (wrong) this.says.wrong(open[0], wrong);
    return wrong === null;
  }

  cancel() {
    this.editor.close();
    this.cursor.go(this.cursor.row, this.cursor.column);
  }

  /** Where Enter leads: down the column, or right along the row if the person prefers it. */
  next(back = false) {
    const step = back ? -1 : 1;
    if (this.enterRight) this.cursor.moveBy(0, step);
    else this.cursor.moveBy(step, 0);
  }

  undo() {
    this.sheet.undo();
  }

  redo() {
    this.sheet.redo();
  }

  /** Asks the page's server for what only it can do; while the line is down that is said, and nothing is lost by it. */
  async ask(what, ...of) {
    try {
      if (!this.isUp) throw new Error('down');
      await this.server.invokeMethodAsync(what, ...of);
      return true;
    } catch {
      this.says.aloud(this.words.offline);
      return false;
    }
  }

  /** The page shows changes of others: who, when and what was there before. */
  changed(changes) {
    this.watchers.flash(JSON.parse(changes));
  }

  /** Who stands where. */
  present(people) {
    this.watchers.present(JSON.parse(people));
  }

  /** A card of the page's own (a sum) has been drawn: put it beside its cell. */
  placePop(element, student) {
    this.pops.place(element, this.cells.rows.find((one) => one.student === student)?.tr.querySelector('.avg') ?? this.cursor.td);
    element.focus();
  }

  /** Somebody was looked for while this page was open. */
  standIn(student) {
    standIn(this, student);
  }

  focusCell() {
    this.cursor.go(this.cursor.row, this.cursor.column);
  }

  projector() {
    document.documentElement.toggleAttribute('data-projector');
    this.says.tell();
  }

  dispose() {
    rememberPlace(this);
    this.#ending.abort();
    this.#observer.disconnect();
    this.lessons.observer.disconnect();
  }

  #listen() {
    const { signal } = this;
    this.editor.addEventListener('left', () => this.commit());
    this.cursor.addEventListener('moved', () => {
      this.says.tell();
      this.watchers.moved();
    });
    this.sheet.addEventListener('steps', ({ detail }) => {
      this.#buttons();
      if (detail) this.#show(detail[0]);
    });
    outbox.addEventListener('signed-out', () => this.cellPops.signIn(), { signal });
    outbox.addEventListener('saved', ({ detail }) => detail.course === this.course && this.cellPops.makeUps.offer(detail), { signal });
    outbox.addEventListener('group', ({ detail }) => detail[0].course === this.course && this.cellPops.whole(detail), { signal });
    outbox.addEventListener(
      'settled',
      ({ detail }) => {
        if (detail.course !== this.course) return;
        const entry = outbox.of(this.course, detail.cell);
        if (entry?.state === 'clash') this.cellPops.clash(entry);
        if (entry?.code === 'absent-from-lesson') this.cellPops.absent(entry);
        if (entry?.state === 'refused' && entry.code !== 'refused-with-batch') this.says.refused(entry);
        this.says.tell();
      },
      { signal },
    );
    this.root.addEventListener('click', (event) => this.#act(event.target.closest('[data-act]')), { signal });
    const keep = () => {
      this.commit();
      this.lessons.commit();
    };
    addEventListener('pagehide', keep, { signal });
    document.addEventListener('visibilitychange', () => document.hidden && keep(), { signal });
    document.addEventListener(
      'journal:line',
      (event) => {
        this.isUp = event.detail === 'up';
        if (event.detail === 'leaving') this.#leave();
        if (event.detail === 'signed-out') {
          event.preventDefault();
          this.cellPops.signIn();
        }
      },
      { signal },
    );
    this.#buttons();
  }

  #act(button) {
    const act = button?.dataset.act;
    if (act === 'undo') this.undo();
    if (act === 'redo') this.redo();
    if (act === 'projector') this.projector();
    if (act === 'sum') this.ask('ShowSum', Number(button.closest('tr').dataset.student));
    if (act === 'leaf') this.#turn(button);
    if (act === 'menu') this.cellPops.menu(button, { column: this.cells.columns.findIndex((one) => one.head === button.closest('th')) });
    if (['undo', 'redo'].includes(act)) this.focusCell();
  }

  // A narrow screen shows one leaf at a time.
  #turn(button) {
    this.root.dataset.leaf = button.dataset.leaf;
    for (const one of this.root.querySelectorAll('[data-act="leaf"]')) one.setAttribute('aria-pressed', String(one === button));
  }

  #buttons() {
    for (const button of this.root.querySelectorAll('[data-act="undo"]')) button.disabled = !this.sheet.canUndo;
    for (const button of this.root.querySelectorAll('[data-act="redo"]')) button.disabled = !this.sheet.canRedo;
  }

  #show(cell) {
    const [kind, column, student] = cell.split(':');
    const place = this.cells.find(Number(student), kind === 'm' ? { work: Number(column) } : { lesson: Number(column) });
    if (place) this.cursor.go(place.row, place.column);
  }

  // The server no longer knows this page, and it is loaded anew. What is typed is safe in the outbox.
  #leave() {
    rememberPlace(this);
    outbox.leaveQuietly();
  }

  #observer;

  // Rows drawn anew by the server: what we had laid over them goes once they show it; new columns are found again.
  #watchPage() {
    this.#observer = new MutationObserver((changes) => {
      if (changes.some(({ type, target }) => type === 'childList' && target.nodeName !== 'TD')) {
        this.cells.readHead();
        this.sheet.redrawAll();
        this.cursor.go(this.cursor.row, this.cursor.column, { focus: this.table.contains(document.activeElement) });
        return;
      }
      for (const td of new Set(changes.map(({ target }) => (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)))) {
        const place = td?.closest('td') && this.cells.placeOf(td.closest('td'));
        if (place) this.sheet.caughtUp(place);
      }
    });
    const body = { attributes: true, attributeFilter: ['data-v', 'data-a'], characterData: true, childList: true, subtree: true };
    this.#observer.observe(this.table.tBodies[0], body);
    this.#observer.observe(this.table.tHead, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-work', 'data-closed'] });
  }
}
