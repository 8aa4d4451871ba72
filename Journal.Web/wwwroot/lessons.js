// The right leaf: topics and homework, typed in place. A lesson's record is one whole value, as a cell is, and goes by the same outbox (r:{lesson}).

import { outbox } from './outbox.js';
import { copyOf } from './template.js';
import { timeOf } from './when.js';

const MOST_OFFERED = 5;

export class Lessons {
  #acked = new Map();
  #plan = null;
  #at = null;
  #box = null;

  constructor(grid) {
    this.grid = grid;
    this.table = grid.root.querySelector('table.topics');
    const { signal } = grid;
    this.table.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.table.addEventListener('click', (event) => this.#click(event), { signal });
    outbox.addEventListener('saved', ({ detail }) => this.#mine(detail) && this.#acked.set(detail.cell, detail), { signal });
    outbox.addEventListener('settled', ({ detail }) => this.#mine(detail) && this.#draw(this.#rowOf(detail.cell), true), { signal });
    this.observer = new MutationObserver(() => this.redrawAll());
    this.observer.observe(this.table.tBodies[0], { attributes: true, attributeFilter: ['data-v'], childList: true, subtree: true });
    const now = this.table.querySelector('tr.now') ?? this.table.tBodies[0].rows[0];
    if (now) now.cells[1].tabIndex = 0;
    this.redrawAll();
  }

  redrawAll() {
    for (const tr of this.table.tBodies[0].rows) this.#draw(tr, false);
  }

  /** Closes what is being typed and keeps it. */
  commit() {
    if (!this.#box) return;
    const [td, area] = [this.#at, this.#box.querySelector('textarea')];
    const { field } = td.dataset;
    this.#shut();
    const now = this.#record(td.parentElement);
    const text = area.value.trim();
    // Emptied homework is homework not written yet; «не задано» has a button of its own.
    const value = text === '' ? null : text;
    if ((now[field] ?? null) !== value && !(field === 'homework' && now.homework === '' && value === null)) this.#put(td.parentElement, { [field]: value });
  }

  #mine({ course, cell }) {
    return course === this.grid.course && cell.startsWith('r:');
  }

  #rowOf(cell) {
    return this.table.querySelector(`tr[data-lesson="${cell.slice(2)}"]`);
  }

  #put(tr, change) {
    const now = this.#record(tr);
    const record = { topic: now.topic, homework: now.homework, ...change };
    outbox.put(this.grid.course, `r:${tr.dataset.lesson}`, { lesson: Number(tr.dataset.lesson), record }, now.version);
  }

  // What waits, what was acknowledged, what the page shows.
  #record(tr) {
    const cell = `r:${tr.dataset.lesson}`;
    const entry = outbox.of(this.grid.course, cell);
    if (entry?.state === 'waiting') return { ...(entry.next ?? entry.edit.body).record, version: entry.edit.expected };
    if (entry?.state === 'clash') return { ...entry.mine.record, version: entry.now.version };
    const version = Number(tr.dataset.v ?? 0);
    const acked = this.#acked.get(cell);
    if (acked && acked.seq > version) return { ...acked.body.record, version: acked.seq };
    const shown = (field) => tr.querySelector(`[data-field="${field}"] > div`).textContent.trim();
    const isSet = 'set' in tr.querySelector('[data-field="homework"]').dataset;
    const homework = shown('homework') === this.grid.words.noHomework ? '' : shown('homework');
    return { topic: shown('topic') || null, homework: isSet ? homework : null, version };
  }

  #draw(tr, ask) {
    if (!tr) return;
    const cell = `r:${tr.dataset.lesson}`;
    const entry = outbox.of(this.grid.course, cell);
    const acked = this.#acked.get(cell);
    if (acked && acked.seq <= Number(tr.dataset.v ?? 0)) this.#acked.delete(cell);
    const over = entry ? (entry.state === 'waiting' ? (entry.next ?? entry.edit.body).record : entry.mine.record) : this.#acked.get(cell)?.body.record;
    for (const field of ['topic', 'homework']) {
      const td = tr.querySelector(`[data-field="${field}"]`);
      if (!over) {
        delete td.dataset.now;
        delete td.dataset.state;
        continue;
      }
      td.dataset.now = over[field] === '' ? this.grid.words.noHomework : (over[field] ?? '');
      td.dataset.state = entry?.state ?? 'saved';
    }
    if (ask && entry?.state === 'clash') this.#clash(tr, entry);
    if (ask && entry?.state === 'refused') this.grid.says.refused(entry);
  }

  #clash(tr, entry) {
    const text = (record) => [record?.topic, record?.homework].filter(Boolean).join(' · ') || this.grid.words.nothing;
    this.grid.pops.open('clash', tr.cells[1], {
      focus: false,
      fill: {
        name: tr.cells[0].textContent,
        where: this.grid.words.lesson,
        mine: text(entry.mine.record),
        theirs: text(entry.now.record),
        who: entry.now.byName ?? this.grid.words.somebody,
        when: timeOf(entry.now.at),
      },
      back: () => this.#stand(tr.cells[1]),
      act: (what) => {
        if (what === 'mine') outbox.put(this.grid.course, entry.cell, entry.mine, entry.now.version);
        else outbox.drop(this.grid.course, entry.cell);
        this.grid.pops.close({ back: true });
      },
    });
  }

  #key(event) {
    if (this.#box?.contains(event.target)) {
      this.#boxKey(event);
      return;
    }
    const td = event.target.closest('td');
    if (!td || event.ctrlKey || event.altKey || event.metaKey) return;
    const rows = [...this.table.tBodies[0].rows];
    const [row, column] = [rows.indexOf(td.parentElement), td.cellIndex];
    const moves = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      this.#stand(rows[row + move[0]]?.cells[Math.max(1, Math.min(2, column + move[1]))]);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      this.#edit(td);
    } else if (event.key.length === 1) this.#edit(td, '');
  }

  #stand(td) {
    if (!td) return;
    this.table.querySelector('td[tabindex]')?.removeAttribute('tabindex');
    td.tabIndex = 0;
    td.focus();
  }

  #click(event) {
    const td = event.target.closest('td[data-field]');
    if (!td || this.#box?.contains(event.target)) return;
    this.commit();
    this.#stand(td);
    this.#edit(td);
  }

  #edit(td, text) {
    const tr = td.parentElement;
    const foreign = this.grid.only && !this.grid.only.has(Number(tr.dataset.lesson));
    if (!this.grid.mayEdit || foreign || tr.dataset.closed) {
      this.grid.says.aloud(tr.dataset.closed ?? this.grid.words.closed[foreign ? 'not-given' : 'read-only']);
      return;
    }
    this.#at = td;
    const { field } = td.dataset;
    const now = this.#record(tr)[field];
    this.#box = copyOf(this.grid.root.querySelector(`template[data-pop="${field}"]`));
    const area = this.#box.querySelector('textarea');
    area.value = text ?? now ?? '';
    const more = this.#box.querySelector('a[data-more]');
    if (more) more.href = `homework/${tr.dataset.lesson}`;
    this.#box.addEventListener('click', (event) => this.#boxClick(event));
    this.#box.addEventListener('focusout', (event) => this.#box && !this.#box.contains(event.relatedTarget) && this.commit());
    td.append(this.#box);
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    if (field === 'topic') {
      area.addEventListener('input', () => this.#offer(tr, area.value));
      this.#offer(tr, text ?? '');
    }
  }

  #boxKey(event) {
    event.stopPropagation();
    const row = this.#at.parentElement;
    if (event.key === 'Escape') {
      event.preventDefault();
      const td = this.#at;
      this.#shut();
      this.#stand(td);
    } else if (event.key === 'Enter' && !event.shiftKey && event.target.nodeName === 'TEXTAREA') {
      event.preventDefault();
      const [column] = [this.#at.cellIndex];
      this.commit();
      this.#stand(row.nextElementSibling?.cells[column] ?? row.cells[column]);
    } else if (event.key === 'Tab' && event.target.nodeName === 'TEXTAREA' && this.#at.dataset.field === 'topic' && !event.shiftKey && !this.#box.querySelector('[data-offer] button')) {
      event.preventDefault();
      this.commit();
      this.#edit(row.cells[2]);
    }
  }

  #boxClick(event) {
    event.stopPropagation();
    const [td, tr] = [this.#at, this.#at.parentElement];
    const offered = event.target.closest('[data-offer] button');
    if (offered) {
      this.#shut();
      this.#put(tr, { topic: offered.textContent });
      this.#stand(td);
    }
    if (event.target.closest('[data-do="none"]')) {
      this.#shut();
      this.#put(tr, { homework: '' });
      this.#stand(td);
    }
  }

  #shut() {
    const box = this.#box;
    this.#box = null;
    box?.remove();
  }

  // What the plan has next: after the topic of the lesson before, not yet given, fitting what is typed.
  async #offer(tr, typed) {
    this.#plan ??= this.#fetchPlan();
    const [plan, box] = [await this.#plan, this.#box];
    if (!box) return;
    const given = [...this.table.tBodies[0].rows].map((row) => this.#record(row).topic);
    const before = given.slice(0, tr.sectionRowIndex).findLast(Boolean);
    const from = plan.indexOf(before) + 1;
    const fits = [...plan.slice(from), ...plan.slice(0, from)]
      .filter((topic) => !given.includes(topic) && topic.toLowerCase().includes(typed.trim().toLowerCase()))
      .slice(0, MOST_OFFERED);
    const list = box.querySelector('[data-offer]');
    list.replaceChildren(
      ...fits.map((topic) => {
        const item = document.createElement('li');
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = topic;
        item.append(button);
        return item;
      }),
    );
    list.hidden = fits.length === 0;
  }

  async #fetchPlan() {
    try {
      const answer = await fetch(`api/v1/courses/${this.grid.course}/plan`);
      return answer.ok ? (await answer.json()).topics : [];
    } catch {
      this.#plan = null;
      return [];
    }
  }
}
