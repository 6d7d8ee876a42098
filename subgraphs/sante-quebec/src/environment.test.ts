import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGraphAddress } from '@palier/runtime/graph-address';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConsolidationEnvironment } from './environment.ts';

const GRAPH = 'https://graphe.test/graphql';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palier-environnement-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function holding(text: string): string {
  const path = join(folder, 'jeton.txt');
  writeFileSync(path, text);
  return path;
}

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was refused');
}

it('asks the graph of this machine, as nobody known, unless told otherwise', () => {
  const { graph } = readConsolidationEnvironment({});
  expect(graph.url).toBe('http://127.0.0.1:4000/graphql');
  expect(graph.readToken()).toBeUndefined();
  expect(readGraphAddress({})).toBeUndefined();
});

it('takes the token of a file, without what surrounds it', () => {
  const variables = { PALIER_GRAPHE: GRAPH, PALIER_GRAPHE_JETON: holding('\n eyJ.a-_.b \n') };
  const { graph } = readConsolidationEnvironment(variables);
  expect(graph.url).toBe(GRAPH);
  expect(graph.readToken()).toBe('eyJ.a-_.b');
});

it('reads the token again at each question: whoever renews it restarts nothing', () => {
  const graph = readGraphAddress({ PALIER_GRAPHE: GRAPH, PALIER_GRAPHE_JETON: holding('un') });
  const path = holding('deux');
  expect(graph?.readToken()).toBe('deux');
  rmSync(path);
  expect(faultOf(() => graph?.readToken())).toMatch(/^PALIER_GRAPHE_JETON .*peut être lu \(ENOENT\)/);
});

it.each(['', '  \n', 'secret secret', 'secret\nsecret', 'secret\r\nx: y', 'Bearer secret', 'secreté'])(
  'refuses a file that holds %j, and does not show it',
  (text) => {
    const PALIER_GRAPHE_JETON = holding(text);
    const fault = faultOf(() => readGraphAddress({ PALIER_GRAPHE: GRAPH, PALIER_GRAPHE_JETON }));
    expect(fault).toMatch(/^PALIER_GRAPHE_JETON : le fichier ne contient pas un jeton/);
    expect(fault).not.toContain('secret');
  },
);

it('does not show the token that somebody gave in place of its file, and says every fault at once', () => {
  const PALIER_GRAPHE_JETON = 'eyJ.secret.b';
  const fault = faultOf(() => readConsolidationEnvironment({ PALIER_GRAPHE_JETON, PALIER_DEMO: 'oui' }));
  expect(fault).not.toContain('secret');
  expect(fault.split('\n')).toEqual([
    expect.stringMatching(/^PALIER_GRAPHE_JETON ne nomme pas un fichier qui peut être lu \(ENOENT\)/),
    expect.stringMatching(/^PALIER_DEMO vaut « oui »/),
  ]);
});
