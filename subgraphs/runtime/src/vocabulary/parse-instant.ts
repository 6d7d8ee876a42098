import { PalierError } from '../base/errors.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Raises FILTRE_INVALIDE for what is not an instant. */
export function parseInstant(name: string, text: string | null | undefined): string | null {
  if (text == null) return null;
  const time = INSTANT.test(text) ? Date.parse(text) : NaN;
  if (Number.isFinite(time) && !text.startsWith('0000')) return new Date(time).toISOString();
  throw new PalierError(
    'FILTRE_INVALIDE',
    `« ${name} » : un instant tel que 2026-11-28T10:00:00Z est attendu.`,
  );
}

/** A past instant, in UTC; a day is its last millisecond in Québec, as it is in `Palier-Au`. Raises FILTRE_INVALIDE. */
export function parsePastInstant(name: string, text: string): string {
  const time = timeOf(text.trim());
  if (Number.isNaN(time))
    throw new PalierError(
      'FILTRE_INVALIDE',
      `« ${name} » : un instant avec son fuseau est attendu, « 2026-05-01T14:00:00-04:00 » ou « 2026-05-01T18:00:00Z », ou un jour, « 2026-05-01 », qui vaut sa dernière milliseconde, heure de Québec.`,
    );
  return new Date(time).toISOString();
}

function timeOf(text: string): number {
  if (!isDay(text) || text.startsWith('0000')) return NaN;
  if (DAY.test(text)) return endOfDay(text);
  return INSTANT.test(text) ? Date.parse(text) : NaN;
}

/** 31 February is none, whatever `Date` makes of it. */
function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

const QUEBEC = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Toronto', timeZoneName: 'longOffset' });

function endOfDay(day: string): number {
  const end = `${day}T23:59:59.999`;
  const zone = QUEBEC.formatToParts(Date.parse(`${end}Z`)).find(({ type }) => type === 'timeZoneName');
  return Date.parse(`${end}${zone?.value.replace('GMT', '') || 'Z'}`);
}
