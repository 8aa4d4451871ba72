// What was typed and is not yet known to be recorded. It lies in IndexedDB, belongs to one account, and is sent until there is an answer:
// after a cut, a killed server, a closed tab. An edit that was sent once is never altered: sent again, with the same id, it is the same edit.
// Per cell one edit is under way; newer typing waits behind it and goes out with the version that the answer brings.
//
// An entry: {key, account, course, cell, group, edit: {commandId, body, expected} | null, next: body | null, state, at, …}
//   state: waiting · clash (with now: what stands there, by whom) · refused (with code, text)
//
// Tells by events: "settled" (an entry changed: see it with of(cell)), "saved" {course, cell, seq, body}, "group" (a whole was refused),
// "signed-out"; and by "journal:outbox" on the document: {unsent, clash, refused, online}.

import { commandId } from './command-id.js';
import { openStore } from './outbox-store.js';

const MOST_AT_ONCE = 100;
const WAITS = [500, 1000, 2000, 4000];

class Outbox extends EventTarget {
  entries = new Map();
  account = document.documentElement.dataset.account ?? '';
  #store = openStore(this.account);
  #token = null;
  #sending = false;
  #failures = 0;
  #timer = 0;
  #notBefore = 0;
  #signedOut = false;
  #leaving = false;
  #telling = false;

  constructor() {
    super();
    this.ready = this.#load();
    addEventListener('online', () => this.#soon(0));
    addEventListener('beforeunload', (event) => this.#warn(event));
    addEventListener('pagehide', () => this.flush());
    document.addEventListener('journal:outbox-ask', () => this.#tell());
  }

  /** The newest wish for a cell of a course, or undefined. */
  of(course, cell) {
    return this.entries.get(`${this.account}|${course}|${cell}`);
  }

  ofCourse(course) {
    return [...this.entries.values()].filter((entry) => entry.course === course);
  }

  get unsent() {
    return [...this.entries.values()].filter((entry) => entry.state === 'waiting').length;
  }

  /** Takes in a new value of a cell. `expected` is the version it was typed over. */
  put(course, cell, body, expected) {
    const known = this.of(course, cell);
    const entry = known ?? { key: `${this.account}|${course}|${cell}`, account: this.account, course, cell };
    entry.at = Date.now();
    if (known?.state === 'waiting' && known.tried) {
      entry.next = body;
    } else {
      const over = known?.state === 'waiting' ? known.edit.expected : expected;
      Object.assign(entry, { edit: { commandId: commandId(), body, expected: over }, next: null, tried: false, group: null });
    }
    entry.state = 'waiting';
    delete entry.now;
    delete entry.code;
    this.#keep(entry);
    this.#soon(0);
  }

  /** Several cells as one whole: all are recorded or none. */
  putWhole(course, cells) {
    const group = commandId();
    const entries = cells.map(({ cell, body, expected }) => ({
      key: `${this.account}|${course}|${cell}`,
      account: this.account,
      course,
      cell,
      group,
      at: Date.now(),
      edit: { commandId: commandId(), body, expected },
      next: null,
      // Frozen from the start: a whole is sent as it was.
      tried: true,
      state: 'waiting',
    }));
    for (const entry of entries) this.entries.set(entry.key, entry);
    this.#store.put(...entries);
    for (const entry of entries) this.#settled(entry);
    this.#soon(0);
    return group;
  }

  /** The person has looked at a clash or a refusal and wants nothing more of it. */
  drop(course, cell) {
    const entry = this.of(course, cell);
    if (!entry) return;
    this.#forget(entry);
    this.#settled(entry);
  }

  /** Signed in again as the same person: go on. */
  resume() {
    this.#signedOut = false;
    this.#token = null;
    this.#failures = 0;
    this.#soon(0);
  }

  /** Resolves when nothing waits any more, or after so many milliseconds. */
  async emptied(ms) {
    const until = Date.now() + ms;
    this.flush();
    while (this.unsent > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
    return this.unsent === 0;
  }

  /** On a shared computer nothing stays after sign-out. */
  clear() {
    this.entries.clear();
    return this.#store.clear();
  }

  /** We load the page anew ourselves: what waits is kept, nobody is to be warned. */
  leaveQuietly() {
    this.#leaving = true;
  }

  flush() {
    clearTimeout(this.#timer);
    this.#pump();
  }

  async #load() {
    for (const entry of await this.#store.all()) {
      if (this.entries.has(entry.key)) continue;
      // Whether it had arrived is not known: it is sent again as it was.
      if (entry.state === 'waiting') entry.tried = true;
      this.entries.set(entry.key, entry);
      this.#settled(entry);
    }
    this.#soon(0);
  }

  #soon(ms) {
    clearTimeout(this.#timer);
    // A busy server has said when; whoever types on does not make it sooner.
    this.#timer = setTimeout(() => this.#pump(), Math.max(ms, this.#notBefore - Date.now()));
  }

  async #pump() {
    if (this.#sending) return;
    if (this.#signedOut) {
      this.#stop();
      return;
    }
    this.#sending = true;
    try {
      for (let job = this.#job(); job.length > 0 && !this.#signedOut; job = this.#job()) {
        if (!(await this.#send(job))) break;
      }
    } finally {
      this.#sending = false;
      this.#tell();
    }
  }

  // The oldest first; a whole alone, single edits of one course together.
  #job() {
    const waiting = [...this.entries.values()].filter((entry) => entry.state === 'waiting').sort((a, b) => a.at - b.at);
    if (waiting.length === 0) return [];
    const [first] = waiting;
    return first.group
      ? waiting.filter((entry) => entry.group === first.group)
      : waiting.filter((entry) => !entry.group && entry.course === first.course).slice(0, MOST_AT_ONCE);
  }

  // True when it was answered: go on with the next.
  async #send(job) {
    const edits = job.map((entry) => ({ ...entry.edit.body, commandId: entry.edit.commandId, expected: entry.edit.expected }));
    const body = job[0].group ? { atomic: true, edits } : { edits };
    for (const entry of job) {
      if (entry.tried) continue;
      entry.tried = true;
      this.#store.put(entry);
    }
    this.#tell();
    let answer;
    try {
      answer = await this.#post(job[0].course, body);
    } catch {
      return this.#later(null);
    }
    if (answer.status === 401) return this.#stop();
    if (answer.status === 429 || answer.status >= 500) return this.#later(answer.headers.get('Retry-After'));
    this.#failures = 0;
    if (!answer.ok) {
      const text = answer.status === 404 ? 'not-found' : 'failed';
      for (const entry of job) this.#refuse(entry, { code: text });
      return true;
    }
    const { results } = await answer.json();
    results.forEach((result, i) => this.#answered(job[i], result));
    if (job[0].group && results.some((result) => result.outcome === 'refused' || result.outcome === 'conflict'))
      this.dispatchEvent(new CustomEvent('group', { detail: job }));
    return true;
  }

  async #post(course, body) {
    const text = JSON.stringify(body);
    for (let again = false; ; again = true) {
      this.#token ??= await this.#fetchToken();
      if (this.#token === false) return new Response(null, { status: 401 });
      const answer = await fetch(`api/v1/courses/${course}/edits`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Antiforgery': this.#token },
        body: text,
        keepalive: text.length < 60000,
      });
      // The token may be that of a session which is over: once with a new one.
      if (answer.status !== 400 || again) return answer;
      this.#token = null;
    }
  }

  async #fetchToken() {
    const answer = await fetch('antiforgery', { cache: 'no-store' });
    if (answer.status === 401) return false;
    if (!answer.ok) throw new Error(`${answer.status}`);
    const { account, token } = await answer.json();
    // Somebody else is signed in here now: what waits is not theirs to send.
    return String(account) === this.account ? token : false;
  }

  #answered(entry, result) {
    const newer = this.entries.get(entry.key);
    if (newer !== entry) return;
    if (result.outcome === 'conflict') {
      Object.assign(entry, { state: 'clash', now: result.now, mine: entry.next ?? entry.edit.body, next: null, tried: false });
      this.#keep(entry);
      return;
    }
    if (result.outcome === 'refused') {
      this.#refuse(entry, result);
      return;
    }
    const { course, cell } = entry;
    const saved = { course, cell, seq: result.seq, body: entry.edit.body };
    if (entry.next) {
      const edit = { commandId: commandId(), body: entry.next, expected: result.seq };
      Object.assign(entry, { edit, next: null, tried: false, group: null });
      this.#store.put(entry);
      this.#soon(0);
    } else {
      this.#forget(entry);
    }
    this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
    this.#settled(entry);
  }

  #refuse(entry, { code, text, facts }) {
    const mine = entry.next ?? entry.edit.body;
    Object.assign(entry, { state: 'refused', code, text, facts, mine, next: null, tried: false });
    this.#keep(entry);
  }

  #later(retryAfter) {
    const asked = retryAfter ? Number(retryAfter) * 1000 : NaN;
    if (asked > 0) this.#notBefore = Date.now() + asked;
    this.#soon(asked > 0 ? asked : WAITS[Math.min(this.#failures++, WAITS.length - 1)]);
    return false;
  }

  #stop() {
    this.#signedOut = true;
    this.#token = null;
    this.dispatchEvent(new CustomEvent('signed-out'));
    return false;
  }

  #keep(entry) {
    this.entries.set(entry.key, entry);
    this.#store.put(entry);
    this.#settled(entry);
  }

  #forget(entry) {
    this.entries.delete(entry.key);
    this.#store.remove(entry.key, entry.edit.commandId);
  }

  #settled(entry) {
    this.dispatchEvent(new CustomEvent('settled', { detail: { course: entry.course, cell: entry.cell } }));
    this.#tell();
  }

  #tell() {
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      this.#tellNow();
    });
  }

  #tellNow() {
    const all = [...this.entries.values()];
    const count = (fits) => all.filter(fits).length;
    document.dispatchEvent(
      new CustomEvent('journal:outbox', {
        detail: {
          unsent: this.unsent,
          clash: count((entry) => entry.state === 'clash'),
          refused: count((entry) => entry.state === 'refused'),
          online: this.#failures === 0 && !this.#signedOut,
        },
      }),
    );
  }

  #warn(event) {
    if (this.unsent > 0 && !this.#leaving) event.preventDefault();
  }
}

export const outbox = new Outbox();
