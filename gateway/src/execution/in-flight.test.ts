import { expect, it } from 'vitest';
import { shareInFlight } from './in-flight.ts';
import { SubgraphRequest, type SubgraphAnswer, type SubgraphCall } from './subgraph-call.ts';

interface Client {
  readonly name?: string;
}

const request = (variables: Record<string, unknown> = {}, operationKind: 'query' | 'mutation' = 'query') =>
  new SubgraphRequest({ query: '{ a { b } }', operationName: undefined, operationKind }, variables);

/** Answers when told to, and counts. */
function createSlowSubgraph() {
  const waiting: ((answer: SubgraphAnswer) => void)[] = [];
  const call: SubgraphCall<Client> = () => new Promise((resolve) => waiting.push(resolve));
  return {
    call: shareInFlight(call, ({ name }) => name),
    count: () => waiting.length,
    answer: () => waiting.forEach((resolve, rank) => resolve({ data: { a: { b: rank } } })),
  };
}

it('makes one call of identical reads for the same audience, each with data of its own', async () => {
  const subgraph = createSlowSubgraph();
  const answers = [1, 2].map(() => subgraph.call('s', request(), { name: 'anna' }));
  expect(subgraph.count()).toBe(1);
  subgraph.answer();
  const [first, second] = await Promise.all(answers);
  expect(first).toEqual(second);
  expect(first!.data!['a']).not.toBe(second!.data!['a']);
});

it.each([
  ['another audience', request(), { name: 'bea' }],
  ['an audience that does not share', request(), {}],
  ['other variables', request({ x: 1 }), { name: 'anna' }],
  ['a write', request({}, 'mutation'), { name: 'anna' }],
])('does not share with %s', (_, operation, client) => {
  const subgraph = createSlowSubgraph();
  void subgraph.call('s', request(), { name: 'anna' });
  void subgraph.call('s', operation, client);
  expect(subgraph.count()).toBe(2);
});

it('asks again once the answer is there', async () => {
  const subgraph = createSlowSubgraph();
  const first = subgraph.call('s', request(), { name: 'anna' });
  subgraph.answer();
  await first;
  void subgraph.call('s', request(), { name: 'anna' });
  expect(subgraph.count()).toBe(2);
});

it('fails all its takers when the call fails', async () => {
  const call = shareInFlight<Client>(
    () => Promise.reject(new Error('down')),
    ({ name }) => name,
  );
  const takers = [1, 2].map(() => call('s', request(), { name: 'anna' }));
  for (const taker of takers) await expect(taker).rejects.toThrow('down');
});
