import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { VNode } from 'preact';
import { textDigest } from '../../base/digest.ts';
import { Footer, writeDocument, writePart } from '../../document/document.tsx';
import type { Frame } from '../../document/frame.ts';
import { Header } from '../../document/header.tsx';
import { Link } from '../../document/link.tsx';
import { DOCUMENT_HEADERS, HTML_TYPE } from '../../document/policy.ts';
import type { StyleSheet } from '../../document/style-sheet.ts';
import { onGet } from '../steps/on-path.ts';
import { chooseCoding, type Coding } from '../transport/content-coding.ts';
import type { Answer, Step } from '../transport/exchange.ts';

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
const EXPLORER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Files that name what a contract may hide. */
const TAGGED = '/assets/etiquete/';

export interface ExplorerOptions {
  /** Where it is built. */
  readonly folder: string;
  /** Whether anybody may ask the whole graph. */
  readonly isOpen: boolean;
  readonly frame: Frame;
  /** The style of what is around it. */
  readonly header: StyleSheet;
}

/**
 * Serves the built explorer, or a page that says how to query. Only files listed at start can ever be read; those that name
 * what a contract may hide, only where anybody may see the whole graph.
 */
export function useExplorer({ folder, isOpen, frame, header }: ExplorerOptions): Step {
  const all = listFiles(folder);
  const files = new Map([...all].filter(([path]) => isOpen || !path.startsWith(TAGGED)));
  const built = files.get(PAGE);
  const page =
    built === undefined ? answerWithout(frame) : answerPage(readFileSync(built, 'utf8'), frame, header);
  const isThere = (path: string): boolean => path === '/' || files.has(path);
  return onGet(isThere, ({ path, clientRequest }) => {
    const file = files.get(path);
    if (file === undefined || path === PAGE) return page;
    const coding = chooseCoding(clientRequest.headers['accept-encoding']);
    const coded = coding && files.get(`${path}.${coding}`);
    return answerFile(path, file, coded && { coding, file: coded });
  });
}

const PAGE = '/index.html';

/** The page as it is built, and around it what is around every page: it marks the places. */
function answerPage(built: string, frame: Frame, header: StyleSheet): Answer {
  const parts: Readonly<Record<string, VNode>> = {
    '<!-- style -->': <link rel="stylesheet" href={header.path} />,
    '<!-- header -->': (
      <Header frame={frame} path="/" content={{ id: 'page', name: 'Aller à la requête' }}>
        <div class="choices" id="choix" />
      </Header>
    ),
    '<!-- without script -->': <WithoutScript frame={frame} />,
    '<!-- footer -->': <Footer frame={frame} />,
  };
  const html = Object.entries(parts).reduce(
    (text, [mark, part]) => text.replace(mark, () => writePart(frame, part)),
    built,
  );
  return {
    status: 200,
    headers: {
      'content-type': HTML_TYPE,
      'content-security-policy': EXPLORER_POLICY,
      'cache-control': 'no-cache',
    },
    body: html,
    digest: () => `explorer ${textDigest(html)}`,
  };
}

/** What the page is where no script runs: what it needs, and what needs none. */
const WithoutScript = ({ frame: { links } }: Pick<ExplorerOptions, 'frame'>): VNode => (
  <main class="without-script">
    <h1>Explorateur</h1>
    <p>
      L’explorateur a besoin de JavaScript, que ce navigateur n’exécute pas ici : sans lui, on ne peut ni y
      écrire une requête ni en lire la réponse. Tout le reste se lit sans JavaScript :
    </p>
    <ul>
      {links
        .filter(({ path }) => path !== '/')
        .map(({ name, path, isOfContract }) => (
          <li key={path}>
            <Link to={path} reach={isOfContract ? 'CONTRACT' : 'ALL'}>
              {name}
            </Link>
          </li>
        ))}
    </ul>
    <p>
      Le graphe, lui, répond aux requêtes GraphQL envoyées à <code>/graphql</code>, d’où qu’elles viennent.
    </p>
  </main>
);

function answerWithout(frame: Frame): Answer {
  const html = writeDocument({ frame, path: '/', title: 'Explorateur', children: <WithoutExplorer /> });
  return { status: 200, headers: { ...DOCUMENT_HEADERS, 'cache-control': 'no-cache' }, body: html };
}

const WithoutExplorer = (): VNode => (
  <>
    <h1>Palier</h1>
    <p>
      Cette passerelle répond aux requêtes GraphQL à l’adresse <code>/graphql</code>. L’explorateur n’est pas
      installé ici.
    </p>
    <p>Pour l’interroger :</p>
    <pre class="wide" tabIndex={0} role="region" aria-label="Commande">
      {`curl -H 'content-type: application/json' -d '{"query":"{ __typename }"}' http://127.0.0.1:4000/graphql`}
    </pre>
  </>
);

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
      'content-security-policy': EXPLORER_POLICY,
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'Accept-Encoding',
      ...(coded && { 'content-encoding': coded.coding }),
    },
    body: await readFile(coded ? coded.file : file),
  };
}
