// Reads what is typed into a cell the way the server does (Journal.Core/Register/TypedMark, TypedAttendance): a mark of the scale, up to two
// of them, a due mark, or an absence code; on the Cyrillic layout, on the Latin one by the key's place, or by the look of a letter.
// The server judges; this is for the echo, the preview of a paste, and for saying at once what cannot be.

const LATIN_KEYS = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,.QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const CYRILLIC_KEYS = 'йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ';
const LATIN_LOOKS = 'aceohkmtxpbuACEOHKMTXPBU';
const CYRILLIC_LOOKS = 'асеонкмтхрбуАСЕОНКМТХРБУ';
const LONGEST_MARK = 16;
const LONGEST_ABSENCE = 8;
const MOST_MINUTES = 90;
export const DUE = '•';

const replace = (text, from, to) =>
  [...text].map((letter) => (from.includes(letter) ? to[from.indexOf(letter)] : letter)).join('');

const readings = (text) => [text, replace(text, LATIN_KEYS, CYRILLIC_KEYS), replace(text, LATIN_LOOKS, CYRILLIC_LOOKS)];

const trim = (text) => text.replace(/^[ \u00a0]+|[ \u00a0]+$/g, '');

const same = (a, b) => a.toLowerCase() === b.toLowerCase();

function find(text, values) {
  for (const reading of readings(text)) {
    const found = values.find((value) => same(value.text, reading));
    if (found) return found;
  }
  return null;
}

/**
 * @param scale [{text, number, use: true | 'off' | 'term'}]  the course's scale; number is null where it has none
 * @param codes [{text, late: bool}]  the school's absence codes
 * @returns text => {kind: 'clear'} | {kind: 'mark', text} | {kind: 'absence', text} | {kind: 'bad', why, text}
 */
export function reader(scale, codes) {
  const oneDigit = scale.every((value) => value.number === null || value.text.length === 1);

  function absence(text) {
    if (text.length > LONGEST_ABSENCE) return null;
    const letters = text.replace(/[0-9]+$/, '');
    const code = letters && find(trim(letters), codes);
    if (!code) return null;
    const minutes = letters.length < text.length ? Number(text.slice(letters.length)) : null;
    if (minutes === null) return { kind: 'absence', text: code.text };
    if (!code.late) return bad('minutes-only-when-late', text);
    return minutes >= 1 && minutes <= MOST_MINUTES
      ? { kind: 'absence', text: code.text + minutes }
      : bad('minutes-out-of-range', text);
  }

  function pieces(text) {
    if (find(text, scale)) return [text];
    if (text.includes('/')) return text.split('/').map((piece) => piece.trim());
    return oneDigit && text.length > 1 && /^[0-9]+$/.test(text) ? [...text] : [text];
  }

  function mark(text) {
    if (['.', DUE, 'ю', 'Ю'].includes(text)) return { kind: 'mark', text: DUE };
    const due = /[.•,юЮ]$/.test(text);
    const body = due ? text.slice(0, -1).replace(/[ \u00a0]+$/, '') : text;
    const values = pieces(body).map((piece) => find(piece, scale));
    if (values.includes(null)) return bad('not-on-the-scale', text);
    if (values.some((value) => value.use === 'term')) return bad('only-for-term', text);
    if (values.some((value) => value.use !== true)) return bad('value-not-in-use', text);
    if (values.length > 2) return bad('too-many-marks', text);
    return { kind: 'mark', text: values.map((value) => value.text).join('/') + (due ? DUE : '') };
  }

  const bad = (why, text) => ({ kind: 'bad', why, text });

  return (typed) => {
    if (typed.length > LONGEST_MARK) return bad('value-too-long', typed.slice(0, LONGEST_MARK));
    const text = trim(typed);
    if (text === '') return { kind: 'clear' };
    return absence(text) ?? mark(text);
  };
}
