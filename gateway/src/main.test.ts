import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeTwoSubgraphs } from './testing/two-subgraphs.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const PORT = 4100;

let folder: string;
let supergraph: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-g1-'));
  supergraph = join(folder, 'supergraph.graphql');
  await writeFile(supergraph, composeTwoSubgraphs());
  await writeFile(join(folder, 'casse.graphql'), 'type Query {');
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

function start(environment: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: { PATH: process.env['PATH'] ?? '', PORT: String(PORT), ...environment },
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
    const response = await fetch(`http://127.0.0.1:${PORT}/health`).catch(() => undefined);
    if (response?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The gateway did not become ready');
}

describe('the standalone gateway', () => {
  it('serves a supergraph file, then ends on SIGTERM in less than three seconds', async () => {
    const run = start({ SUPERGRAPH_PATH: supergraph });
    await waitUntilReady();
    const response = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    const asked = performance.now();
    run.child.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(3000);
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
    const holder = createServer().listen(PORT, '127.0.0.1');
    const { code, stderr } = await start({ SUPERGRAPH_PATH: supergraph }).ended;
    holder.close();
    expect(code).toBe(1);
    expect(stderr.trim()).toBe(
      `Le port ${PORT} est déjà pris sur 127.0.0.1 : arrêtez l’autre programme ou donnez un autre PORT.`,
    );
  });
});
