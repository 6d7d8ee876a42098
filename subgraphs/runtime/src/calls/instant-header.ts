import { timeOfInstant } from '@palier/calls/instant';
import { PalierError } from '../base/errors.ts';

/** @returns the instant in UTC, to the millisecond. Raises INSTANT_INVALIDE. */
export function parseInstantHeader(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const time = typeof header === 'string' ? timeOfInstant(header) : NaN;
  if (Number.isNaN(time))
    throw new PalierError(
      'INSTANT_INVALIDE',
      'Palier-Au : un instant, par exemple 2026-05-01T14:00:00-04:00.',
    );
  return new Date(time).toISOString();
}

/** What the clocks of several machines may differ by. */
const SURELY_PAST_MS = 60_000;

/** Nothing that any machine still writes can be known at such an instant. */
export const isLongPast = (au: string): boolean => Date.parse(au) < Date.now() - SURELY_PAST_MS;

/** A year, as long as RFC 9111 finds sensible: what was known then never changes. */
export const FOR_EVER = 'max-age=31536000';
/** How long an answer that is true of this moment alone may be kept. */
export const NEVER = 'no-store';
