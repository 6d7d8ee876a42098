import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { answerMethodRefused } from './answers.ts';
import { chooseCoding, type Coding } from './content-coding.ts';
import type { Answer, Step } from './exchange.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

// Editors insert <style> elements and draw with images written in their style sheets; all else comes from this host.
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const WITHOUT_EXPLORER = `<!doctype html>
<html lang="fr-CA">
<meta charset="utf-8">
<title>Palier</title>
<h1>Palier</h1>
<p>Cette passerelle répond aux requêtes GraphQL à l’adresse <code>/graphql</code>. L’explorateur n’est pas installé ici.</p>
<p>Pour l’interroger :</p>
<pre>curl -H 'content-type: application/json' -d '{"query":"{ __typename }"}' http://127.0.0.1:4000/graphql</pre>
<p>Son état : <a href="/etat">/etat</a>.</p>
</html>
`;

/** Files that name what a contract may hide. */
const TAGGED = '/assets/etiquete/';

/**
 * Serves the built explorer, or a page that says how to query. Only files listed at start can ever be read; those that name
 * what a contract may hide, only where anybody may see the whole graph.
 */
export function useExplorer(folder: string, isOpen: boolean): Step {
  const all = listFiles(folder);
  const files = new Map([...all].filter(([path]) => isOpen || !path.startsWith(TAGGED)));
  return ({ path, method, clientRequest }) => {
    const name = path === '/' ? '/index.html' : path;
    const file = files.get(name);
    if (file === undefined && path !== '/') return undefined;
    if (method !== 'GET') return answerMethodRefused('GET, HEAD', clientRequest.id);
    if (file === undefined) return answerPage(WITHOUT_EXPLORER);
    const coding = chooseCoding(clientRequest.headers['accept-encoding']);
    const coded = coding && files.get(`${name}.${coding}`);
    return answerFile(path, file, coded && { coding, file: coded });
  };
}

/** Paths as a browser asks for them, to files; looking one up cannot leave the folder. */
function listFiles(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [encodeURI(`/${relative(folder, file).split(sep).join('/')}`), file];
    }),
  );
}

function answerPage(html: string): Answer {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_POLICY,
      'cache-control': 'no-cache',
    },
    body: html,
  };
}

/** @param coded the same content as the build has coded it */
async function answerFile(
  path: string,
  file: string,
  coded: { readonly coding: Coding; readonly file: string } | undefined | '',
): Promise<Answer> {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  // The bundler puts a digest of the content in the names under /assets/.
  const lasting = path.startsWith('/assets/');
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-security-policy': PAGE_POLICY,
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'Accept-Encoding',
      ...(coded && { 'content-encoding': coded.coding }),
    },
    body: await readFile(coded ? coded.file : file),
  };
}
