import type { OperationResult } from '@palier/gateway/request/operation';
import { describe, expect, it } from 'vitest';
import { listArrangements, type TestHouse } from '../house.ts';
import { THREE_LEVELS } from '../resilience/three-levels.ts';
import { isUpkeep } from './upkeep.ts';

const ASKED = { 'palier-plan': '1' };
const LIST = '{ territoiresClsc(first: 50) { nodes { nom etablissement { nom } } } }';

interface Plan {
  readonly appels: readonly { readonly sousGraphe: string; readonly sql: number; readonly lignes: number }[];
}

const planOf = ({ extensions }: OperationResult): Plan =>
  (extensions?.['palier'] as { readonly plan: Plan }).plan;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const totalsOf = ({ appels }: Plan): { readonly sql: number; readonly lignes: number } => ({
  sql: sum(appels.map(({ sql }) => sql)),
  lignes: sum(appels.map(({ lignes }) => lignes)),
});

async function withHouse(open: () => Promise<TestHouse>, work: (house: TestHouse) => Promise<void>) {
  const house = await open();
  await work(house).finally(() => house.close());
}

describe.each(listArrangements())('the plan of a question, $name', ({ open }) => {
  it('tells the SQL statements that were sent, whatever else is asked meanwhile', () =>
    withHouse(open, async ({ gateway, database }) => {
      const explain = (query: string): Promise<OperationResult> => gateway.execute({ query, headers: ASKED });
      const alone: ReturnType<typeof totalsOf>[] = [];
      for (const query of [THREE_LEVELS, LIST]) {
        const plain = await gateway.execute({ query });
        let told = plain;
        // Levels that were just opened have yet to read what follows their acts: it is counted with a question until it is done.
        const countOthers = async (): Promise<number> => {
          const sent: string[] = [];
          const stop = database.onStatement((text) => sent.push(text));
          told = await explain(query);
          stop();
          return sent.filter((text) => !isUpkeep(text)).length - totalsOf(planOf(told)).sql;
        };
        await expect.poll(countOthers).toBe(0);
        expect(told.data).toEqual(plain.data);
        const totals = totalsOf(planOf(told));
        expect(totals.sql).toBeGreaterThan(0);
        expect(planOf(told).appels.map(({ sousGraphe }) => sousGraphe)).toContain('sante-quebec');
        alone.push(totals);
      }
      expect(alone[1]?.lignes).toBeGreaterThanOrEqual(50);
      const [three, list] = alone;
      const together = await Promise.all([
        explain(THREE_LEVELS),
        explain(LIST),
        gateway.execute({ query: LIST }),
        explain(THREE_LEVELS),
        explain(LIST),
      ]);
      const [first, second, unasked, third, fourth] = together as [
        OperationResult,
        OperationResult,
        OperationResult,
        OperationResult,
        OperationResult,
      ];
      expect([first, second, third, fourth].map((it) => totalsOf(planOf(it)))).toEqual([
        three,
        list,
        three,
        list,
      ]);
      expect(unasked).not.toHaveProperty('extensions');
    }));
});
