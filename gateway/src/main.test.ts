import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from './testing/subgraph-servers.ts';
import { composeTwoSubgraphs } from './testing/two-subgraphs.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

let port: number;
let folder: string;
let supergraph: string;

beforeAll(async () => {
  port = await findFreePort();
  folder = await mkdtemp(join(tmpdir(), 'palier-g1-'));
  supergraph = join(folder, 'supergraph.graphql');
  await writeFile(supergraph, composeTwoSubgraphs());
  await writeFile(join(folder, 'casse.graphql'), 'type Query {');
});
afterAll(() => rm(folder, { recursive: true }));

function findFreePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as AddressInfo;
      server.close(() => resolve(free));
    });
  });
}

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

function start(environment: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, stderr }));
  });
  return { child, ended };
}

async function waitUntilReady(): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const response = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
    if (response?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The gateway did not become ready');
}

async function ask(query: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

/** Says every name looked up and every address connected to that is not this machine's. Subgraphs have names of their own. */
const WATCH_CONNECTIONS = `
import dns from 'node:dns';
import net from 'node:net';
const say = (host) => {
  if (host && !/^(127\\.|::1$|localhost$)/.test(host)) process.stderr.write('REACHED ' + host + '\\n');
};
const { lookup } = dns;
dns.lookup = (host, ...rest) => (say(host), lookup(host, ...rest));
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  say(options?.host);
  return connect.apply(this, args);
};
`;

describe('the standalone gateway', () => {
  it('serves a supergraph file, then ends on SIGTERM in less than three seconds', async () => {
    const run = start({ SUPERGRAPH_PATH: supergraph });
    await waitUntilReady();
    expect(await ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
    const asked = performance.now();
    run.child.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(3000);
  });

  it('ends on SIGTERM in less than three seconds though a subgraph never answers', async () => {
    const hung = await serve(() => undefined);
    const file = join(folder, 'pendu.graphql');
    await writeFile(file, composeTwoSubgraphs({ regions: hung.url, mesures: hung.url }));
    const run = start({ SUPERGRAPH_PATH: file });
    await waitUntilReady();
    const unanswered = ['{ total }', 'mutation { noter(texte: "a") }'].map((query) =>
      ask(query).catch(() => 'cut'),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const asked = performance.now();
    run.child.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(3000);
    await Promise.all(unanswered);
    await hung.close();
  });

  it('reaches for no address but this machine’s', async () => {
    const watcher = join(folder, 'watch-connections.mjs');
    await writeFile(watcher, WATCH_CONNECTIONS);
    const run = start({ SUPERGRAPH_PATH: supergraph, NODE_OPTIONS: `--import ${watcher}` });
    await waitUntilReady();
    await ask('{ regions { nom } }');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    run.child.kill('SIGTERM');
    const reached = (await run.ended).stderr.split('\n').filter((line) => line.startsWith('REACHED '));
    expect([...new Set(reached)]).toEqual(['REACHED regions.test']);
  });

  it.each([
    ['nothing told', () => ({}), ['SUPERGRAPH_PATH manque : le chemin du fichier du supergraphe.']],
    [
      'several faults',
      () => ({ PORT: 'x', PALIER_INTROSPECTION: 'oui', PALIER_MAX_BODY_BYTES: '-1' }),
      ['SUPERGRAPH_PATH', 'PORT vaut « x »', 'PALIER_INTROSPECTION', 'PALIER_MAX_BODY_BYTES'],
    ],
    ['a missing file', () => ({ SUPERGRAPH_PATH: join(folder, 'absent.graphql') }), ['est introuvable.']],
    ['a broken file', () => ({ SUPERGRAPH_PATH: join(folder, 'casse.graphql') }), ['ne peut être servi']],
  ])('says each fault in one line and does not start: %s', async (_, environment, expected) => {
    const { code, stderr } = await start(environment()).ended;
    expect(code).toBe(1);
    const lines = stderr.trim().split('\n');
    expect(lines).toHaveLength(expected.length);
    for (const [index, text] of expected.entries()) expect(lines[index]).toContain(text);
  });

  it('says in one line that its port is taken', async () => {
    const holder = createServer().listen(port, '127.0.0.1');
    const { code, stderr } = await start({ SUPERGRAPH_PATH: supergraph }).ended;
    holder.close();
    expect(code).toBe(1);
    expect(stderr.trim()).toBe(
      `Le port ${port} est déjà pris sur 127.0.0.1 : arrêtez l’autre programme ou donnez un autre PORT.`,
    );
  });
});
