// How late somebody was: minutes by one, or the time by the clock on the wall. The server says what time it is in the school.

const MOST = 90;

export class Minutes {
  constructor(roll) {
    this.roll = roll;
    const { starts, ends, moment } = roll.root.dataset;
    Object.assign(this, { starts: Number(starts), ends: Number(ends), moment: Number(moment), read: performance.now() });
    roll.root.addEventListener('click', (event) => this.#step(event.target.closest('[data-step]')), { signal: roll.signal });
    roll.root.addEventListener('change', (event) => event.target.matches('[data-came]') && this.#came(event.target), { signal: roll.signal });
  }

  /** Minutes since the bell while the lesson runs; else null. */
  get passed() {
    const now = this.moment + performance.now() - this.read;
    return this.starts < now && now < this.ends ? Math.min(MOST, Math.max(1, Math.floor((now - this.starts) / 60000))) : null;
  }

  draw(row, code, value) {
    row.toggleAttribute('data-late', Boolean(code?.late));
    const late = Number(/[0-9]+$/.exec(value)?.[0] ?? 0);
    const output = row.querySelector('[data-minutes]');
    if (output) output.textContent = code?.late && late > 0 ? this.roll.words.minutes.replace('{0}', String(late)) : '';
    const came = row.querySelector('[data-came]');
    if (came && document.activeElement !== came) came.value = code?.late && late > 0 ? clock(this.#bell + late) : '';
  }

  get #bell() {
    const [hours, minutes] = this.roll.root.dataset.bell.split(':').map(Number);
    return hours * 60 + minutes;
  }

  #step(button) {
    if (!button) return;
    const row = button.closest('li');
    const { value } = this.roll.now(row);
    const late = Number(/[0-9]+$/.exec(value)?.[0] ?? 0) + Number(button.dataset.step);
    this.#put(row, Math.min(MOST, Math.max(0, late)));
  }

  #came(input) {
    if (!input.value) return;
    const [hours, minutes] = input.value.split(':').map(Number);
    const late = hours * 60 + minutes - this.#bell;
    const isRight = late >= 1 && late <= MOST;
    input.setCustomValidity(isRight ? '' : this.roll.words.cameWrong);
    if (isRight) this.#put(input.closest('li'), late);
    else input.reportValidity();
  }

  #put(row, late) {
    const code = this.roll.codeOf(this.roll.now(row).value);
    this.roll.put([{ row, value: code.text + (late > 0 ? late : '') }]);
  }
}

const clock = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
