const LOCAL_DAY = new Intl.DateTimeFormat('fr-CA', { timeZone: 'America/Toronto', dateStyle: 'short' });

const HOUR_MS = 3_600_000;

/** The hour asked of last, and its day: one begins in Québec at the hour, and the same hour is asked of again and again. */
let last = { hour: NaN, day: '' };

/** The day it is in Québec at an instant, as « 2027-05-15 »: a last day ends there at midnight. */
export function toLocalDay(instant: string): string {
  const milliseconds = Date.parse(instant);
  const hour = Math.floor(milliseconds / HOUR_MS);
  if (hour !== last.hour) last = { hour, day: LOCAL_DAY.format(milliseconds) };
  return last.day;
}
