import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { type PageInfo, parsePage, toConnection } from './connection.ts';

const letters = ['a', 'b', 'c', 'd', 'e'];

function readPage(first: number, after?: string | null) {
  const page = parsePage('lettres', { first, after: after ?? null });
  const start =
    page.afterKey === undefined ? 0 : letters.findIndex((letter) => letter > (page.afterKey ?? ''));
  const rows = start < 0 ? [] : letters.slice(start, start + page.first + 1);
  const absence = { motif: 'rien', origine: null, doitRepondre: null, mandat: null };
  return toConnection({
    page,
    rows: () => rows,
    keyOf: (letter) => letter,
    count: async () => letters.length,
    absence,
  });
}

describe('a connection', () => {
  it('walks the whole list, each element once, by its cursors', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = readPage(2, cursor);
      seen.push(...(await page.nodes()));
      const { hasNextPage, endCursor }: PageInfo = await page.pageInfo();
      cursor = hasNextPage ? endCursor : null;
    } while (cursor !== null);
    expect(seen).toEqual(letters);
  });

  it('says that nothing is there only when the list is empty from its start', () => {
    expect(readPage(5).absence?.()).toBeNull();
    const page = parsePage('lettres', {});
    const empty = { page, rows: () => [] as string[], keyOf: String, count: async () => 0 };
    expect(
      toConnection({
        ...empty,
        absence: { motif: 'rien', origine: null, doitRepondre: null, mandat: null },
      }).absence?.(),
    ).toMatchObject({ motif: 'rien' });
    const after = { ...page, afterKey: 'e' };
    expect(toConnection({ ...empty, page: after }).absence?.()).toBeNull();
  });

  it.each([
    [[], null],
    [['SAISIE'], 'SAISIE'],
    [['SAISIE', 'DEMONSTRATION'], 'DEMONSTRATION'],
    // The row too many is of another page.
    [['SAISIE', 'SAISIE', 'DEMONSTRATION'], 'SAISIE'],
  ] as const)('of items %j counts what is %s', (origins, expected) => {
    const rows = origins.map((origine) => ({ provenance: { origine } }));
    const page = parsePage('lettres', { first: 2 });
    expect(toConnection({ page, rows: () => rows, keyOf: String, count: async () => 9 }).origine()).toBe(
      expected,
    );
  });

  it.each([
    ['its count', ['totalCount'], 0],
    ['its nodes', ['nodes'], 1],
    ['its edges', ['edges', 'totalCount'], 1],
    ['where the page is', ['pageInfo'], 1],
    ['what is missing', ['absence'], 1],
    ['all of it', ['nodes', 'edges', 'pageInfo', 'origine', 'absence', 'totalCount'], 1],
  ] as const)('reads no more rows than who asks %s needs', async (_, parts, times) => {
    let reads = 0;
    const rows = async (): Promise<object[]> => {
      reads += 1;
      return [{ provenance: { origine: 'SAISIE' } }];
    };
    const page = parsePage('lettres', {});
    const list = toConnection({ page, rows, keyOf: String, count: async () => 1 });
    await Promise.all(parts.map((part) => list[part]?.()));
    expect(reads).toBe(times);
  });

  it.each([0, -1, 1001])('refuses a page of %i elements', (first) => {
    expect(() => parsePage('lettres', { first })).toThrow(/PAGE|page/);
  });

  it.each(['zzz', '', 'bGV0dHJlczoA', 'YXV0cmVzOmE'])(
    'refuses the cursor %j, which it did not give',
    (after) => {
      expect(() => parsePage('lettres', { after })).toThrow(/curseur/);
    },
  );

  const cursorOf = async (name: string, choice?: object): Promise<string> => {
    const page = parsePage(name, { first: 1 }, choice);
    const list = toConnection({ page, rows: () => ['a'], keyOf: String, count: async () => 1 });
    return (await list.pageInfo()).endCursor ?? '';
  };

  it.each([
    ['another list', 'chiffres', {}],
    ['a filter more', 'lettres', { casse: 'haute', accent: 'aigu' }],
    ['another value', 'lettres', { casse: 'basse' }],
    ['no filter', 'lettres', {}],
    ['a value of another type', 'lettres', { casse: ['haute'] }],
  ])('refuses its own cursor under %s', async (_, name, choice) => {
    const after = await cursorOf('lettres', { casse: 'haute' });
    expect(parsePage('lettres', { after }, { casse: 'haute' }).afterKey).toBe('a');
    expect(() => parsePage(name, { after }, choice)).toThrow(/curseur/);
  });

  it('takes a filter that is null for one left out, in whatever order', async () => {
    const after = await cursorOf('lettres', { casse: 'haute', accent: null, forme: 'ronde' });
    expect(parsePage('lettres', { after }, { forme: 'ronde', casse: 'haute' }).afterKey).toBe('a');
  });
});
