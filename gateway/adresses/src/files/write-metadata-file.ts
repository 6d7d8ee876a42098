import { valueText } from '@palier/federation/json/json-text';
import type { WriteFile } from './written-file.ts';

/** What is said of a file, without its rows: they are read all the same. */
export const writeMetadataFile: WriteFile = async function* ({ tables, metadata }) {
  for (const { rows } of tables) {
    const batches = rows();
    while (!(await batches.next()).done);
  }
  yield Buffer.from(valueText(metadata()));
};
