// The keys of the lesson plan: what the server is not asked for letter by letter. Rows are drawn by the server and stay its own.
// Opened by the page (Plan/PlanSheet.razor.cs); what is wished goes through `server`.

export const open = (root, server) => new Plan(root, server);

class Plan {
  #ending = new AbortController();
  #dragged;
  #step;

  constructor(root, server) {
    Object.assign(this, { root, server });
    this.#on('keydown', (event) => this.#press(event));
    this.#on('click', (event) => (this.#step = event.target.closest('[data-step]')?.dataset.step));
    if ('edit' in root.dataset) {
      this.#on('dragstart', (event) => this.#take(event));
      this.#on('dragover', (event) => this.#over(event));
      this.#on('drop', (event) => this.#drop(event));
      this.#on('dragend', () => this.#let());
    }
    root.dataset.ready = '';
  }

  /** To the button that moved the topic, to the first field of one that is being edited, else to its button. */
  focusRow(key) {
    const row = this.#row(key);
    const to = (this.#step && row?.querySelector(`[data-step="${this.#step}"]`)) ?? row?.querySelector('textarea, [data-open]');
    this.#step = undefined;
    to?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }

  dispose() {
    this.#ending.abort();
  }

  #on(name, what) {
    this.root.addEventListener(name, what, { signal: this.#ending.signal });
  }

  #row(key) {
    return this.root.querySelector(`[data-key="${Number(key)}"]`);
  }

  #press(event) {
    const row = event.target.closest('[data-key]');
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyS') {
      event.preventDefault();
      // What is being typed counts: leaving the field tells it.
      const at = document.activeElement;
      at?.blur();
      at?.focus();
      this.server.invokeMethodAsync('SaveFromKey');
    } else if (event.target.closest('.plan-form') && (event.key === 'Escape' || (event.key === 'Enter' && event.target.matches('[data-line], input')))) {
      event.preventDefault();
      event.target.blur();
      this.server.invokeMethodAsync('CloseFromKey');
    } else if (row && step && event.altKey && 'edit' in this.root.dataset) {
      event.preventDefault();
      event.target.blur();
      this.server.invokeMethodAsync('MoveFromKey', Number(row.dataset.key), step);
    } else if (step && event.target.matches('[data-open]')) {
      event.preventDefault();
      const all = [...this.root.querySelectorAll('[data-open]')];
      all[all.indexOf(event.target) + step]?.focus();
    }
  }

  #take(event) {
    const row = event.target.closest?.('[data-key]');
    if (!row || !event.target.matches('[draggable]'))
      return;

    this.#dragged = row;
    row.classList.add('dragged');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', row.dataset.key);
    event.dataTransfer.setDragImage(row, 0, 0);
  }

  #over(event) {
    const row = this.#dragged && event.target.closest?.('[data-key]');
    if (!row)
      return;

    event.preventDefault();
    if (row.classList.contains('onto'))
      return;
    this.#clear();
    row.classList.add('onto', row.compareDocumentPosition(this.#dragged) & Node.DOCUMENT_POSITION_FOLLOWING ? 'above' : 'below');
  }

  #drop(event) {
    const row = this.#dragged && event.target.closest?.('[data-key]');
    if (!row)
      return;

    event.preventDefault();
    this.server.invokeMethodAsync('Drop', Number(this.#dragged.dataset.key), Number(row.dataset.key));
    this.#let();
  }

  #let() {
    this.#dragged?.classList.remove('dragged');
    this.#dragged = undefined;
    this.#clear();
  }

  #clear() {
    for (const row of this.root.querySelectorAll('.onto'))
      row.classList.remove('onto', 'above', 'below');
  }
}
