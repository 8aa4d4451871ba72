// Where one stands in the grid: one cell that has the focus, and a rectangle of selected ones that ends there. One tab stop.

export class Cursor extends EventTarget {
  row = 0;
  column = 0;
  #anchor = null;
  #drawn = [];

  constructor(cells, scroll) {
    super();
    Object.assign(this, { cells, scroll });
  }

  get place() {
    return { row: this.row, column: this.column };
  }

  get td() {
    return this.cells.td(this.row, this.column);
  }

  /** The selected rectangle, row by row; one cell when nothing else is selected. */
  get range() {
    const from = this.#anchor ?? this.place;
    const [top, bottom] = [Math.min(from.row, this.row), Math.max(from.row, this.row)];
    const [left, right] = [Math.min(from.column, this.column), Math.max(from.column, this.column)];
    return { top, bottom, left, right };
  }

  get places() {
    const { top, bottom, left, right } = this.range;
    const places = [];
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) places.push({ row, column });
    return places;
  }

  get isRange() {
    return this.#anchor !== null;
  }

  moveBy(rows, columns, extend = false) {
    this.go(this.row + rows, this.column + columns, { extend });
  }

  go(row, column, { extend = false, focus = true } = {}) {
    if (this.cells.height === 0 || this.cells.width === 0) return;
    this.#anchor = extend ? (this.#anchor ?? this.place) : null;
    this.td?.removeAttribute('tabindex');
    this.cells.rows[this.row]?.tr.removeAttribute('data-at');
    this.cells.columns[this.column]?.head.removeAttribute('data-at');
    this.row = Math.max(0, Math.min(row, this.cells.height - 1));
    this.column = Math.max(0, Math.min(column, this.cells.width - 1));
    if (this.#anchor && this.#anchor.row === this.row && this.#anchor.column === this.column) this.#anchor = null;
    this.draw();
    if (focus) {
      this.td.focus({ preventScroll: true });
      this.td.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    this.dispatchEvent(new Event('moved'));
  }

  selectAll() {
    this.#anchor = { row: 0, column: 0 };
    this.row = this.cells.height - 1;
    this.column = this.cells.width - 1;
    this.draw();
    this.dispatchEvent(new Event('moved'));
  }

  collapse() {
    this.#anchor = null;
    this.draw();
  }

  draw() {
    for (const td of this.#drawn) {
      delete td.dataset.sel;
      td.removeAttribute('aria-selected');
    }
    this.#drawn = this.places.map(({ row, column }) => this.cells.td(row, column)).filter(Boolean);
    for (const td of this.#drawn) {
      td.dataset.sel = '';
      td.setAttribute('aria-selected', 'true');
    }
    if (!this.td) return;
    this.td.tabIndex = 0;
    this.td.dataset.sel = 'at';
    this.cells.rows[this.row].tr.dataset.at = '';
    this.cells.columns[this.column].head.dataset.at = '';
  }
}
