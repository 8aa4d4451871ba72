// The one input of the grid. It floats over the cell that is being typed into and scrolls with it.

export class Editor extends EventTarget {
  #input;
  #place = null;

  constructor(layer, label) {
    super();
    this.#input = document.createElement('input');
    Object.assign(this.#input, { className: 'edit', type: 'text', maxLength: 16, autocomplete: 'off', spellcheck: false, hidden: true });
    this.#input.setAttribute('aria-label', label);
    this.#input.inputMode = 'none';
    layer.append(this.#input);
    this.#input.addEventListener('blur', () => this.isOpen && this.#end('blur'));
    this.#input.addEventListener('input', () => this.#widen());
  }

  get isOpen() {
    return this.#place !== null;
  }

  get place() {
    return this.#place;
  }

  get text() {
    return this.#input.value;
  }

  owns(target) {
    return target === this.#input;
  }

  /** Opens over a cell. Called from a key's own event with an empty text, that key goes into the input by itself. */
  open(place, td, text, { selectAll = false } = {}) {
    // Read before anything is written: the page is laid out once for a key, when the input takes the focus.
    const { offsetLeft, offsetWidth, offsetHeight } = td;
    const top = td.parentElement.offsetTop + td.offsetTop;
    this.#place = place;
    this.#input.value = text;
    this.#input.hidden = false;
    this.#input.style.left = `${offsetLeft - 4}px`;
    this.#input.style.top = `${top - 3}px`;
    this.#input.style.minWidth = `${offsetWidth + 12}px`;
    this.#input.style.height = `${offsetHeight + 5}px`;
    this.#widen();
    this.#input.focus({ preventScroll: true });
    if (selectAll) this.#input.select();
  }

  insert(text) {
    this.#input.setRangeText(text, this.#input.selectionStart, this.#input.selectionEnd, 'end');
    this.#widen();
  }

  /** Closes without a word; returns what was typed and where. */
  close() {
    const closed = { place: this.#place, text: this.#input.value };
    this.#place = null;
    this.#input.hidden = true;
    return closed;
  }

  #end(why) {
    this.dispatchEvent(new CustomEvent('left', { detail: why }));
  }

  #widen() {
    this.#input.style.width = `${Math.max(3, this.#input.value.length + 2)}ch`;
  }
}
