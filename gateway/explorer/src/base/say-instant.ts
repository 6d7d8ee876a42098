const DAY = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeZone: 'UTC' });
const MINUTE = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'medium', timeStyle: 'short' });
const INSTANT = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeStyle: 'medium' });

/** A day alone is its last millisecond in Québec; an instant is said at the hour of this device. */
export function sayInstant(instant: string | undefined, length: 'COURT' | 'LONG' = 'LONG'): string {
  if (instant === undefined) return 'maintenant';
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  if (!instant.includes('T')) {
    const day = withFirst(DAY.format(date));
    return length === 'LONG' ? `à la fin du ${day}` : `fin du ${day}`;
  }
  return withFirst((length === 'LONG' ? INSTANT : MINUTE).format(date));
}

/** The first day of a month is « 1er », which the runtime does not say. */
const withFirst = (text: string): string => text.replace(/^1 /, '1er ');
