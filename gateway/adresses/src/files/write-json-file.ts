import { valueText } from '@palier/federation/json/json-text';
import type { FileTable } from '../rows/file-table.ts';
import type { WriteFile } from './written-file.ts';

/** Each table as a list of objects, by the names of its columns; then what is said of all of it. */
export const writeJsonFile: WriteFile = async function* ({ tables, metadata }) {
  yield Buffer.from('{"tableaux":{');
  for (const [rank, table] of tables.entries()) {
    yield Buffer.from(`${rank === 0 ? '' : ','}${valueText(table.name)}:[`);
    yield* writeRows(table);
    yield Buffer.from(']');
  }
  yield Buffer.from(`},"metadonnees":${valueText(metadata())}}`);
};

async function* writeRows({ columns, rows }: FileTable): AsyncGenerator<Uint8Array> {
  const keys = columns.map(({ name }) => `${valueText(name)}:`);
  // A cell of several leaves is JSON already.
  const isJson = columns.map(({ cell }) => cell === 'JSON');
  let separator = '\n';
  for await (const batch of rows()) {
    const lines = batch.map(
      ({ cells }) =>
        `{${cells.map((cell, at) => `${keys[at]}${isJson[at] && cell !== null ? String(cell) : valueText(cell)}`).join(',')}}`,
    );
    yield Buffer.from(`${separator}${lines.join(',\n')}`);
    separator = ',\n';
  }
}
