// A mark that was put after a lesson the student missed: its protocol is asked for beside the cell, and recorded by the page's server.

export class MakeUps {
  constructor(grid) {
    this.grid = grid;
  }

  /** A mark was saved for somebody who was absent: the protocol it may lack is offered, and one types on. */
  async offer({ cell, body }) {
    const isMark = cell.startsWith('m:') && body.value && this.grid.mayEdit && this.grid.isUp;
    const place = isMark ? this.grid.cellPops.placeOf(cell) : null;
    // A projector says nothing of who was absent.
    if (!place || !this.grid.sheet.absence(place).letter || 'projector' in document.documentElement.dataset) return;
    const known = await this.#protocolOf(place).catch(() => null);
    if (!known || known.number || this.grid.editor.isOpen || this.grid.pops.isOpen) return;
    this.grid.cellPops.open('make-up-offer', place, { focus: false, fill: this.#about(place), act: () => this.open(place) });
  }

  /** The protocol of a make-up. */
  async open(place) {
    let known = null;
    try {
      known = await this.#protocolOf(place);
      if (!known) this.grid.says.aloud(this.grid.words.notMadeUp);
    } catch {
      this.grid.says.aloud(this.grid.words.offline);
    }
    // On a slow line one has typed on meanwhile.
    if (!known || this.grid.editor.isOpen) return;
    this.grid.cellPops.open('make-up', place, {
      fill: this.#about(place),
      ready: (card) => {
        const { number, date, commission } = card.querySelector('form').elements;
        [number.value, date.value, commission.value] = [known.number ?? '', known.date, known.commission ?? ''];
        [date.min, date.max] = [known.earliest, known.latest];
        const withdraw = card.querySelector('[data-do="withdraw"]');
        withdraw.hidden = !known.number;
        const send = (value) => this.#record(card, place, [value, date.value, commission.value, known.version]);
        withdraw.addEventListener('click', () => send(null));
        card.addEventListener('submit', (event) => {
          event.preventDefault();
          if (number.value.trim()) send(number.value);
          else number.focus();
        });
      },
    });
  }

  /** The page shows a mark that was made up here. */
  isOne({ row, column }) {
    return this.grid.mayEdit && 'p' in this.grid.cells.td(row, column).dataset;
  }

  #about({ row, column }) {
    return { name: this.grid.cells.name(row), where: this.grid.cells.columns[column].says };
  }

  async #askOf({ row, column }, what, ...of) {
    const { cells, server } = this.grid;
    if (!this.grid.isUp) throw new Error('down');
    return server.invokeMethodAsync(what, cells.rows[row].student, cells.columns[column].lesson, ...of);
  }

  // Null where nothing was made up.
  async #protocolOf(place) {
    return JSON.parse((await this.#askOf(place, 'MakeUpOf')) ?? 'null');
  }

  async #record(card, place, protocol) {
    const trouble = card.querySelector('[data-slot="trouble"]');
    try {
      trouble.textContent = (await this.#askOf(place, 'RecordMakeUp', ...protocol)) ?? '';
    } catch {
      trouble.textContent = this.grid.words.offline;
    }
    if (!trouble.textContent && this.grid.pops.element === card) this.grid.pops.close({ back: true });
  }
}
