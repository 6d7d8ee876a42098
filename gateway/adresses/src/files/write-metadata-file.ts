import { valueText } from '@palier/federation/json/json-text';
import { readThrough } from '../rows/file-table.ts';
import type { WriteFile } from './written-file.ts';

/** What is said of a file, without its rows: they are read all the same. */
export const writeMetadataFile: WriteFile = async function* ({ tables, metadata }) {
  for (const table of tables) await readThrough(table);
  yield Buffer.from(valueText(metadata()));
};
