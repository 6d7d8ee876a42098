import { PalierError } from '../base/errors.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Raises FILTRE_INVALIDE for what is not an instant. */
export function parseInstant(name: string, text: string | null | undefined): string | null {
  if (text == null) return null;
  const time = INSTANT.test(text) && isDay(text) ? Date.parse(text) : NaN;
  if (Number.isFinite(time) && !text.startsWith('0000')) return new Date(time).toISOString();
  throw new PalierError(
    'FILTRE_INVALIDE',
    `« ${name} » : un instant tel que 2026-11-28T10:00:00Z est attendu.`,
  );
}

/** A past instant, in UTC; a day is its last millisecond in Québec, as it is in `Palier-Au`. Raises FILTRE_INVALIDE. */
export const parsePastInstant = (name: string, text: string): string =>
  parseInstantOrDay(name, text, '23:59:59.999');

/** Both ends of a span, included, in UTC; null for what is not given. */
export interface Span {
  readonly de: string | null;
  readonly a: string | null;
}

/** A span from an instant, or the first millisecond of a day in Québec, to another, or its last. Raises FILTRE_INVALIDE, also when it ends before it begins. */
export function parseSpan(
  names: Readonly<Record<keyof Span, string>>,
  given: { readonly [end in keyof Span]?: string | null | undefined },
): Span {
  const de = given.de == null ? null : parseInstantOrDay(names.de, given.de, '00:00:00.000');
  const a = given.a == null ? null : parsePastInstant(names.a, given.a);
  if (de !== null && a !== null && de > a)
    throw new PalierError('FILTRE_INVALIDE', `\`${names.de}\` (${de}) vient après \`${names.a}\` (${a}).`);
  return { de, a };
}

function parseInstantOrDay(name: string, text: string, hour: string): string {
  const time = timeOf(text.trim(), hour);
  if (Number.isNaN(time))
    throw new PalierError(
      'FILTRE_INVALIDE',
      `« ${name} » : un instant avec son fuseau est attendu, « 2026-05-01T14:00:00-04:00 » ou « 2026-05-01T18:00:00Z », ou un jour, « 2026-05-01 », qui vaut sa ${hour.startsWith('0') ? 'première' : 'dernière'} milliseconde, heure de Québec.`,
    );
  return new Date(time).toISOString();
}

function timeOf(text: string, hour: string): number {
  if (!isDay(text) || text.startsWith('0000')) return NaN;
  if (DAY.test(text)) return timeInQuebec(text, hour);
  return INSTANT.test(text) ? Date.parse(text) : NaN;
}

/** 31 February is none, whatever `Date` makes of it. */
function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

const QUEBEC = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Toronto', timeZoneName: 'longOffset' });

/** Clocks change at two in the morning: the hours asked here exist, each once. */
function timeInQuebec(day: string, hour: string): number {
  const local = `${day}T${hour}`;
  const zone = QUEBEC.formatToParts(Date.parse(`${local}Z`)).find(({ type }) => type === 'timeZoneName');
  return Date.parse(`${local}${zone?.value.replace('GMT', '') || 'Z'}`);
}
