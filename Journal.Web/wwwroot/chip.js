// What the connection chip says. All its wordings are on the page already; what is marked here no rendering touches: data-line on <html> names
// the state, and a style sheet of our own holds the number behind the words. (As a property of <html> it would be inherited by every cell of a
// grid, and each change of it would cost as much as drawing the page.)
//
// Hears "journal:line" from line.js, and "journal:outbox" {unsent, clash, refused, online} from whoever keeps unsent marks; asks
// for the latter once, because it may have begun earlier.

const CALM = 400;

const page = document.documentElement;
let down = false;
let outbox = { unsent: 0, clash: 0, refused: 0, online: true };
let later;
let shown;

const sheet = new CSSStyleSheet();
sheet.replaceSync('.line b::after { content: "" }');
document.adoptedStyleSheets.push(sheet);

/** State and number: what is lost comes before what is wrong, and that before what is on its way. */
function stateOf({ unsent, clash, refused, online }) {
  if (down || !online) return unsent > 0 ? ['waiting', unsent] : ['down', 0];
  if (refused > 0) return ['refused', refused];
  if (clash > 0) return ['clash', clash];
  return unsent > 0 ? ['sending', unsent] : ['up', 0];
}

function show([state, count]) {
  if (page.dataset.line !== state) page.dataset.line = state;
  if (count === shown) return;
  shown = count;
  sheet.cssRules[0].style.content = `"${count}"`;
}

function tell() {
  const next = stateOf(outbox);
  clearTimeout(later);
  // A mark that is saved before one could read that it is being sent needs no words.
  if (next[0] === 'sending' && page.dataset.line === 'up') later = setTimeout(() => show(next), CALM);
  else show(next);
}

document.addEventListener('journal:line', ({ detail }) => {
  down = detail !== 'up';
  tell();
});

document.addEventListener('journal:outbox', ({ detail }) => {
  outbox = { ...outbox, ...detail };
  tell();
});

document.dispatchEvent(new CustomEvent('journal:outbox-ask'));
tell();
