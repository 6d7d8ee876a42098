import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import type { FlatRow } from './flatten.ts';

/** A file as its reader has it: each cell by the name of its column. */
export interface ReadTable {
  readonly columns: readonly string[];
  readonly rows: readonly FlatRow[];
}

const FORMULA_KEPT = /^'(?=[=+\-@\t\r＝＋－＠])/;

/** Where a quoted cell may be empty: elsewhere, what is empty is not there. */
const QUOTED_EMPTY = /(^|[,;\r\n])""([,;\r\n]|$)/;

/** Cells are texts; one that is not there is null, one that is empty is not. */
export function readCsv(text: string, delimiter = ','): ReadTable {
  const toCell = (value: string, isQuoted: boolean): string | null =>
    value === '' && !isQuoted ? null : value.replace(FORMULA_KEPT, '');
  // To be told how each cell was written takes as long as all the rest.
  const isTold = QUOTED_EMPTY.test(text);
  const [header = [], ...records] = parse(text, {
    delimiter,
    record_delimiter: '\r\n',
    bom: true,
    ...(isTold && {
      cast: (value: string, { quoting }: { quoting: boolean }) => toCell(value, quoting),
    }),
  }) as (string | null)[][];
  const columns = header.map(String);
  return {
    columns,
    rows: records.map((record) =>
      toRow(columns, isTold ? record : record.map((cell) => toCell(cell!, false))),
    ),
  };
}

export async function readWorkbook(bytes: Uint8Array): Promise<ReadonlyMap<string, ReadTable>> {
  const { sheets } = await readXlsx(bytes);
  return new Map(
    sheets.map(({ name, rows: [header = [], ...rows] }) => {
      const columns = header.map(String);
      return [name, { columns, rows: rows.map((row) => toRow(columns, row)) }];
    }),
  );
}

export async function readParquet(bytes: ArrayBuffer): Promise<ReadTable & { readonly said: unknown }> {
  const { schema, key_value_metadata: pairs = [] } = await parquetMetadataAsync(bytes);
  const said = pairs.find(({ key }) => key === 'palier')?.value;
  return {
    columns: schema.slice(1).map(({ name }) => name),
    rows: await parquetReadObjects({ file: bytes }),
    said: said === undefined ? undefined : JSON.parse(said),
  };
}

const toRow = (columns: readonly string[], cells: readonly unknown[]): FlatRow =>
  Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null]));
