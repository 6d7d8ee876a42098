import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import { ask } from './ask.ts';
import { holdRepartitions } from './hold-repartitions.ts';

// Nothing at birth: test/processus counts what acts make.
holdRepartitions(openTestHouse, ['RedditionConnection', 'ConstatConnection', 'EntenteConnection']);

describe('the order of a list', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  });
  afterAll(() => house.close());
  const read = async (args: string, after: string | null, first = 7) => {
    const { mesures } = await ask<{
      mesures: {
        nodes: { id: string; valeur: number | null; saisieLe: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
        totalCount: number;
      };
    }>(
      house,
      `query ($after: String, $first: Int) { mesures(exigence: "A-P11:INFO_SOCIAL", region: "06", ${args} first: $first, after: $after) {
        totalCount nodes { id valeur saisieLe } pageInfo { hasNextPage endCursor }
      } }`,
      { after, first },
    );
    return mesures;
  };

  it.each(['CROISSANT', 'DECROISSANT'])(
    'by value is whole, page after page, ties by key: %s',
    async (sens) => {
      const args = `tri: VALEUR, sens: ${sens},`;
      const whole = await read(args, null, 1000);
      const paged: string[] = [];
      for (let after: string | null = null; ;) {
        const { nodes, pageInfo } = await read(args, after, 50);
        paged.push(...nodes.map(({ id }) => id));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(paged).toHaveLength(whole.totalCount);
      expect(paged).toEqual(whole.nodes.map(({ id }) => id));
      const far = sens === 'CROISSANT' ? Infinity : -Infinity;
      const sorted = whole.nodes.toSorted(
        (a, b) =>
          (a.valeur === b.valeur
            ? 0
            : ((a.valeur ?? far) - (b.valeur ?? far)) * (sens === 'CROISSANT' ? 1 : -1)) ||
          (a.id < b.id ? -1 : 1),
      );
      expect(paged).toEqual(sorted.map(({ id }) => id));
      expect(whole.nodes.some(({ valeur }) => valeur === null)).toBe(true);
    },
  );

  it.each(['PERIODE', 'TERRITOIRE', 'EXIGENCE', 'SAISIE'])('by %s gives each once', async (tri) => {
    const ids = new Set<string>();
    const args = `tri: ${tri}, sens: DECROISSANT,`;
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo } = await read(args, after, 100);
      for (const { id } of nodes) ids.add(id);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(ids.size).toBe((await read(args, null)).totalCount);
  });

  it('has cursors of its own', async () => {
    const { pageInfo } = await read('tri: VALEUR,', null);
    for (const other of ['', 'tri: VALEUR, sens: DECROISSANT,', 'tri: TERRITOIRE,'])
      await expect(read(other, pageInfo.endCursor)).rejects.toThrow('Le curseur');
  });
});
