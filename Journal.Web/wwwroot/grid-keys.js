// The keyboard of a spreadsheet: arrows walk, typing replaces, F2 edits, Enter goes on, Esc restores.

export class Keys {
  constructor(grid) {
    this.grid = grid;
    grid.root.querySelector('.leaf.left').addEventListener('keydown', (event) => this.#down(event), { signal: grid.signal });
    addEventListener('keydown', (event) => this.#anywhere(event), { signal: grid.signal });
  }

  #anywhere(event) {
    if (event.key === 'F8' && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      this.grid.projector();
    }
  }

  #down(event) {
    const { editor, pops } = this.grid;
    if (event.isComposing) return;
    if (editor.owns(event.target)) this.#inEditor(event);
    else if (event.target.closest('td[tabindex]')) this.#inCell(event);
    else if (event.key === 'Escape' && pops.isOpen) pops.close();
  }

  #inEditor(event) {
    const { grid } = this;
    const done = (act) => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    if (event.code === 'NumpadDecimal') return done(() => grid.editor.insert('.'));
    if (event.key === 'Escape') return done(() => grid.cancel());
    if (event.key === 'Enter' && event.ctrlKey) return done(() => grid.commit({ everywhere: true }) && grid.focusCell());
    if (event.key === 'Enter') return done(() => this.#leave(() => grid.next(event.shiftKey)));
    if (event.key === 'Tab') return done(() => this.#leave(() => grid.cursor.moveBy(0, event.shiftKey ? -1 : 1)));
    if (event.key === 'ArrowDown') return done(() => this.#leave(() => grid.cursor.moveBy(1, 0)));
    if (event.key === 'ArrowUp') return done(() => this.#leave(() => grid.cursor.moveBy(-1, 0)));
    // Sideways one walks inside what was opened to be edited, and leaves what was typed afresh.
    if (event.key === 'ArrowRight' && !grid.editor.editing) return done(() => this.#leave(() => grid.cursor.moveBy(0, 1)));
    if (event.key === 'ArrowLeft' && !grid.editor.editing) return done(() => this.#leave(() => grid.cursor.moveBy(0, -1)));
  }

  // What cannot be a mark stays where it was typed, struck through, and one stays beside it.
  #leave(move) {
    if (this.grid.commit()) move();
    else this.grid.focusCell();
  }

  #inCell(event) {
    const { grid } = this;
    const act = this.#command(event);
    if (!act) return this.#begin(event);
    event.preventDefault();
    act();
  }

  #command({ key, code, ctrlKey, metaKey, shiftKey, altKey }) {
    const { grid } = this;
    const { cursor, cells } = grid;
    const control = ctrlKey || metaKey;
    const page = Math.max(1, Math.floor(grid.scroll.clientHeight / (cursor.td?.offsetHeight || 25)) - 3);
    if (altKey) return null;
    if (control) {
      // By the key's place: with the Cyrillic layout on, the letter is another.
      if (code === 'KeyZ') return () => (shiftKey ? grid.redo() : grid.undo());
      if (code === 'KeyY') return () => grid.redo();
      if (code === 'KeyA') return () => cursor.selectAll();
      if (key === 'Home') return () => cursor.go(0, 0, { extend: shiftKey });
      if (key === 'End') return () => cursor.go(cells.height - 1, cells.width - 1, { extend: shiftKey });
      if (key === 'ArrowDown') return () => cursor.go(cells.height - 1, cursor.column, { extend: shiftKey });
      if (key === 'ArrowUp') return () => cursor.go(0, cursor.column, { extend: shiftKey });
      if (key === 'ArrowRight') return () => cursor.go(cursor.row, cells.width - 1, { extend: shiftKey });
      if (key === 'ArrowLeft') return () => cursor.go(cursor.row, 0, { extend: shiftKey });
      return null;
    }
    switch (key) {
      case 'ArrowDown':
        return () => cursor.moveBy(1, 0, shiftKey);
      case 'ArrowUp':
        return () => cursor.moveBy(-1, 0, shiftKey);
      case 'ArrowRight':
        return () => cursor.moveBy(0, 1, shiftKey);
      case 'ArrowLeft':
        return () => cursor.moveBy(0, -1, shiftKey);
      case 'Home':
        return () => cursor.go(cursor.row, 0, { extend: shiftKey });
      case 'End':
        return () => cursor.go(cursor.row, cells.width - 1, { extend: shiftKey });
      case 'PageDown':
        return () => cursor.moveBy(page, 0, shiftKey);
      case 'PageUp':
        return () => cursor.moveBy(-page, 0, shiftKey);
      case 'Enter':
        return () => (grid.sheet.trouble(cursor.place) ? grid.cellPops.trouble(cursor.place) : grid.next(shiftKey));
      case 'F2':
        return () => (shiftKey ? grid.cellPops.comment(cursor.place) : this.#rewrite());
      case 'F9':
        return () => (shiftKey ? grid.cellPops.makeUps.open(cursor.place) : grid.cellPops.remark(cursor.place));
      case 'Delete':
      case 'Backspace':
        return () => grid.put(cursor.places, '');
      case 'ContextMenu':
        return () => grid.cellPops.menu(cursor.td, cursor.place);
      case 'F10':
        return shiftKey ? () => grid.cellPops.menu(cursor.td, cursor.place) : null;
      case 'Escape':
        return () => (grid.pops.isOpen ? grid.pops.close() : cursor.collapse());
      default:
        return null;
    }
  }

  #rewrite() {
    const { grid } = this;
    const { place } = grid.cursor;
    grid.editor.editing = true;
    grid.edit(grid.sheet.mark(place).value || grid.sheet.absence(place).value, { selectAll: false });
  }

  // A letter or a figure opens the editor, and the key itself goes into it.
  #begin(event) {
    const { grid } = this;
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.key === ' ') return;
    grid.editor.editing = false;
    const opened = grid.edit('');
    if (!opened || event.code === 'NumpadDecimal') event.preventDefault();
    if (opened && event.code === 'NumpadDecimal') grid.editor.insert('.');
  }
}
