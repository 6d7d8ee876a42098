import type { Column } from './columns.ts';
import { type CodeFaute, type Faute, type FilePlace, type Remarque, type REMARQUES } from './faute.ts';
import { type Findings, shorten } from '@palier/fichiers/findings';
import { type FileCell, sayValue, type UncomputedCell } from '@palier/fichiers/file-row';

/** One row, its cells by the names of their columns. */
export interface NamedRow {
  readonly ligne: number;
  /** Row that a spreadsheet gives it, from 1. */
  readonly rang: number;
  cell(column: Column): FileCell | UncomputedCell | undefined;
  place(column: Column): FilePlace;
}

/** Cells as they are read: what is wrong in one, or understood otherwise than it was written, is told of it. */
export class RowFaults {
  readonly #fautes: Findings<Faute>;
  readonly #remarques: Findings<Remarque>;

  constructor(fautes: Findings<Faute>, remarques: Findings<Remarque>) {
    this.#fautes = fautes;
    this.#remarques = remarques;
  }

  /** Faults found so far, in all rows. */
  get total(): number {
    return this.#fautes.total;
  }

  refuse(
    row: NamedRow,
    column: Column,
    code: CodeFaute,
    { attendu, remede }: Pick<Faute, 'attendu' | 'remede'>,
  ): undefined {
    const cell = row.cell(column);
    const lue = cell?.value === undefined ? null : shorten(sayValue(cell));
    this.#fautes.add({ ...row.place(column), code, lue, attendu, remede });
  }

  remark(
    row: NamedRow,
    column: Column,
    code: keyof typeof REMARQUES,
    { lue, compris }: Pick<Remarque, 'lue' | 'compris'>,
  ): void {
    this.#remarques.add({ ...row.place(column), code, lue, compris });
  }

  /** A cell that was computed; its formula is told. */
  read(row: NamedRow, column: Column): FileCell | undefined {
    const cell = row.cell(column);
    if (cell === undefined) return undefined;
    if (cell.value === undefined)
      return this.refuse(row, column, 'FORMULE_SANS_VALEUR', {
        attendu: 'une valeur, et non une formule jamais calculée',
        remede: `Ouvrez le classeur dans votre tableur et enregistrez-le, ou remplacez « =${shorten(cell.formula)} » par sa valeur.`,
      });
    if (cell.formula !== undefined)
      this.remark(row, column, 'FORMULE_LUE', {
        lue: shorten(`=${cell.formula}`),
        compris: `la valeur que le tableur en avait calculée : ${sayValue(cell)}`,
      });
    return cell;
  }

  readText(row: NamedRow, column: Column): string {
    const cell = this.read(row, column);
    return cell === undefined ? '' : sayValue(cell).trim();
  }
}
