import type { SubgraphCaller } from '../../request/subgraph-caller.ts';

/** After a write, whatever came of it, nothing is known of the subgraph's version until it was read again. */
export function doubtAfterWrites(caller: SubgraphCaller): SubgraphCaller {
  const { data } = caller;
  if (!data) return caller;
  const write: SubgraphCaller['call'] = async (request) => {
    try {
      return await caller.call(request);
    } finally {
      data.doubt();
    }
  };
  return {
    ...caller,
    call: (request) => (request.operationKind === 'query' ? caller.call(request) : write(request)),
  };
}
