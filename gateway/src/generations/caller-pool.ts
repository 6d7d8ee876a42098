import type { SubgraphAddress } from '@palier/federation/run/data/subgraph-caller';
import type { SubgraphCaller } from '../request/subgraph-caller.ts';

/** One caller a subgraph address, kept across reloads: its connections and what it learnt of its subgraph survive. */
export interface CallerPool {
  callerOf(subgraph: SubgraphAddress): SubgraphCaller;
  /** Closes the callers of addresses that are no longer in use. */
  keepOnly(subgraphs: readonly SubgraphAddress[]): Promise<void>;
}

export function createCallerPool(create: (subgraph: SubgraphAddress) => SubgraphCaller): CallerPool {
  const callers = new Map<string, SubgraphCaller>();
  return {
    callerOf(subgraph) {
      const key = keyOf(subgraph);
      const known = callers.get(key);
      if (known) return known;
      const caller = create(subgraph);
      callers.set(key, caller);
      return caller;
    },
    async keepOnly(subgraphs) {
      const kept = new Set(subgraphs.map(keyOf));
      const unused = [...callers].filter(([key]) => !kept.has(key));
      for (const [key] of unused) callers.delete(key);
      await Promise.all(unused.map(([, caller]) => caller.close?.()));
    },
  };
}

const keyOf = ({ name, url }: SubgraphAddress): string => `${name} ${url ?? ''}`;
