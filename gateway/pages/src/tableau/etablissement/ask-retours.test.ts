import { expect, it } from 'vitest';
import type { PageRequest } from '../../shell/page.ts';
import { askRetours } from './ask-retours.ts';
import type { RedditionLue } from './data.ts';

const OF = { etablissement: '11045127', campagne: '2025-2026' };

/** What the graph answers of so many versions, page after page. @param silent the page that is not answered */
function answerOf(total: number, silent?: number): PageRequest['ask'] {
  const versions = Array.from({ length: total }, (_, rank) => ({ version: total - rank }) as RedditionLue);
  return (_, variables) => {
    const { first, after } = variables as { first: number; after?: string };
    const from = Number(after ?? '0');
    const to = from + first;
    const redditions = {
      totalCount: total,
      pageInfo: { hasNextPage: to < total, endCursor: String(to) },
      absence: null,
      nodes: versions.slice(from, to),
    };
    const data = { redditions: from / first === silent ? null : redditions };
    return Promise.resolve({ data, fault: undefined }) as never;
  };
}

it.each([0, 1, 20, 45, 200])('reads each of %i versions, the last first', async (total) => {
  const told = await askRetours(answerOf(total), OF);
  expect(told?.nodes.map((one) => one?.version)).toEqual(
    Array.from({ length: total }, (_, rank) => total - rank),
  );
});

it('tells how many there are where it does not read all', async () => {
  const told = await askRetours(answerOf(250), OF);
  expect([told?.nodes.length, told?.totalCount]).toEqual([200, 250]);
});

it('tells nothing where a page is not answered: what is left would not be all', async () => {
  expect(await askRetours(answerOf(45, 1), OF)).toBeNull();
});
