import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

describe.each(['README.md', 'LISEZMOI.md'])('%s', (file) => {
  const page = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const queries = blocksOf(page, 'graphql');
  const [answer = ''] = blocksOf(page, 'json');

  it('prints the true answer of its first query', async () => {
    const result = await house.gateway.execute({ query: queries[0] });
    expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(answer));
  });

  it('holds no query that the graph refuses or leaves without an answer', async () => {
    for (const query of queries) {
      const { data, errors } = await house.gateway.execute({ query });
      expect(errors, query).toBeUndefined();
      expect(Object.values(data ?? {}).filter(isEmpty), query).toEqual([]);
    }
  });
});

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** The fenced blocks of one language, in the order of the page. */
function blocksOf(page: string, language: string): string[] {
  return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, found]) => found === language)
    .map(([, , text = '']) => text);
}
