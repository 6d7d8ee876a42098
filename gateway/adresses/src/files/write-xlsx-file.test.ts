import { buffer } from 'node:stream/consumers';
import { readParts } from '@palier/fichiers/testing/read-parts';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import type { FileTable } from '../rows/file-table.ts';
import type { Metadata } from './metadata.ts';
import type { Cell } from '../operation/tables.ts';
import { addLastSheet } from './add-last-sheet.ts';
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

async function writeBook(cells: readonly Cell[], isLong: boolean): Promise<Buffer> {
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
  return Buffer.concat(chunks);
}

const sheetsOf = async (cells: readonly Cell[], isLong: boolean) =>
  (await readXlsx(await writeBook(cells, isLong), { readStyles: true })).sheets;

/** The cells of a row of the first sheet, by their place: their type and what they hold. */
function rawCells(
  parts: ReadonlyMap<string, string>,
  row: number,
): Readonly<Record<string, readonly string[]>> {
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, said]) => said,
  );
  const cells = (parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs);
  const found = [...cells].flatMap(([, attributes = '', held = '']) => {
    const [, place = '', at] = /\br="([A-Z]+)(\d+)"/.exec(attributes) ?? [];
    const [, type = 'n'] = /\bt="(\w+)"/.exec(attributes) ?? [];
    const [, value = ''] = /<v>(.*?)<\/v>/s.exec(held) ?? [];
    const text = type === 's' ? (shared[Number(value)] ?? '') : held;
    const [, said = value] = /<t\b[^>]*>(.*?)<\/t>/s.exec(text) ?? [];
    expect(held).not.toContain('<f');
    return Number(at) === row && said !== ''
      ? [[place, [/^(?:s|inlineStr)$/.test(type) ? 'texte' : type, said]]]
      : [];
  });
  return Object.fromEntries(found) as Record<string, readonly string[]>;
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

it.each([false, true])('holds in its own XML what another reader would find', async (isLong) => {
  expect(rawCells(readParts(await writeBook([...CELLS, 'é & <b>'], isLong)), 2)).toEqual({
    A: ['texte', '=1+1'],
    B: ['texte', '-2'],
    C: ['texte', '@x'],
    D: ['texte', '06112'],
    E: ['n', '-1.5'],
    F: ['n', '0.30000000000000004'],
    G: ['b', '1'],
    I: ['texte', '9007199254740993'],
    J: ['texte', 'é &amp; &lt;b&gt;'],
  });
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

it.each([false, true])('says first on its last sheet that data are of demonstration', async (isLong) => {
  const sheets = await sheetsOf(['a'], isLong);
  expect(sheets.map(({ name }) => name)).toEqual(['a.nodes', 'Provenance']);
  expect(sheets[1]?.rows[0]?.slice(0, 2)).toEqual(['DEMONSTRATION', 'Fictives']);
  expect(sheets[1]?.rows).toContainEqual(expect.arrayContaining(['Variables', `{"n":${2n ** 70n}}`]));
});

it('holds that sheet after as many as its rows fill, whatever the chunks that they come in', async () => {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const rows = Array.from({ length: 40_000 }, (_, rank) => [
    `${rank}`,
    Math.sin(rank),
    'é'.repeat(rank % 40),
  ]);
  const book = writeXlsxStream(rows, { name: 'a', maxRowsPerSheet: 15_000 });
  const last = () => buffer(writeXlsxStream([['dite', 'la dernière']], { name: 'b' }));
  const whole = await buffer(addLastSheet(book, 'Provenance', last));
  const { sheets } = await readXlsx(whole);
  expect(sheets.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([
    ['a', 15_000],
    ['a_2', 15_000],
    ['a_3', 10_002],
    ['Provenance', 1],
  ]);
  expect(sheets[3]!.rows).toEqual([['dite', 'la dernière']]);
  expect(readParts(whole).size).toBe(10);
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
