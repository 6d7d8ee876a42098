import { readFileSync } from 'node:fs';
import type { GraphAddress } from './ask-graph.ts';
import { StartupError } from '../base/errors.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export const LOCAL_GRAPH = 'http://127.0.0.1:4000/graphql';
/** What a gateway takes after « Bearer ». */
const TOKEN = /^[\w.~+/-]+=*$/;

/**
 * Where the composed graph is, and the token to ask it with, when PALIER_GRAPHE says it; raises StartupError when either
 * is malformed.
 */
export function readGraphAddress(variables: Variables): GraphAddress | undefined {
  const url = variables['PALIER_GRAPHE'] || undefined;
  if (url === undefined) return undefined;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new StartupError(
      `PALIER_GRAPHE vaut « ${url} » : l’adresse du graphe est attendue, comme ${LOCAL_GRAPH}.`,
    );
  const path = variables['PALIER_GRAPHE_JETON'] || undefined;
  if (path === undefined) return { url, readToken: () => undefined };
  readToken(path);
  return { url, readToken: () => readToken(path) };
}

/** A file, since whoever lists the processes may read their variables. The value is not told: it may be the token itself. */
function readToken(path: string): string {
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
