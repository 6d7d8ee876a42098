import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { HAS_CHROMIUM, openBrowser, openPage } from '../browser/chromium.ts';
import { waitForExplorer } from '../browser/explorer-page.ts';
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
const FIRST_LOADS = 5;
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
    // What is compiled once is compiled.
    for (const view of VIEWS) for (let warming = 0; warming < REQUESTS; warming += 1) await read(view);
    for (const view of VIEWS)
      rows.push(await measureView(running.pid, `\`${view}\``, REQUESTS, () => read(view)));
    if (HAS_CHROMIUM) rows.push(await measureExplorer(running.pid));
    else console.error('The explorer: not measured (no Chromium)');
    const header = ['view', 'files', 'sent (kB)', 'median (ms)', 'CPU (ms)'];
    const load = loadavg()[0]?.toFixed(1);
    const said = `Node ${process.versions.node}, load ${load}, medians of ${REQUESTS}, of the explorer ${FIRST_LOADS}`;
    return `${said}\n\n${renderTable([header, ...rows], 1)}`;
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true });
  }
}

async function measureExplorer(pid: number): Promise<string[]> {
  const browser = await openBrowser();
  try {
    return await measureView(pid, '`/`, the explorer, its first load', FIRST_LOADS, () =>
      loadExplorer(browser),
    );
  } finally {
    await browser.close();
  }
}

async function measureView(
  pid: number,
  name: string,
  requests: number,
  load: () => Promise<Load>,
): Promise<string[]> {
  let last = await load();
  const before = costOf(pid).cpuMs;
  const times: number[] = [];
  for (let request = 0; request < requests; request += 1) {
    const begin = performance.now();
    last = await load();
    times.push(performance.now() - begin);
  }
  const cpuMs = (costOf(pid).cpuMs - before) / requests;
  return [name, String(last.files), (last.bytes / 1_000).toFixed(1), sayMs(median(times)), sayMs(cpuMs)];
}

function sayMs(ms: number): string {
  return ms.toFixed(ms < 10 ? 1 : 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

/** Until it can be typed in, by a browser that has nothing of it yet. */
async function loadExplorer(browser: Browser): Promise<Load> {
  const page = await openPage(browser);
  try {
    const session = await page.context().newCDPSession(page);
    const loaded: number[] = [];
    session.on('Network.loadingFinished', ({ encodedDataLength }) => loaded.push(encodedDataLength));
    await session.send('Network.enable');
    await page.goto(`${URL_OF_ALL}/`);
    await waitForExplorer(page);
    return { bytes: loaded.reduce((sum, bytes) => sum + bytes, 0), files: loaded.length };
  } finally {
    await page.context().close();
  }
}

/** As a browser asks it; what is counted is what the network carries. */
function read(path: string): Promise<Load> {
  const headers = { 'accept-encoding': 'br', accept: path === '/q' ? 'text/html' : '*/*' };
  return new Promise((resolve, reject) => {
    get(URL_OF_ALL + path, { agent, headers }, (response: IncomingMessage) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.once('end', () => {
        if (response.statusCode === 200) resolve({ bytes, files: 1 });
        else reject(new Error(`${path} is answered ${response.statusCode}`));
      });
    }).once('error', reject);
  });
}
