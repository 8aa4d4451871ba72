// Rectangles to and from a spreadsheet, as tab-separated text. What cannot be put is shown before anything is put.

import { copyOf } from './template.js';

export class Clipboard {
  constructor(grid) {
    this.grid = grid;
    const { signal } = grid;
    document.addEventListener('copy', (event) => this.#copy(event), { signal });
    document.addEventListener('cut', (event) => this.#cut(event), { signal });
    document.addEventListener('paste', (event) => this.#paste(event), { signal });
  }

  get #isMine() {
    return document.activeElement?.closest('td') && this.grid.table.contains(document.activeElement);
  }

  #copy(event) {
    if (!this.#isMine) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', this.#text());
  }

  #cut(event) {
    if (!this.#isMine) return;
    this.#copy(event);
    this.grid.put(this.grid.cursor.places, '');
  }

  #text() {
    const { sheet, cursor } = this.grid;
    const { top, bottom, left, right } = cursor.range;
    const lines = [];
    for (let row = top; row <= bottom; row++) {
      const values = [];
      for (let column = left; column <= right; column++) {
        const [mark, absence] = [sheet.mark({ row, column }).value, sheet.absence({ row, column }).value];
        values.push(mark || (this.grid.cells.columns[column].absence ? absence : ''));
      }
      lines.push(values.join('\t'));
    }
    return lines.join('\n');
  }

  #paste(event) {
    if (!this.#isMine) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (text.length > 200_000) {
      this.grid.says.aloud(this.grid.words.pasteTooLarge);
      return;
    }
    this.#put(rectangle(text));
  }

  #put(lines) {
    const { grid } = this;
    const { sheet, cells, cursor } = grid;
    const { top, left, bottom, right } = cursor.range;
    // One value into a selection fills it, as in a spreadsheet.
    const one = lines.length === 1 && lines[0].length === 1;
    const [height, width] = one ? [bottom - top + 1, right - left + 1] : [lines.length, Math.max(...lines.map((line) => line.length))];
    const [good, bad] = [[], []];
    for (let r = 0; r < height; r++) {
      for (let c = 0; c < width; c++) {
        const place = { row: top + r, column: left + c };
        const text = one ? lines[0][0] : (lines[r][c] ?? '');
        const why = this.#wrong(place, text);
        if (why) bad.push({ place, text, why });
        else good.push({ place, value: sheet.read(text) });
      }
    }
    if (bad.length === 0) sheet.typeAll(good);
    else this.#ask(good, bad);
  }

  // An empty text over an empty or closed cell changes nothing and is no mistake.
  #wrong(place, text) {
    const { sheet, cells, words } = this.grid;
    const inside = place.row < cells.height && place.column < cells.width;
    const value = sheet.read(text);
    if (value.kind === 'clear' && (!inside || (!sheet.mark(place).value && !sheet.absence(place).value))) return null;
    if (!inside) return words.pasteOutside;
    if (value.kind === 'bad') return words.bad[value.why].replace('{0}', value.text);
    if (value.kind === 'mark' && !cells.columns[place.column].work) return words.closed['no-marks'];
    const closed = sheet.closed(place, value.kind);
    return closed ? (words.closed[closed] ?? closed) : null;
  }

  #ask(good, bad) {
    const { grid } = this;
    const { cells } = grid;
    const where = ({ row, column }) =>
      row < cells.height && column < cells.width ? `${cells.name(row)}, ${cells.columns[column].head.dataset.short}` : '';
    grid.pops.open('paste', grid.cursor.td, {
      fill: { good: String(good.length), bad: String(bad.length) },
      back: () => grid.focusCell(),
      ready: (card) => {
        const [list, line] = [card.querySelector('ul'), card.querySelector('template')];
        for (const { place, text, why } of bad.slice(0, 6)) {
          const item = copyOf(line);
          item.querySelector('[data-slot="value"]').textContent = text.slice(0, 12);
          item.querySelector('[data-slot="where"]').textContent = where(place);
          item.querySelector('[data-slot="why"]').textContent = why;
          list.append(item);
        }
        card.querySelector('[data-more]').hidden = bad.length <= 6;
        card.querySelector('[data-do="rest"]').hidden = good.length === 0;
      },
      act: () => {
        grid.pops.close({ back: true });
        grid.sheet.typeAll(good);
      },
    });
  }
}

function rectangle(text) {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t'));
}
