import { lettersOf } from '@palier/runtime/order';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import { ask } from './ask.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

interface Row {
  readonly code: string;
  readonly value: string;
}

const isAscending = (values: readonly string[]): boolean =>
  values.every((value, place) => place === 0 || values[place - 1]! <= value);

/** Groups of one value, whose codes are in the order of the list itself. */
const groupsOf = (rows: readonly Row[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const { code, value } of rows) groups.set(value, [...(groups.get(value) ?? []), code]);
  return groups;
};

it.each([
  ['SERIE', 'serie'],
  ['GRAVITE', 'gravite'],
])('écarts are put in order by %s, both ways, by code within one', async (tri, field) => {
  const list = async (args: string): Promise<Row[]> =>
    (await ask<{ ecarts: Row[] }>(house, `{ ecarts${args} { code value: ${field} } }`)).ecarts;
  const all = await list('');
  const up = await list(`(tri: ${tri})`);
  const down = await list(`(tri: ${tri}, sens: DECROISSANT)`);
  expect(all).toHaveLength(148);
  expect(isAscending(up.map(({ value }) => value))).toBe(true);
  expect([...groupsOf(down).keys()]).toEqual([...groupsOf(up).keys()].reverse());
  for (const rows of [up, down])
    for (const [value, codes] of groupsOf(rows)) expect(codes, value).toEqual(groupsOf(all).get(value));
  const codes = (await list('(tri: CODE, sens: DECROISSANT)')).map(({ code }) => code);
  expect(codes).toEqual(all.map(({ code }) => code).reverse());
});

it.each([
  ['CODE', 'code'],
  ['ATTRIBUT', 'attribut'],
  ['SOUS_GROUPE', 'sousGroupe'],
])('standards are put in order by %s, both ways, as the document has them within one', async (tri, field) => {
  const list = async (args: string): Promise<Row[]> =>
    (await ask<{ standards: Row[] }>(house, `{ standards${args} { code value: ${field} } }`)).standards;
  const all = await list('');
  const up = await list(`(tri: ${tri})`);
  const down = await list(`(tri: ${tri}, sens: DECROISSANT)`);
  expect(all).toHaveLength(67);
  expect(isAscending(up.map(({ value }) => lettersOf(value)))).toBe(true);
  expect([...groupsOf(down).keys()]).toEqual([...groupsOf(up).keys()].reverse());
  for (const rows of [up, down])
    for (const [value, codes] of groupsOf(rows)) expect(codes, value).toEqual(groupsOf(all).get(value));
  const codes = (await list('(tri: DOCUMENT, sens: DECROISSANT)')).map(({ code }) => code);
  expect(codes).toEqual(all.map(({ code }) => code).reverse());
});

it.each([
  ['CODE', 'code'],
  ['STATUT', 'statut'],
  ['SERVICE', 'service { code }'],
])('exigences are put in order by %s, both ways, page after page, each once', async (tri, field) => {
  for (const sens of ['CROISSANT', 'DECROISSANT']) {
    const rows: { code: string; value: string | { code: string } }[] = [];
    let after: string | null = null;
    do {
      const {
        exigences,
      }: { exigences: { nodes: typeof rows; pageInfo: { endCursor: string; hasNextPage: boolean } } } =
        await ask(
          house,
          `query ($after: String) { exigences(tri: ${tri}, sens: ${sens}, first: 90, after: $after) {
            nodes { code value: ${field} } pageInfo { endCursor hasNextPage } } }`,
          { after },
        );
      rows.push(...exigences.nodes);
      after = exigences.pageInfo.hasNextPage ? exigences.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(402);
    const values = rows.map(({ value }) => (typeof value === 'string' ? value : value.code));
    expect(isAscending(sens === 'CROISSANT' ? values : values.reverse()), sens).toBe(true);
  }
});
