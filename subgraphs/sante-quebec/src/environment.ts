import type { DatabaseLocation } from '@palier/runtime/database';
import { readSubgraphEnvironment } from '@palier/runtime/environment';
import { StartupError } from '@palier/runtime/errors';
import { LOCAL_GRAPH, readGraphAddress } from '@palier/runtime/graph-address';
import type { GraphAddress } from '@palier/runtime/ask-graph';

type Variables = Readonly<Record<string, string | undefined>>;

/** What the consolidation is told by its environment. */
export interface ConsolidationEnvironment {
  readonly location: DatabaseLocation;
  readonly graph: GraphAddress;
}

/** Reads DATABASE_URL, PALIER_DOSSIER and the address of the graph; raises StartupError with every fault at once. */
export function readConsolidationEnvironment(variables: Variables): ConsolidationEnvironment {
  const faults: string[] = [];
  const graph = gather(faults, () =>
    readGraphAddress({ ...variables, PALIER_GRAPHE: variables['PALIER_GRAPHE'] || LOCAL_GRAPH }),
  );
  // The port is the subgraph's, and nothing listens here.
  const data = gather(faults, () =>
    readSubgraphEnvironment({ ...variables, PORT: '', HOST: '' }, { name: 'sante-quebec', defaultPort: 0 }),
  );
  if (data === undefined || graph === undefined) throw new StartupError(faults.join('\n'));
  return { location: data.location, graph };
}

function gather<Value>(faults: string[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    faults.push(error.message);
    return undefined;
  }
}
