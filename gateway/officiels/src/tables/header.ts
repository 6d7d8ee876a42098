import { toName } from '@palier/fichiers/to-name';
import { toText } from './cells.ts';
import type { Releve } from './releve.ts';

/** Where each column of a file is, and what its header says. */
export interface Header<Column extends string> {
  at(column: Column): number | undefined;
  /** As the file writes it. */
  titleOf(column: Column): string;
}

/** Each column, and the headers that mean it, compared by `toName`; the first is that of the published file. */
export type ColumnNames<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** Finds the columns of a header; those that are needed and are not there are refused, and so is one that comes twice. */
export function readHeader<Column extends string>(
  values: readonly unknown[],
  names: ColumnNames<Column>,
  { ligne, needed, releve }: { ligne: number; needed: readonly Column[]; releve: Releve },
): Header<Column> {
  const columns = Object.keys(names) as Column[];
  const known = new Map(columns.flatMap((column) => names[column].map((name) => [toName(name), column])));
  const places = new Map<Column, number>();
  values.forEach((value, index) => {
    const column = known.get(toName(toText(value)));
    if (column === undefined) return;
    if (places.has(column))
      releve.refuse({
        ligne,
        colonne: toText(value),
        code: 'COLONNE_REPETEE',
        attendu: 'une seule colonne de ce nom',
        remede: 'Retirez l’une des deux.',
      });
    else places.set(column, index);
  });
  for (const column of needed)
    if (!places.has(column))
      releve.refuse({
        ligne,
        code: 'COLONNE_MANQUANTE',
        attendu: `une colonne « ${names[column][0]} »`,
        remede: 'Prenez le fichier tel qu’il est publié, ou rétablissez son en-tête.',
      });
  return {
    at: (column) => places.get(column),
    titleOf: (column) => {
      const place = places.get(column);
      return place === undefined ? column : toText(values[place]);
    },
  };
}
