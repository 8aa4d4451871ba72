// Where the outbox lies: one database per browser, every entry marked with its account. Where a browser has no storage (a private window that
// forbids it), it is kept in memory: the page still warns before it is left.

const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('journal-outbox', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('edits', { keyPath: 'key' }).createIndex('account', 'account');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export function openStore(account) {
  const opened = open().catch((reason) => {
    console.warn('The outbox is kept in memory only:', reason?.name);
    return null;
  });

  async function edits(mode, act) {
    const db = await opened;
    return db === null ? null : act(db.transaction('edits', mode).objectStore('edits'));
  }

  return {
    all: async () => (await edits('readonly', (store) => done(store.index('account').getAll(account)))) ?? [],
    put(...entries) {
      const copies = structuredClone(entries);
      return edits('readwrite', (store) => Promise.all(copies.map((entry) => done(store.put(entry)))));
    },
    // Another tab may have put a newer edit of the same cell there: that one stays.
    remove: (key, commandId) =>
      edits('readwrite', async (store) => {
        const stored = await done(store.get(key));
        if (stored?.edit.commandId === commandId) await done(store.delete(key));
      }),
    clear: () =>
      edits('readwrite', async (store) => {
        for (const key of await done(store.index('account').getAllKeys(account))) store.delete(key);
      }),
  };
}
