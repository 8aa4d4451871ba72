// A moment in which nobody types, for what would disturb typing.

const QUIET = 2500;

/** Runs once nobody has touched the page for a moment; at once when nobody looks at it. */
export function whenQuiet(act) {
  let timer;
  const events = ['keydown', 'pointerdown', 'input', 'paste'];
  const done = () => {
    for (const name of events) removeEventListener(name, again, true);
    act();
  };
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(done, document.hidden ? 0 : QUIET);
  };
  for (const name of events) addEventListener(name, again, true);
  again();
}
