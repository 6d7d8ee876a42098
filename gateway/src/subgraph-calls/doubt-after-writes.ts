import type { SubgraphCaller } from '../subgraph-caller.ts';

/** After a write, whatever came of it, nothing is known of the subgraph's version until it was read again. */
export function doubtAfterWrites(caller: SubgraphCaller): SubgraphCaller {
  const { data } = caller;
  if (!data) return caller;
  return {
    ...caller,
    async call(request) {
      if (request.operationKind === 'query') return caller.call(request);
      try {
        return await caller.call(request);
      } finally {
        data.doubt();
      }
    },
  };
}
