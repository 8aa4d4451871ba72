// What is being written and not published yet, in this browser, each account's by itself. It outlives the tab, the server and the line.

const PREFIX = 'journal-draft:';

const named = (key) => `${PREFIX}${document.documentElement.dataset.account}:${key}`;

// A window that forbids storage writes without a net; it says so by not saying that the draft is kept.
function quietly(act) {
  try {
    return act();
  } catch {
    return null;
  }
}

export const drafts = {
  read: (key) => quietly(() => JSON.parse(localStorage.getItem(named(key)))),
  keep: (key, draft) => quietly(() => (localStorage.setItem(named(key), JSON.stringify(draft)), true)) === true,
  drop: (key) => quietly(() => localStorage.removeItem(named(key))),
  /** All of this account. */
  clear: () => quietly(() => Object.keys(localStorage).filter((name) => name.startsWith(named(''))).forEach((name) => localStorage.removeItem(name))),
};
