import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOperationFaults } from './operations.ts';

const SUPERGRAPH = readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-operations-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function faultsOf(file: string, text: string): Promise<readonly string[]> {
  const path = join(folder, file);
  await writeFile(path, text);
  const faults = await findOperationFaults(SUPERGRAPH, folder);
  await rm(path);
  return faults;
}

const deep = (depth: number): string =>
  depth === 0 ? 'code' : `territoires { reseauLocal { ${deep(depth - 1)} } }`;

describe('the registered operations', () => {
  it('of this repository are without fault', async () => {
    expect(await findOperationFaults(SUPERGRAPH)).toEqual([]);
  });

  it('may be one, named as its file', async () => {
    expect(await faultsOf('les-regions.graphql', 'query LesRegions { regions { nom } }')).toEqual([]);
  });

  it.each([
    ['a.graphql', '{ regions { nom } }', /une opération, et une seule, avec un nom/],
    ['a.graphql', 'query A { regions { nom } } query B { regions { nom } }', /une seule/],
    ['a.graphql', 'query LesRegions { regions { nom } }', /doit se nommer les-regions\.graphql/],
    ['a.graphql', 'query A { regions { disparu } }', /Le champ « disparu » n’existe pas/],
    ['a.graphql', 'query A {', /n’est pas du GraphQL bien formé/],
    [
      'a.graphql',
      'query A { territoiresClsc(first: 9) { nodes { nom } } }',
      /9 éléments : demandez aussi totalCount/,
    ],
    ['a.graphql', `query A { reseauxLocaux { ${deep(12)} } }`, /la limite est de 20\. Une ligne/],
  ])('cannot be %s with « %s »', async (file, text, fault) => {
    const faults = await faultsOf(file, text);
    expect(faults).toEqual([expect.stringMatching(fault)]);
  });

  it('may pass the limits when it says why', async () => {
    const text = `# hors limites : parcourt tout, une fois l’an.\nquery A { reseauxLocaux { ${deep(12)} } }`;
    expect(await faultsOf('a.graphql', text)).toEqual([]);
  });
});
