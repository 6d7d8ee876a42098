import { isDayOnly, timeOfInstant, timeOfLocal, toLocal } from '@palier/calls/instant';

/** A day, and its hour in Québec, as their fields hold them; no hour for the end of the day. */
export interface Moment {
  readonly day: string;
  readonly hour: string;
}

/** @param instant a day, or an instant with its zone */
export function toMoment(instant: string | undefined): Moment {
  if (instant === undefined || isDayOnly(instant)) return { day: instant ?? '', hour: '' };
  const local = toLocal(new Date(timeOfInstant(instant)).toISOString());
  const [day = '', hour = ''] = local.replace(/(?::00)?\.000$/, '').split('T');
  return { day, hour };
}

/** What the graph is asked. @throws {Error} in French, for an hour that the clocks of Québec skip, or show twice */
export function toInstant({ day, hour }: Moment): string {
  if (hour === '') return day;
  const time = timeOfLocal(`${day}T${hour}`);
  if (Number.isNaN(time))
    throw new Error(
      'L’horloge de Québec saute cette heure, ou la montre deux fois : choisissez-en une autre, ou écrivez l’instant avec son fuseau, « 2026-11-01T01:30:00-05:00 », dans un en-tête « Palier-Au ».',
    );
  return new Date(time).toISOString();
}

/** The last day that can be read: the end of today is not past. */
export function lastDay({ hour }: Moment, now: Date = new Date()): string {
  const [today = ''] = toLocal(now.toISOString()).split('T');
  if (hour !== '') return today;
  const yesterday = new Date(`${today}T00:00:00Z`);
  yesterday.setUTCDate(yesterday.getUTCDate() - 1);
  return yesterday.toISOString().slice(0, today.length);
}
