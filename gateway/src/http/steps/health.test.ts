import { expect, it } from 'vitest';
import type { Exchange } from '../transport/exchange.ts';
import { useHealth, type HealthOptions } from './health.ts';

async function ask(path: string, options: HealthOptions): Promise<unknown> {
  const exchange = { path, method: 'GET', clientRequest: { id: 'essai' } } as Exchange;
  const answer = await useHealth(options)(exchange);
  return answer && [answer.status, JSON.parse(String(answer.body))];
}

it.each(['/health', '/health/ready'])('%s names what fails, and keeps its status', async (path) => {
  const listDegraded = (): readonly ['identite', 'audit'] => ['identite', 'audit'];
  const degrade = ['identite', 'audit'];
  expect(await ask(path, { isReady: () => true, listDegraded })).toEqual([200, { statut: 'pret', degrade }]);
  expect(await ask(path, { isReady: async () => false, listDegraded })).toEqual([
    503,
    { statut: 'indisponible', degrade },
  ]);
  expect(await ask('/health/live', { isReady: () => false, listDegraded })).toEqual([
    200,
    { statut: 'pret' },
  ]);
});
