import { FIRST_HOUR, isBeyondTime, LAST_HOUR, LAST_INSTANT, timeOfInstantOrDay } from '@palier/calls/instant';
import { PalierError } from '../base/errors.ts';

/** The bound of a list, in UTC; a day is its first millisecond in Québec, from which or before which a list goes. Raises FILTRE_INVALIDE. */
export const parseBound = (name: string, text: string | null | undefined): string | null =>
  text == null ? null : parseInstantOrDay(name, text, FIRST_HOUR);

/** A past instant, in UTC; a day is its last millisecond in Québec, as it is in `Palier-Au`. Raises FILTRE_INVALIDE. */
export const parsePastInstant = (name: string, text: string): string =>
  parseInstantOrDay(name, text, LAST_HOUR);

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
  const de = parseBound(names.de, given.de);
  const a = given.a == null ? null : parsePastInstant(names.a, given.a);
  refuseInverted(names, { de, a });
  return { de, a };
}

/** Raises FILTRE_INVALIDE for a span that ends before it begins. */
export function refuseInverted(names: Readonly<Record<keyof Span, string>>, { de, a }: Span): void {
  if (de === null || a === null || de <= a) return;
  throw new PalierError('FILTRE_INVALIDE', `\`${names.de}\` (${de}) vient après \`${names.a}\` (${a}).`);
}

/** Raises FILTRE_INVALIDE for an instant after that which the question is of: what came since is not known then. */
export function refuseAfterQuestion(name: string, instant: string, known: string | undefined): void {
  if (known === undefined || instant <= known) return;
  throw new PalierError(
    'FILTRE_INVALIDE',
    `\`${name}\` (${instant}) vient après l’instant de la question (${known}).`,
  );
}

function parseInstantOrDay(name: string, text: string, hour: typeof FIRST_HOUR | typeof LAST_HOUR): string {
  const time = timeOfInstantOrDay(text.trim(), hour);
  if (isBeyondTime(text.trim(), hour))
    throw new PalierError(
      'FILTRE_INVALIDE',
      `« ${name} » : ${text.trim()} est hors des instants qui se lisent, de 0001-01-01T00:00:00Z à ${LAST_INSTANT}, en temps universel : un jour vaut sa ${hour === FIRST_HOUR ? 'première' : 'dernière'} milliseconde, heure de Québec.`,
    );
  if (Number.isNaN(time))
    throw new PalierError(
      'FILTRE_INVALIDE',
      `« ${name} » : un instant avec son fuseau est attendu, « 2026-05-01T14:00:00-04:00 » ou « 2026-05-01T18:00:00Z », ou un jour, « 2026-05-01 », qui vaut sa ${hour === FIRST_HOUR ? 'première' : 'dernière'} milliseconde, heure de Québec.`,
    );
  return new Date(time).toISOString();
}
