import { readFileSync } from 'node:fs';
import type { DatabaseLocation } from '@palier/runtime/database';
import { readSubgraphEnvironment } from '@palier/runtime/environment';
import { StartupError } from '@palier/runtime/errors';
import type { GraphAddress } from './bilan/ask-graph.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** What the consolidation is told by its environment. */
export interface ConsolidationEnvironment {
  readonly location: DatabaseLocation;
  readonly graph: GraphAddress;
}

const LOCAL_GRAPH = 'http://127.0.0.1:4000/graphql';
/** What a gateway takes after « Bearer ». */
const TOKEN = /^[\w.~+/-]+=*$/;

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

/**
 * Where the composed graph is, and the token to ask it with, when PALIER_GRAPHE says it; raises StartupError when either
 * is malformed.
 */
export function readGraphAddress(variables: Variables): GraphAddress | undefined {
  const url = variables['PALIER_GRAPHE'] || undefined;
  if (url === undefined) return undefined;
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return { url, token: readToken(variables) };
  throw new StartupError(
    `PALIER_GRAPHE vaut « ${url} » : l’adresse du graphe est attendue, comme ${LOCAL_GRAPH}.`,
  );
}

/** A file, since whoever lists the processes may read their variables. The value is not told: it may be the token itself. */
function readToken(variables: Variables): string | undefined {
  const path = variables['PALIER_GRAPHE_JETON'] || undefined;
  if (path === undefined) return undefined;
  const text = readTokenFile(path).trim();
  if (TOKEN.test(text)) return text;
  throw new StartupError(
    'PALIER_GRAPHE_JETON : le fichier ne contient pas un jeton, et lui seul, comme « npm run jeton » en donne.',
  );
}

function readTokenFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'illisible' } = error as NodeJS.ErrnoException;
    throw new StartupError(
      `PALIER_GRAPHE_JETON ne nomme pas un fichier qui peut être lu (${code}) : celui qui contient le jeton est attendu.`,
    );
  }
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
