import { expect, it } from 'vitest';
import { MOST_SOURCES, SeenSources } from './file-table.ts';

const at = (line: number, origine: string) => ({ origine, document: { code: '003' }, lignes: `L${line}` });

it('says that its sources are more than are listed, and of all of them that one is of demonstration', () => {
  const seen = new SeenSources();
  for (let line = 0; line < MOST_SOURCES; line += 1) seen.note([at(line, 'TEXTE')]);
  expect([seen.list.length, seen.isCut, seen.isDemonstration]).toEqual([MOST_SOURCES, false, false]);
  seen.note([at(1, 'TEXTE')]);
  expect([seen.list[1]?.rows, seen.isCut]).toEqual([2, false]);
  seen.note([at(MOST_SOURCES, 'DEMONSTRATION')]);
  expect([seen.list.length, seen.isCut, seen.isDemonstration]).toEqual([MOST_SOURCES, true, true]);
});
