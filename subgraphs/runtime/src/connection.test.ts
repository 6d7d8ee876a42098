import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { parsePage, toConnection } from './connection.ts';

const letters = ['a', 'b', 'c', 'd', 'e'];

function readPage(first: number, after?: string | null) {
  const page = parsePage('lettres', { first, after: after ?? null });
  const start =
    page.afterKey === undefined ? 0 : letters.findIndex((letter) => letter > (page.afterKey ?? ''));
  const rows = start < 0 ? [] : letters.slice(start, start + page.first + 1);
  const absence = { motif: 'rien', doitRepondre: null, mandat: null };
  return toConnection({ page, rows, keyOf: (letter) => letter, count: async () => letters.length, absence });
}

describe('a connection', () => {
  it('walks the whole list, each element once, by its cursors', () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = readPage(2, cursor);
      seen.push(...page.nodes);
      const { hasNextPage, endCursor } = page.pageInfo();
      cursor = hasNextPage ? endCursor : null;
    } while (cursor !== null);
    expect(seen).toEqual(letters);
  });

  it('says that nothing is there only when the list is empty from its start', () => {
    expect(readPage(5).absence?.()).toBeNull();
    const page = parsePage('lettres', {});
    const empty = { page, rows: [] as string[], keyOf: String, count: async () => 0 };
    expect(
      toConnection({ ...empty, absence: { motif: 'rien', doitRepondre: null, mandat: null } }).absence?.(),
    ).toMatchObject({ motif: 'rien' });
    const after = { ...page, afterKey: 'e' };
    expect(toConnection({ ...empty, page: after }).absence?.()).toBeNull();
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
});
