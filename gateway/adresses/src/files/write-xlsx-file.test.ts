import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import type { FileTable } from '../rows/file-table.ts';
import type { Metadata } from './metadata.ts';
import type { Cell } from '../operation/tables.ts';
import { sheetNames, writeXlsxFile } from './write-xlsx-file.ts';

const METADATA: Metadata = {
  operation: { nom: 'essai', description: 'Un essai', adresse: '/q/essai.xlsx', variables: { n: 2n ** 70n } },
  demonstration: true,
  avertissement: 'Fictives',
  lu: '2026-11-28T12:00:00.000Z',
  asOf: null,
  updatedAfter: null,
  versions: {},
  tableaux: [],
  incomplet: false,
  listesIncompletes: [],
  sourcesIncompletes: false,
  rangees: 1,
  sources: [],
};

const tableOf = (cells: readonly Cell[]): FileTable => ({
  name: 'a.nodes',
  cuts: new Set(),
  columns: cells.map((_, at) => ({
    kind: 'LEAF',
    cell: 'TEXTE',
    type: 'String',
    description: undefined,
    values: undefined,
    name: `c${at}`,
    status: undefined,
  })),
  async *rows() {
    yield [{ cells, statuses: [], sources: [], action: undefined }];
  },
});

async function sheetsOf(cells: readonly Cell[], isLong: boolean) {
  const chunks: Uint8Array[] = [];
  const content = {
    operation: 'essai',
    tables: [tableOf(cells)],
    metadata: () => METADATA,
    isLong,
    delimiter: ',',
    decimal: '.',
    withMark: false,
    withHead: false,
  } as const;
  for await (const chunk of writeXlsxFile(content)) chunks.push(chunk);
  return (await readXlsx(Buffer.concat(chunks), { readStyles: true })).sheets;
}

const CELLS = ['=1+1', '-2', '@x', '06112', -1.5, 0.1 + 0.2, true, null, 9_007_199_254_740_993n] as const;
const READ = ['=1+1', '-2', '@x', '06112', -1.5, 0.1 + 0.2, true, null, '9007199254740993'];

it.each([
  ['whole', false],
  ['as it is read', true],
])('written %s, holds texts that no spreadsheet runs, and numbers to the digit', async (_, isLong) => {
  const [sheet] = await sheetsOf(CELLS, isLong);
  expect(sheet?.rows[1]).toEqual(READ);
  expect([...(sheet?.cells ?? [])].filter(([, { formula }]) => formula !== undefined)).toEqual([]);
});

it('holds a text that has the form of an escape as it is', async () => {
  const texts = ['_x000D_', 'a_x0041_x0042_b', '_x005F_x000D_', '_x00D_', '\r'];
  for (const isLong of [false, true]) expect((await sheetsOf(texts, isLong))[0]?.rows[1]).toEqual(texts);
});

it.each([false, true])('refuses a text that no cell holds, by the name of its column', async (isLong) => {
  const longest = 'é'.repeat(32_767);
  expect((await sheetsOf(['a', longest], isLong))[0]?.rows[1]).toEqual(['a', longest]);
  await expect(sheetsOf(['a', `${longest}é`], isLong)).rejects.toMatchObject({
    code: 'FORMAT_DE_FICHIER_NON_OFFERT',
    message: expect.stringContaining('« c1 »'),
  });
});

it('says first on its last sheet that data are of demonstration', async () => {
  const sheets = await sheetsOf(['a'], false);
  expect(sheets.map(({ name }) => name)).toEqual(['a.nodes', 'Provenance']);
  expect(sheets[1]?.rows[0]?.slice(0, 2)).toEqual(['DEMONSTRATION', 'Fictives']);
  expect(sheets[1]?.rows).toContainEqual(expect.arrayContaining(['Variables', `{"n":${2n ** 70n}}`]));
});

it('gives each sheet a short name of its own', () => {
  const long = 'territoireClsc.mesures.nodes.verdict.parSource';
  const names = sheetNames([{ name: long }, { name: `x${long}` }, { name: 'a/b:c' }, { name: 'Provenance' }]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
  expect(names).not.toContain('Provenance');
  const alike = sheetNames([...'abcdefghijkl'].map((start) => ({ name: `${start}${long}` })));
  expect(new Set(alike).size).toBe(12);
  for (const name of [...names, ...alike]) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  expect(sheetNames([{ name: 'History' }])).not.toContain('History');
});
