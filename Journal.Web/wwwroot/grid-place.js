// When we load the page anew ourselves, one is to stand where one stood, with what was half typed still in the editor.

const KEY = 'journal-grid-place';

export function rememberPlace(grid) {
  const { cells, cursor, scroll, editor } = grid;
  if (cells.height === 0 || cells.width === 0) return;
  const { work, lesson } = cells.columns[cursor.column];
  const place = {
    at: location.pathname + location.search,
    student: cells.rows[cursor.row].student,
    work,
    lesson,
    text: editor.isOpen ? editor.text : null,
    left: scroll.scrollLeft,
    top: scroll.scrollTop,
  };
  sessionStorage.setItem(KEY, JSON.stringify(place));
}

/** Back to where one stood; else to today's lesson, in the row of the student who was looked for. */
export function returnToPlace(grid) {
  const { cells, cursor, scroll } = grid;
  if (cells.height === 0 || cells.width === 0) return;
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  sessionStorage.removeItem(KEY);
  const here = kept?.at === location.pathname + location.search ? cells.find(kept.student, kept) : null;
  if (here) {
    scroll.scrollTo(kept.left, kept.top);
    cursor.go(here.row, here.column);
    if (kept.text !== null) grid.edit(kept.text);
    return;
  }
  cursor.go(0, startColumn(cells), { focus: false });
  showColumn(scroll, cursor.td);
  standIn(grid, Number(grid.root.dataset.student));
}

/** Into the row of a student, in the column one is in. */
export function standIn({ cells, cursor }, student) {
  const row = cells.rows.findIndex((one) => one.student === student);
  if (row >= 0) cursor.go(row, cursor.column);
}

// Today's lesson, else the last one that is not ahead.
function startColumn(cells) {
  const today = cells.columns.findIndex((one) => one.head.classList.contains('today'));
  const last = cells.columns.findLastIndex((one) => !('ahead' in one.head.dataset));
  return Math.max(0, today >= 0 ? today : last);
}

// The column, and one more ahead of it, before the totals; on a phone only the average stays beside the lessons.
function showColumn(scroll, td) {
  if (scroll.scrollWidth <= scroll.clientWidth) return;
  const totals = [...scroll.querySelectorAll('thead .tot')];
  const beside = totals.filter((head) => getComputedStyle(totals[0]).right !== '0px' || head === totals[0]);
  const width = beside.reduce((sum, head) => sum + head.offsetWidth, 0);
  scroll.scrollLeft = td.offsetLeft + 2 * td.offsetWidth - scroll.clientWidth + width;
}
