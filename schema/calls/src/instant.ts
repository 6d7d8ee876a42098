const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;
export const FIRST_HOUR = '00:00:00.000';
export const LAST_HOUR = '23:59:59.999';
export type HourOfDay = typeof FIRST_HOUR | typeof LAST_HOUR;

/** In milliseconds; NaN for what is no instant with its zone (an hour alone is none), or is of no year that has four digits in UTC. */
export const timeOfInstant = (text: string): number => {
  const time = INSTANT.test(text) && isDay(text) ? Date.parse(text) : NaN;
  return time >= FIRST_TIME && time <= LAST_TIME ? time : NaN;
};

/** Whether a text has the form of an instant or of a day that there is, and is of a time that is not told: year 0, or past the last. */
export const isBeyondTime = (text: string, hour: HourOfDay = LAST_HOUR): boolean =>
  (INSTANT.test(text) || DAY.test(text)) && isDay(text) && Number.isNaN(timeOfInstantOrDay(text, hour));

export const LAST_INSTANT = '9999-12-31T23:59:59.999Z';
const FIRST_TIME = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_TIME = Date.parse(LAST_INSTANT);

/** The same, where a day alone is an hour of it in Québec: its last millisecond, or its first. */
export const timeOfInstantOrDay = (text: string, hour: HourOfDay = LAST_HOUR): number =>
  DAY.test(text) && isDay(text) ? timeInQuebec(text, hour) : timeOfInstant(text);

/**
 * That of an hour of Québec, « 2026-11-30T05:30 »; NaN for what has a zone, and for an hour that its clocks skip, or show twice: either
 * would be a guess.
 */
export function timeOfLocal(text: string): number {
  if (!LOCAL.test(text) || !isDay(text)) return NaN;
  const wanted = Date.parse(`${text}Z`);
  if (Number.isNaN(wanted)) return NaN;
  const around = [wanted - DAY_MS, wanted + DAY_MS].map((time) => wanted - offsetAt(time));
  const [time, ...others] = new Set(around.filter((one) => one + offsetAt(one) === wanted));
  return time === undefined || others.length > 0 ? NaN : timeOfInstant(new Date(time).toISOString());
}

const DAY_MS = 86_400_000;

/** By how much the clocks of Québec are ahead of UTC, in milliseconds. */
function offsetAt(time: number): number {
  const local = toLocal(new Date(time).toISOString());
  return Date.parse(`${local}Z`) - time;
}

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/Toronto',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The day and the hour that an instant has in Québec: « 2026-11-30T05:30:00.000 ». @param instant ISO 8601, in UTC to the millisecond */
export const toLocal = (instant: string): string =>
  `${CLOCK.format(new Date(instant)).replace(' ', 'T')}${instant.slice(-'.000Z'.length, -1)}`;

/** Whether a text has the form of a day. */
export const isDayOnly = (text: string): boolean => DAY.test(text);

/** 31 February is none, whatever `Date` makes of it; nor is a day of year 0, which a database has not. */
function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && !day.startsWith('0000');
}

const QUEBEC = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Toronto', timeZoneName: 'longOffset' });

/** Clocks change at two in the morning: the hours asked here exist, each once. */
function timeInQuebec(day: string, hour: string): number {
  const local = `${day}T${hour}`;
  const zone = QUEBEC.formatToParts(Date.parse(`${local}Z`)).find(({ type }) => type === 'timeZoneName');
  // Before 1895 it also had seconds.
  const [, hours = '+00:00', seconds = '0'] =
    /^GMT([+-]\d{2}:\d{2})(?::(\d{2}))?$/.exec(zone?.value ?? '') ?? [];
  const extraMs = Number(seconds) * 1_000 * (hours.startsWith('-') ? 1 : -1);
  return timeOfInstant(`${local}${hours}`) + extraMs;
}
