// Pointing: a click stands in a cell, dragging selects, a double click edits, the second button opens the menu.

export class Mouse {
  #dragging = false;

  constructor(grid) {
    this.grid = grid;
    const { table, signal } = grid;
    table.tBodies[0].addEventListener('pointerdown', (event) => this.#down(event), { signal });
    table.tBodies[0].addEventListener('pointerover', (event) => this.#over(event), { signal });
    addEventListener('pointerup', () => (this.#dragging = false), { signal });
    table.tBodies[0].addEventListener('click', (event) => this.#name(event), { signal });
    table.tBodies[0].addEventListener('dblclick', (event) => this.#edit(event), { signal });
    table.tBodies[0].addEventListener('contextmenu', (event) => this.#menu(event), { signal });
    table.tBodies[0].addEventListener('pointerenter', (event) => this.#hover(event), { signal, capture: true });
  }

  #place(event) {
    const td = event.target.closest?.('td');
    return td ? this.grid.cells.placeOf(td) : null;
  }

  #down(event) {
    const place = this.#place(event);
    if (!place || event.button !== 0) return;
    const { grid } = this;
    event.preventDefault();
    grid.commit();
    const touched = event.pointerType === 'touch';
    this.#dragging = !touched;
    grid.cursor.go(place.row, place.column, { extend: event.shiftKey });
    const trouble = grid.sheet.trouble(place);
    if (trouble) grid.cellPops.trouble(place);
    else grid.pops.makeWay();
  }

  // The name: a remark on whoever it is, in the lesson one stands in.
  #name(event) {
    const tr = event.target.closest('th.name')?.closest('tr');
    if (!tr || !this.grid.mayEdit) return;
    const row = this.grid.cells.rows.findIndex((one) => one.tr === tr);
    this.grid.cursor.go(row, this.grid.cursor.column);
    this.grid.cellPops.remark(this.grid.cursor.place);
  }

  #over(event) {
    const place = this.#dragging && this.#place(event);
    if (place && (place.row !== this.grid.cursor.row || place.column !== this.grid.cursor.column))
      this.grid.cursor.go(place.row, place.column, { extend: true });
  }

  #hover(event) {
    if (event.target.nodeName !== 'TD') return;
    const place = this.#place(event);
    if (place) event.target.title = this.grid.says.hover(place);
  }

  #edit(event) {
    if (!this.#place(event)) return;
    const { place } = this.grid.cursor;
    this.grid.editor.editing = true;
    this.grid.edit(this.grid.sheet.mark(place).value || this.grid.sheet.absence(place).value);
  }

  #menu(event) {
    const place = this.#place(event);
    if (!place) return;
    event.preventDefault();
    this.grid.commit();
    this.grid.cursor.go(place.row, place.column);
    this.grid.cellPops.menu(this.grid.cursor.td, place);
  }
}
