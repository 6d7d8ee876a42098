const DAY = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeZone: 'UTC' });
const MINUTE = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'medium', timeStyle: 'short' });
const INSTANT = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeStyle: 'medium' });

/** A day alone is its last millisecond in Québec; an instant is said at the hour of this device. */
export function sayInstant(instant: string | undefined, length: 'COURT' | 'LONG' = 'LONG'): string {
  if (instant === undefined) return 'maintenant';
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  if (!instant.includes('T')) {
    const day = DAY.format(date).replace(/^1 /, '1er ');
    return length === 'LONG' ? `à la fin du ${day}` : `fin du ${day}`;
  }
  return (length === 'LONG' ? INSTANT : MINUTE).format(date);
}
