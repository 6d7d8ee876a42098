import { expect, it } from 'vitest';
import type { FileTable } from '../rows/file-table.ts';
import { withStatuses } from '../rows/with-statuses.ts';
import { writeSdmxCsv } from './write-sdmx-csv.ts';

async function headerOf(names: readonly string[]): Promise<string> {
  const table: FileTable = {
    name: 'a',
    cuts: new Set(),
    columns: names.map((name) => {
      const leaf = {
        kind: 'LEAF',
        cell: 'ENTIER',
        type: 'Int',
        description: undefined,
        values: undefined,
      } as const;
      return { ...leaf, name, status: 0 };
    }),
    async *rows() {
      yield [];
    },
  };
  const content = {
    operation: 'essai',
    tables: [withStatuses(table)],
    metadata: () => {
      throw new Error('Not in it');
    },
    isLong: false,
    delimiter: ',',
    decimal: '.',
    withMark: false,
    withHead: false,
  } as const;
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeSdmxCsv(content)) chunks.push(chunk);
  return Buffer.concat(chunks).toString().trim();
}

it('has a column for each number, and two for what it is worth', async () => {
  expect(await headerOf(['a.n'])).toBe('STRUCTURE,STRUCTURE_ID,ACTION,a_n,a_n_OBS_STATUS,a_n_CONF_STATUS');
});

it.each([
  ['a_b', ['a.b', 'a_b']],
  ['n_OBS_STATUS', ['n', 'n_OBS_STATUS']],
  ['n_CONF_STATUS', ['n_CONF_STATUS', 'n']],
  ['ACTION', ['ACTION']],
  ['STRUCTURE', ['n', 'STRUCTURE']],
])('has no two columns %s', async (name, columns) => {
  await expect(headerOf(columns)).rejects.toMatchObject({
    code: 'FORMAT_DE_FICHIER_NON_OFFERT',
    message: expect.stringContaining(name),
  });
});
