import { type Awaitable, chain, gather } from '../base/awaitable.ts';
import { PalierError } from '../base/errors.ts';

/** One criterion of a list: what was given, and how to find what bears that code or text; null when nothing does. */
export interface Criterion {
  readonly name: string;
  readonly value: string | null | undefined;
  readonly find: (value: string) => Awaitable<unknown>;
}

/** Whether an empty list may be so for something that does not exist. */
export const hasGiven = (criteria: readonly Criterion[]): boolean =>
  criteria.some(({ value }) => value != null);

/**
 * The rows of a list, unless there are none because a criterion names what does not exist: that nothing was found and
 * that there is no such thing are two facts. Only an empty list costs a look. Raises FILTRE_INVALIDE.
 */
export function refuseUnknown<Row>(rows: Row[], criteria: readonly Criterion[]): Awaitable<Row[]> {
  if (rows.length > 0) return rows;
  const given = criteria.filter(({ value }) => value != null);
  return chain(gather(given.map(({ value, find }) => find(value ?? ''))), (found) => {
    const unknown = given.find((_criterion, place) => found[place] == null);
    if (unknown === undefined) return rows;
    throw new PalierError('FILTRE_INVALIDE', sayUnknown(unknown));
  });
}

// What the gateway would hide in a message, a path or an address, would hide the rest of it too.
const SHOWN = /^(\d\.\d|[\p{L}\p{N}][\p{L}\p{N} ’':_-]{0,79})$/u;

/** « name » : « value » is unknown, unless the value is not fit to be shown. */
export function sayUnknown({ name, value }: Pick<Criterion, 'name' | 'value'>): string {
  return SHOWN.test(value ?? '')
    ? `« ${name} » : « ${value ?? ''} » est inconnu.`
    : `« ${name} » : valeur inconnue.`;
}
