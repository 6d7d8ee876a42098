import { shapeOf } from '@palier/adresses/shape';
import { type Cell, type Column, tablesOf } from '@palier/adresses/tables';
import type { GraphQLSchema } from 'graphql';
import { chosenOperation } from './chosen-operation.ts';
import type { Result } from './answers.ts';

/** A table of the answer that is shown, as the addresses make theirs. */
export interface ShownTable {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export function toTables(
  { operation, data }: Result,
  schema: GraphQLSchema | null | undefined,
): readonly ShownTable[] {
  const document = chosenOperation(operation);
  if (document === undefined || schema == null) return [];
  return tablesOf(shapeOf(document, schema))
    .filter(({ columns }) => columns.length > 0)
    .map(({ name, columns, rowsOf }) => ({
      name,
      columns,
      rows: [...rowsOf(data)].map(({ cells }) => cells),
    }));
}

/** A name beside those of its table: « valeur » of « territoireClsc.mesures.nodes.valeur » in « territoireClsc.mesures.nodes ». */
export const shortName = ({ name: table }: ShownTable, { name }: Column): string =>
  name.startsWith(`${table}.`) ? name.slice(table.length + 1) : name;

export const isNumeric = ({ cell }: Column): boolean => cell === 'ENTIER' || cell === 'NOMBRE';
