import { isKeptFigure } from '@palier/calls/entered';
import { expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';
import type { FileCell } from './file-row.ts';
import { readNumber } from './read-number.ts';
import { readFrenchText, writeFrenchCsv } from './french-csv.ts';

async function readAgain(csv: string) {
  async function* whole() {
    await Promise.resolve();
    yield csv.slice(1);
  }
  const cells = [];
  for await (const row of readCsv(whole())) cells.push(...row.cells);
  return cells;
}

it.each([-2.5, 1e-7, 1.25e-9, 0, 12_345_678.9, 4e21, -0.1])(
  'a number is what it was when it is read again: %d',
  async (value) => {
    const [, cell] = await readAgain(writeFrenchCsv([['a', value]]));
    const read = readNumber(cell as FileCell);
    // Past what an act keeps, it is refused rather than read.
    if (isKeptFigure(value)) expect(read).toMatchObject({ nombre: value });
    else expect(read).toMatchObject({ code: 'NOMBRE_HORS_BORNES' });
  },
);

it.each(['- panne du système', '=1+1', '+1', '@a', '-', "d'hier", "'hier'", 'panne'])(
  'a text is no formula, and what it was when it is read again: %s',
  async (text) => {
    const csv = writeFrenchCsv([['a', text]]);
    expect(csv).not.toMatch(/;"?[=+@-]/);
    const [, cell] = await readAgain(csv);
    expect(cell).toEqual({ value: text });
  },
);

it('takes away only the mark that it adds', () => {
  expect(["'=1", "'a", "''=1"].map(readFrenchText)).toEqual(['=1', "'a", "''=1"]);
});
