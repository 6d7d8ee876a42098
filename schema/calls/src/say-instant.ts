const ZONE = { timeZone: 'America/Toronto' } as const;
const FORMAT = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeStyle: 'short', ...ZONE });
const TO_THE_SECOND = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeStyle: 'medium', ...ZONE });
const DAY = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', ...ZONE });

const say = (format: Intl.DateTimeFormat, instant: Date | string): string =>
  format
    .format(new Date(instant))
    .replace(/^1 /, '1er ')
    .replace(/\b0(\d)(?=\sh\b)/, '$1');

/** « 28 novembre 2026 à 4 h 30 », heure de Québec. @param instant a text is ISO 8601 */
export const sayInstant = (instant: Date | string): string => say(FORMAT, instant);

/** The same, which names that hour. */
export const sayInstantHere = (instant: Date | string): string => `${sayInstant(instant)} (heure de Québec)`;

/** « 28 novembre 2026 à 4 h 30 min 12 s », for what is told apart within a minute. */
export const sayInstantToTheSecond = (instant: Date | string): string => say(TO_THE_SECOND, instant);

/** « 1er novembre 2026 ». @param instant a day, or an instant, ISO 8601 */
export const sayDay = (instant: string): string =>
  say(DAY, instant.length === DAY_LENGTH ? `${instant}T12:00:00Z` : instant);

const DAY_LENGTH = '2026-11-28'.length;
