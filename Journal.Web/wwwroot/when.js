// Moments as this person's language writes them.

const put = (at, how) => (at ? new Date(at).toLocaleString(document.documentElement.lang, how) : '');

export const timeOf = (at) => put(at, { hour: '2-digit', minute: '2-digit' });

export const momentOf = (at) => put(at, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
