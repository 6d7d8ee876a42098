import type { Comptes } from '../../tables/importation.table.ts';

interface Comparing<Known, Given> {
  readonly keyOf: (one: Given) => string;
  /** Whether a file says again what is known. */
  readonly isSame: (before: Known, one: Given) => boolean;
  /** Whether what is known was withdrawn by a former file: given again, it changes. */
  readonly isGone?: (before: Known) => boolean;
}

/** What a file changes of what is known, by key. */
interface RowsDiffering<Given> {
  readonly comptes: Comptes;
  /** Those that are created, then those that change. */
  readonly ecrites: readonly Given[];
  /** Keys of what the file gives no more. */
  readonly retirees: readonly string[];
}

/** Tells what is created, what changes, and what is given no more: of what a file does not cover, nothing is to be known here. */
export function diffRows<Known, Given>(
  known: ReadonlyMap<string, Known>,
  given: readonly Given[],
  { keyOf, isSame, isGone = () => false }: Comparing<Known, Given>,
): RowsDiffering<Given> {
  const keys = new Set(given.map(keyOf));
  const creees = given.filter((one) => !known.has(keyOf(one)));
  const changees = given.filter((one) => {
    const before = known.get(keyOf(one));
    return before !== undefined && (isGone(before) || !isSame(before, one));
  });
  const retirees = [...known].flatMap(([key, before]) => (isGone(before) || keys.has(key) ? [] : key));
  return {
    comptes: {
      lues: given.length,
      creees: creees.length,
      changees: changees.length,
      inchangees: given.length - creees.length - changees.length,
      retirees: retirees.length,
    },
    ecrites: [...creees, ...changees],
    retirees,
  };
}
