import type { Cell } from '@palier/adresses/tables';
import { ExactNumber } from '@palier/calls/json/exact-number';
import { sayStatut } from '@palier/pages/tableau/say';
import { curve } from '../base/curve.ts';

/** A year is not grouped. */
const GROUPED = { useGrouping: 'min2' } as const;
const WHOLE = new Intl.NumberFormat('fr-CA', GROUPED);
/** As many digits as any double is written with. */
const NUMBER = new Intl.NumberFormat('fr-CA', { ...GROUPED, maximumSignificantDigits: 21 });

/** As French writes it; digits are none the fewer, and no word is changed. */
export function sayCell(cell: Cell): string {
  if (typeof cell === 'number') return NUMBER.format(cell);
  if (typeof cell === 'bigint') return WHOLE.format(cell);
  if (cell instanceof ExactNumber) return cell.toString().replace('.', ',');
  if (typeof cell === 'boolean') return cell ? 'vrai' : 'faux';
  return curve(String(cell));
}

/** What was received without a value is not what was not received. @param status null for the latter; what was not asked is not said */
export const nameEmpty = (status: string | null | undefined): string =>
  status === null ? 'absent' : 'sans valeur';

/** The same, and why, as far as it was asked. */
export const sayEmpty = (status: string | null | undefined): string =>
  status == null ? nameEmpty(status) : `${nameEmpty(status)}, ${sayStatut(status)}`;
