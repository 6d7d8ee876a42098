import { expect, it } from 'vitest';
import { CancelSignal } from '../../request/client-request.ts';
import type { SubgraphRequest } from '../../request/subgraph-caller.ts';
import { withDeadline } from './deadline.ts';

it.each([
  ['query', 0],
  ['mutation', 1],
] as const)('a %s of a client who is already gone makes %i calls', async (operationKind, calls) => {
  const signal = new CancelSignal();
  signal.abort();
  let made = 0;
  const caller = withDeadline({ call: async () => ({ data: { made: (made += 1) } }) }, 60_000);
  const request = { operationKind, clientRequest: { signal } } as unknown as SubgraphRequest;
  await Promise.allSettled([caller.call(request)]);
  expect(made).toBe(calls);
});
