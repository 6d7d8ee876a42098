import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, endWith, type Program, startProgram, until, untilReady } from '@palier/test/program';
import { serve } from './testing/subgraph-servers.ts';
import { composeTwoSubgraphs } from './testing/two-subgraphs.ts';

let folder: string;
let supergraph: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-g1-'));
  supergraph = join(folder, 'supergraph.graphql');
  await writeFile(supergraph, composeTwoSubgraphs());
  await writeFile(join(folder, 'casse.graphql'), 'type Query {');
});
afterAll(() => rm(folder, { recursive: true }));

function start(env: Record<string, string>, preload: readonly string[] = []): Program {
  return startProgram('gateway/src/main.ts', { env: { PORT: '0', ...env }, preload });
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
  it('serves a supergraph file, then ends on SIGTERM', async () => {
    const gateway = start({ SUPERGRAPH_PATH: supergraph });
    const url = await untilReady(gateway);
    expect(await ask(url, '{ __typename }')).toEqual({ __typename: 'Query' });
    expect(await endWith(gateway, 'SIGTERM')).toBe(0);
  });

  it('ends on SIGTERM without waiting for a subgraph that never answers', async () => {
    let asked = 0;
    const hung = await serve(() => void (asked += 1));
    const file = join(folder, 'pendu.graphql');
    await writeFile(file, composeTwoSubgraphs({ regions: hung.url, mesures: hung.url }));
    const gateway = start({
      SUPERGRAPH_PATH: file,
      // Longer than any test: what ends has not waited for it.
      PALIER_SUBGRAPH_TIMEOUT_MS: '3600000',
      PALIER_OPERATION_TIMEOUT_MS: '3600000',
    });
    const url = await untilReady(gateway);
    const unanswered = ['{ total }', 'mutation { noter(texte: "a") }'].map((query) =>
      ask(url, query).catch(() => 'cut'),
    );
    await until(gateway, () => asked === unanswered.length);
    expect(await endWith(gateway, 'SIGTERM')).toBe(0);
    expect(await Promise.all(unanswered)).toEqual(['cut', 'cut']);
    await hung.close();
  });

  it('reaches for no address but this machine’s', async () => {
    const watcher = join(folder, 'watch-connections.mjs');
    await writeFile(watcher, WATCH_CONNECTIONS);
    const gateway = start({ SUPERGRAPH_PATH: supergraph }, [watcher]);
    await ask(await untilReady(gateway), '{ regions { nom } }').catch(() => 'no such name');
    expect(await endWith(gateway, 'SIGTERM')).toBe(0);
    const reached = linesOf(gateway).filter((line) => line.startsWith('REACHED '));
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
    const gateway = start(environment());
    expect(await gateway.ended).toBe(1);
    const lines = linesOf(gateway);
    expect(lines).toHaveLength(expected.length);
    for (const [index, text] of expected.entries()) expect(lines[index]).toContain(text);
  });

  it('says in one line that its port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const gateway = start({ SUPERGRAPH_PATH: supergraph, PORT: String(port) });
    expect(await gateway.ended).toBe(1);
    holder.close();
    expect(linesOf(gateway)).toEqual([
      `Le port ${port} est déjà pris sur 127.0.0.1 : arrêtez l’autre programme ou donnez un autre PORT.`,
    ]);
  });
});

const linesOf = (program: Program): readonly string[] => program.said().trim().split('\n');
