import type { Cell } from '@palier/adresses/tables';
import { ExactNumber } from '@palier/calls/json/exact-number';

/** A year is not grouped. */
const GROUPED = { useGrouping: 'min2' } as const;
const WHOLE = new Intl.NumberFormat('fr-CA', GROUPED);
/** As many digits as any double is written with. */
const NUMBER = new Intl.NumberFormat('fr-CA', { ...GROUPED, maximumSignificantDigits: 21 });

/** As French writes it; digits are none the fewer. */
export function sayCell(cell: Cell): string {
  if (typeof cell === 'number') return NUMBER.format(cell);
  if (typeof cell === 'bigint') return WHOLE.format(cell);
  if (cell instanceof ExactNumber) return cell.toString().replace('.', ',');
  if (typeof cell === 'boolean') return cell ? 'vrai' : 'faux';
  return String(cell);
}

export const sayPresent = (cell: Cell | undefined): string => (cell == null ? 'absent' : sayCell(cell));
