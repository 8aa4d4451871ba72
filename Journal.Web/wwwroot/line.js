// The line between an interactive page and the server. When it breaks nothing is modal and nothing is lost: the page says so in a chip,
// we try again, and only when the server no longer knows the page it is loaded anew, at a moment when nobody is typing.
//
// Tells by the event "journal:line": up · down · refused (there is no room for a line: the page will be loaded anew) · lost (the same, because the
// server does not know the page) · leaving (now) · signed-out. It imports nothing: offline only what the page itself names is at hand.

const QUIET = 2500;
const FIRST_WAIT = 300;
const LONGEST_WAIT = 2000;
const FAMILIES_LONGEST_WAIT = 4000;
const REFUSED_WAIT = 45000;
const FORGOTTEN_AFTER = 150000;
const FAMILIES_AFTER = 6000;
const FAMILIES_SPREAD = 20000;

let down = false;
let downSince = 0;
let known = false;
let wake = () => {};

function tell(state) {
  return document.dispatchEvent(new CustomEvent('journal:line', { detail: state, cancelable: true }));
}

function pause(ms) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

/** Whether this browser is still signed in: true, false, or null when the server cannot be asked. */
async function isSignedIn() {
  try {
    const answer = await fetch('antiforgery', { cache: 'no-store' });
    if (answer.status === 401) return false;
    return answer.ok ? true : null;
  } catch {
    return null;
  }
}

async function onConnectionDown() {
  if (down) return;
  down = true;
  downSince = Date.now();
  tell('down');
  for (let wait = FIRST_WAIT; down; wait = Math.min(wait * 2, isFamily() ? FAMILIES_LONGEST_WAIT : LONGEST_WAIT)) {
    // After a restart not everybody at once.
    await pause(wait * (0.5 + Math.random()));
    if (!down || !navigator.onLine) continue;
    try {
      if (!(await Blazor.reconnect())) return lost();
    } catch {
      if ((await isSignedIn()) === false) return signedOut();
    }
  }
}

function onConnectionUp() {
  down = false;
  tell('up');
}

function lost() {
  tell('lost');
  setTimeout(
    () =>
      whenQuiet(() => {
        tell('leaving');
        location.reload();
      }),
    turn(),
  );
}

function isFamily() {
  return document.body.classList.contains('family');
}

/**
 * A server that forgets a page so soon was started anew, and the whole school is at its door: teachers, whose lesson is running, go first. Families
 * read on meanwhile what they have.
 */
function turn() {
  const isRestarted = down && Date.now() - downSince < FORGOTTEN_AFTER;
  return isRestarted && isFamily() ? FAMILIES_AFTER + Math.random() * FAMILIES_SPREAD : 0;
}

/** The page came, but no line for it. It stands still, so it is fetched from time to time, and with it the line is tried again. */
function refused() {
  tell('refused');
  setTimeout(() => whenQuiet(() => (navigator.onLine ? location.reload() : refused())), REFUSED_WAIT * (1 + Math.random() / 2));
}

/** Blazor tells nobody when its line does not come up the first time. */
function noticeRefusal(builder) {
  const build = builder.build.bind(builder);
  builder.build = () => {
    const line = build();
    const start = line.start.bind(line);
    line.start = async () => {
      try {
        await start();
        known = true;
      } catch (failure) {
        if (!known) refused();
        throw failure;
      }
    };
    return line;
  };
}

function signedOut() {
  if (tell('signed-out')) location.assign('sign-in?return=' + encodeURIComponent(location.pathname + location.search));
}

/** Runs once nobody has touched the page for a moment; at once when nobody looks at it. */
function whenQuiet(act) {
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

addEventListener('online', () => wake());
document.addEventListener('visibilitychange', () => document.hidden || wake());

// The server says so itself to a page that outlived its session (EndedCircuits).
globalThis.journalLine = { lost };

Blazor.start({
  circuit: {
    reconnectionHandler: { onConnectionDown, onConnectionUp },
    configureSignalR: (builder) => noticeRefusal(builder.withServerTimeout(25000).withKeepAliveInterval(10000)),
  },
});
