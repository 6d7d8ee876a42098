import { writeJson } from '@palier/calls/json/write-json';
import type { ColumnSource, SchemaElement } from 'hyparquet-writer';
import type { FileTable } from '../rows/file-table.ts';
import type { CellKind } from '../operation/shape.ts';
import type { Cell, Column } from '../operation/tables.ts';
import type { WriteFile } from './written-file.ts';

/** Rows held at once: those of a group. */
const GROUP = 5_000;

/** Parquet, a group of rows at a time. What is said of all of it is in the file's own metadata, under « palier ». */
export const writeParquetFile: WriteFile = async function* ({ tables, metadata }) {
  const [table] = tables;
  const { columns } = table!;
  // Loaded with the first file of that kind: a start does without it.
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const writer = new ByteWriter();
  /** What was written so far; it starts anew. */
  const drain = (): Uint8Array => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  const parquet = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'Palier' });
  for await (const group of groupsOf(table!)) {
    await parquet.write({ columnData: group, rowGroupSize: group[0]!.data.length });
    yield drain();
  }
  parquet.kvMetadata = [{ key: 'palier', value: writeJson(metadata()) }];
  await parquet.finish();
  yield drain();
};

/** A page is turned into columns as it comes: its rows are held no longer. */
async function* groupsOf({ columns, rows }: FileTable): AsyncGenerator<ColumnSource[]> {
  const begin = () => columns.map(({ name }) => ({ name, data: [] as Cell[] }));
  let group = begin();
  let length = 0;
  for await (const batch of rows()) {
    columns.forEach(({ cell }, at) => {
      const { data } = group[at]!;
      for (const { cells } of batch) data.push(toValue(cells[at] ?? null, cell));
    });
    length += batch.length;
    if (length < GROUP) continue;
    yield group;
    group = begin();
    length = 0;
  }
  if (length > 0) yield group;
}

const TYPES: Readonly<Record<CellKind, Omit<SchemaElement, 'name'>>> = {
  ENTIER: { type: 'INT32' },
  NOMBRE: { type: 'DOUBLE' },
  BOOLEEN: { type: 'BOOLEAN' },
  TEXTE: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  JSON: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
};

const schemaOf = (columns: readonly Column[]): SchemaElement[] => [
  { name: 'palier', num_children: columns.length },
  ...columns.map(({ name, cell }) => ({ ...TYPES[cell], name, repetition_type: 'OPTIONAL' as const })),
];

/** A `Float` of the graph is a double. */
const toValue = (value: Cell, kind: CellKind): Cell =>
  kind === 'NOMBRE' && value !== null ? Number(value) : value;
