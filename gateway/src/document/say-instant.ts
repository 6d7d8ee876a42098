const FORMAT = new Intl.DateTimeFormat('fr-CA', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'America/Toronto',
});

/** « 28 novembre 2026 à 16 h 30 », heure de Québec. @param instant a text is ISO 8601 */
export const sayInstant = (instant: Date | string): string =>
  FORMAT.format(new Date(instant)).replace(/^1 /, '1er ');
