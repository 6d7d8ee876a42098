import { writeJson } from '@palier/calls/json/write-json';
import type { ColumnSource, SchemaElement } from 'hyparquet-writer';
import type { FileRow, FileTable } from '../rows/file-table.ts';
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
    await parquet.write({ columnData: toColumns(columns, group), rowGroupSize: group.length });
    yield drain();
  }
  parquet.kvMetadata = [{ key: 'palier', value: writeJson(metadata()) }];
  await parquet.finish();
  yield drain();
};

async function* groupsOf({ rows }: FileTable): AsyncGenerator<readonly FileRow[]> {
  let group: FileRow[] = [];
  for await (const batch of rows()) {
    group.push(...batch);
    if (group.length < GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
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

const toColumns = (columns: readonly Column[], rows: readonly FileRow[]): ColumnSource[] =>
  columns.map(({ name, cell }, at) => ({
    name,
    data: rows.map(({ cells }) => toValue(cells[at] ?? null, cell)),
  }));

/** A `Float` of the graph is a double. */
const toValue = (value: Cell, kind: CellKind): Cell =>
  kind === 'NOMBRE' && value !== null ? Number(value) : value;
