import { ExactNumber } from '@palier/calls/json/exact-number';
import { expect, it } from 'vitest';
import type { Cell } from '../operation/tables.ts';
import { writeLines } from './write-csv.ts';

async function csvOf(
  cells: readonly Cell[],
  { delimiter = ',', decimal = '.', withMark = false }: Partial<Parameters<typeof writeLines>[0]> = {},
): Promise<string> {
  const rows = (async function* () {
    yield [cells];
  })();
  const chunks: Uint8Array[] = [];
  const header = cells.map((_, at) => `c${at}`);
  for await (const chunk of writeLines({ delimiter, decimal, withMark }, header, rows, (row) => row))
    chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8').split('\r\n')[1] ?? '';
}

it.each(['=1+1', '+33', '-2+3', '@SUM(A1)', '\tcmd', '=HYPERLINK("http://a.exemple";"b")', '＝1'])(
  'makes text of the formula %j',
  async (text) => {
    const cell = await csvOf([text]);
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
  },
);

it('makes text of a return before a formula', async () => {
  expect(await csvOf(['\r=1'])).toBe(`"'\r=1"`);
});

it.each([
  [-1, '-1'],
  [-0.5, '-0.5'],
  [0.1 + 0.2, '0.30000000000000004'],
  [-9_007_199_254_740_993n, '-9007199254740993'],
  [new ExactNumber('-0.1000000000000000055511151231257827'), '-0.1000000000000000055511151231257827'],
  [true, 'true'],
] as const)('writes the number %s to the digit', async (value, text) => {
  expect(await csvOf([value as Cell])).toBe(text);
});

it.each([
  [-0.5, '-0,5'],
  [1.5e-7, '1,5e-7'],
  [4, '4'],
  [new ExactNumber('-0.1000000000000000055511151231257827'), '-0,1000000000000000055511151231257827'],
  // A text is as it was written, and a list is JSON.
  ['4.5', '4.5'],
  ['[4.5]', '[4.5]'],
  ['-4.5', "'-4.5"],
] as const)('writes %j with a comma on request', async (value, text) => {
  expect(await csvOf([value as Cell], { delimiter: ';', decimal: ',' })).toBe(text);
});

it('tells an absence, an empty text and a zero apart', async () => {
  expect(await csvOf([null, '', 0])).toBe(',"",0');
});

it('quotes by RFC 4180, whatever parts the cells', async () => {
  expect(await csvOf(['a"b', 'c,d', 'e;f', 'g\nh'])).toBe('"a""b","c,d",e;f,"g\nh"');
  expect(await csvOf(['c,d', 'e;f'], { delimiter: ';' })).toBe('c,d;"e;f"');
});

it('begins by its mark on request alone', async () => {
  const none = (async function* (): AsyncGenerator<readonly Cell[][]> {
    yield [];
  })();
  const chunks = writeLines({ delimiter: ',', decimal: '.', withMark: true }, ['a'], none, (row) => row);
  expect(Buffer.from((await chunks.next()).value as Uint8Array).toString('utf8')).toBe('\ufeffa\r\n');
  expect((await csvOf(['a'])).startsWith('\ufeff')).toBe(false);
});
