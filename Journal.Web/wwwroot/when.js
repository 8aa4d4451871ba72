// Moments as this person's language writes them, in the school's time wherever one sits.

const { lang, dataset } = document.documentElement;

const put = (at, how) => (at ? new Date(at).toLocaleString(lang, { timeZone: dataset.zone, ...how }) : '');

export const timeOf = (at) => put(at, { hour: '2-digit', minute: '2-digit' });

export const momentOf = (at) => put(at, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
