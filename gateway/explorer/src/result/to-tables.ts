import { shapeOf } from '@palier/adresses/shape';
import { type Cell, type Column, type Row, tablesOf } from '@palier/adresses/tables';
import type { GraphQLSchema } from 'graphql';
import { chosenOperation } from './chosen-operation.ts';
import type { Result } from './answers.ts';

/** A table of the answer that is shown, as the addresses make theirs. */
export interface ShownTable {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What the numbers of each row are worth: see `statusAt`. */
  readonly statuses: readonly Row['statuses'][];
  /** Said of a list without elements: its one row is what is around it. */
  readonly isEmpty: boolean;
}

export function toTables(
  { operation, data }: Result,
  schema: GraphQLSchema | null | undefined,
): readonly ShownTable[] {
  const document = chosenOperation(operation);
  if (document === undefined || schema == null) return [];
  return tablesOf(shapeOf(document, schema))
    .filter(({ columns }) => columns.length > 0)
    .map(({ name, columns, rowsOf }) => {
      const rows = [...rowsOf(data)];
      return {
        name,
        columns,
        rows: rows.map(({ cells }) => cells),
        statuses: rows.map(({ statuses }) => statuses),
        isEmpty: leadsToNone(data, name.split('.')),
      };
    });
}

/** What a number of a row is worth, as far as it was asked; null where nothing was received that would have it. */
export function statusAt(
  { columns, statuses }: ShownTable,
  row: number,
  column: number,
): Row['statuses'][number] {
  const at = columns[column]?.status;
  return at === undefined ? null : statuses[row]?.[at];
}

/** Whether a path leads to a list that is there, and empty; through others, to nothing else. */
function leadsToNone(value: unknown, path: readonly string[]): boolean {
  if (Array.isArray(value)) return value.every((item) => path.length > 0 && leadsToNone(item, path));
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return false;
  return leadsToNone((value as Readonly<Record<string, unknown>>)[step], rest);
}

/** A name beside those of its table: « valeur » of « territoireClsc.mesures.nodes.valeur » in « territoireClsc.mesures.nodes ». */
export const shortName = ({ name: table }: ShownTable, { name }: Column): string =>
  name.startsWith(`${table}.`) ? name.slice(table.length + 1) : name;

export const isNumeric = ({ cell }: Column): boolean => cell === 'ENTIER' || cell === 'NOMBRE';
