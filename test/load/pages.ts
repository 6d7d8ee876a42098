import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { renderTable, writeBetweenMarks } from '../markdown.ts';
import { costOf, isAnswering, launch } from './processes.ts';

/**
 * `npm run bench:pages`: what the pages for people send, and what one takes of the whole program, warm, on the embedded
 * database and its demonstration. `--write` puts the table in docs/performance.md.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = join(ROOT, 'docs/performance.md');
const PORT = 4446;
const URL_OF_ALL = `http://127.0.0.1:${PORT}`;
const REQUESTS = 30;
/** After it, the consolidation and the story that follow a start are over. */
const REST_MS = 8_000;

const VIEWS = [
  '/tableau',
  '/tableau/territoire/06112',
  '/tableau/exigence/A-P11:INFO_SOCIAL',
  '/tableau/etablissement/11045127',
  '/tableau/comparer?a=06112&b=13111',
  '/fait/exigence/A-P11:INFO_SOCIAL',
  '/fait/territoire-clsc/06112',
  '/recherche?q=navigateur',
  '/q',
  '/q/tableau-territoires',
  '/q/tableau-territoires.csv',
];

/** What was sent of one view, all its files together. */
interface Load {
  readonly bytes: number;
  readonly files: number;
}

const agent = new Agent({ keepAlive: true });
const table = await measure();
agent.destroy();
console.log(table);
if (process.argv.includes('--write')) writeBetweenMarks(PAGE, 'pages', table);

async function measure(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-bench-'));
  const running = await launch(
    {
      command: process.execPath,
      args: ['gateway/start/start.mjs'],
      cwd: ROOT,
      env: { PORT: String(PORT), PALIER_DOSSIER: folder, DATABASE_URL: '' },
    },
    () => isAnswering(`${URL_OF_ALL}/graphql`),
  );
  try {
    await wait(REST_MS);
    const rows: string[][] = [];
    for (const view of VIEWS) rows.push(await measureView(running.pid, `\`${view}\``, () => loadFile(view)));
    rows.push(await measureView(running.pid, '`/`, the explorer, at its first load', loadExplorer));
    const header = ['view', 'files', 'sent (kB)', 'median (ms)', 'CPU (ms)'];
    const load = loadavg()[0]?.toFixed(1);
    const said = `Node ${process.versions.node}, load ${load}, medians of ${REQUESTS}`;
    return `${said}\n\n${renderTable([header, ...rows], 1)}`;
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true });
  }
}

async function measureView(pid: number, name: string, load: () => Promise<Load>): Promise<string[]> {
  for (let warming = 0; warming < 5; warming += 1) await load();
  const before = costOf(pid).cpuMs;
  const times: number[] = [];
  let last: Load = { bytes: 0, files: 0 };
  for (let request = 0; request < REQUESTS; request += 1) {
    const begin = performance.now();
    last = await load();
    times.push(performance.now() - begin);
  }
  const cpuMs = (costOf(pid).cpuMs - before) / REQUESTS;
  return [
    name,
    String(last.files),
    (last.bytes / 1_000).toFixed(1),
    median(times).toFixed(0),
    cpuMs.toFixed(0),
  ];
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

async function loadFile(path: string): Promise<Load> {
  return { bytes: (await read(path)).sent, files: 1 };
}

/** The page, and all that it and what it loads name: what it asks for later (editors' workers, the schema) is not counted. */
async function loadExplorer(): Promise<Load> {
  const known = new Set(['/']);
  let waiting = ['/'];
  let bytes = 0;
  while (waiting.length > 0) {
    const files = await Promise.all(waiting.map(async (path) => ({ path, ...(await read(path)) })));
    bytes += files.reduce((sum, { sent }) => sum + sent, 0);
    waiting = files.flatMap(({ path, text }) => listNamed(path, text)).filter((path) => !known.has(path));
    waiting = [...new Set(waiting)];
    for (const path of waiting) known.add(path);
  }
  if (known.size < 3) throw new Error('The explorer is not built: npm run build.');
  return { bytes, files: known.size };
}

const IN_A_PAGE = /<(?:script|link rel="(?:stylesheet|modulepreload)")[^>]*?(?:src|href)="([^"]+)"/g;
const IN_A_SCRIPT = /(?:^|[;}\s])(?:import|export)(?:[^'"()]*?from)?\s*["'](\.[^"']+\.js)["']/g;

function listNamed(path: string, text: string): readonly string[] {
  const pattern = path === '/' ? IN_A_PAGE : IN_A_SCRIPT;
  if (path !== '/' && !path.endsWith('.js')) return [];
  return [...text.matchAll(pattern)].map(([, named = '']) => new URL(named, URL_OF_ALL + path).pathname);
}

/** As a browser asks it; what is counted is what the network carries. */
function read(path: string): Promise<{ readonly sent: number; readonly text: string }> {
  const headers = { 'accept-encoding': 'br', accept: path === '/q' ? 'text/html' : '*/*' };
  return new Promise((resolve, reject) => {
    get(URL_OF_ALL + path, { agent, headers }, (response: IncomingMessage) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => {
        if (response.statusCode !== 200)
          return reject(new Error(`${path} is answered ${response.statusCode}`));
        const body = Buffer.concat(chunks);
        const isCoded = response.headers['content-encoding'] === 'br';
        resolve({ sent: body.length, text: (isCoded ? brotliDecompressSync(body) : body).toString() });
      });
    }).once('error', reject);
  });
}
