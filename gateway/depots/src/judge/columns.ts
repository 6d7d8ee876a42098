import { toName } from '@palier/fichiers/to-name';
import { DITE } from '../demande/demande.ts';

/** The columns of a file of measures, in the order of the modele. */
export const COLUMNS = [
  'territoire',
  'nom_territoire',
  'exigence',
  'libelle',
  'volet',
  'periode',
  'unite',
  'derniere_valeur',
  'valeur',
  'statut',
  'numerateur',
  'denominateur',
  'canevas',
  'justification',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Those that its author fills. */
export const FILLED: ReadonlySet<Column> = new Set(DITE);

/** Those that are said for people alone: nothing of them is read. */
export const SAID_BESIDE: ReadonlySet<Column> = new Set(['nom_territoire', 'libelle', 'derniere_valeur']);

/** Without which no measure can be read. */
export const NEEDED = ['territoire', 'exigence', 'periode', 'valeur'] as const satisfies readonly Column[];

const NAMES: ReadonlyMap<string, Column> = new Map(COLUMNS.map((name) => [name, name]));

/** The column that a header names, whatever its capitals, accents, hyphens and spaces. */
export const columnNamed = (header: string): Column | undefined => NAMES.get(toName(header));

/** As a spreadsheet names a column, from 0: « A », « Z », « AA ». */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
