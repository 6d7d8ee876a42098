import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDERS = ['./', '../../sante-quebec/data/'].map((path) => new URL(path, import.meta.url));
const RANGE = /^L(\d+)(?:-(\d+))?$/;

function listCitations(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'lignes' && typeof inner === 'string' ? [inner] : listCitations(inner),
  );
}

/** What is wrong with lines that are cited: « L31-33, L40 ». */
function findFault(lignes: string): string | undefined {
  const ranges = lignes.split(', ');
  if (new Set(ranges).size !== ranges.length) return 'the same lines twice';
  return ranges.some((range) => {
    const [, first, last] = RANGE.exec(range) ?? [];
    return first === undefined || (last !== undefined && Number(last) <= Number(first));
  })
    ? 'no range of lines'
    : undefined;
}

describe('the lines that are cited', () => {
  for (const folder of FOLDERS)
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
      it(`are ranges, each said once: ${file}`, () => {
        const cited = listCitations(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
        expect(cited.filter((lignes) => findFault(lignes) !== undefined)).toEqual([]);
      });

  it.each(['L5-5', 'L9-4', 'L1-25-25', '31-33', 'L1, L1', 'L31-33 L40'])('are not %s', (lignes) => {
    expect(findFault(lignes)).toBeDefined();
  });
});
