import type { DatabaseLocation } from '@palier/runtime/database';
import { readSubgraphEnvironment } from '@palier/runtime/environment';
import { StartupError } from '@palier/runtime/errors';

type Variables = Readonly<Record<string, string | undefined>>;

/** What the consolidation is told by its environment. */
export interface ConsolidationEnvironment {
  readonly location: DatabaseLocation;
  /** URL of the composed graph. */
  readonly graph: string;
}

const LOCAL_GRAPH = 'http://127.0.0.1:4000/graphql';

/** Reads DATABASE_URL, PALIER_DOSSIER and PALIER_GRAPHE; raises StartupError with every fault at once. */
export function readConsolidationEnvironment(variables: Variables): ConsolidationEnvironment {
  const faults: string[] = [];
  const graph = gather(faults, () => readGraphUrl(variables));
  // The port is the subgraph's, and nothing listens here.
  const data = gather(faults, () =>
    readSubgraphEnvironment({ ...variables, PORT: '', HOST: '' }, { name: 'sante-quebec', defaultPort: 0 }),
  );
  if (data === undefined || faults.length > 0) throw new StartupError(faults.join('\n'));
  return { location: data.location, graph: graph ?? LOCAL_GRAPH };
}

/** The URL of the composed graph, when one is given; raises StartupError when it is not one. */
export function readGraphUrl(variables: Variables): string | undefined {
  const url = variables['PALIER_GRAPHE'] || undefined;
  if (url === undefined || (/^https?:\/\//.test(url) && URL.canParse(url))) return url;
  throw new StartupError(
    `PALIER_GRAPHE vaut « ${url} » : l’adresse du graphe est attendue, comme ${LOCAL_GRAPH}.`,
  );
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
