import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compareApis, findBrokenPromises, readReleased, sayChange } from './released.ts';

const SUPERGRAPH = readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
const RELEASED = readReleased();

/** What is said of a public graph that has one text where the released one has another. */
async function changesOf(before: string, after: string): Promise<string[]> {
  const changed = RELEASED.replaceAll(before, after);
  expect(changed).not.toBe(RELEASED);
  return (await compareApis(RELEASED, changed)).map(sayChange);
}

describe('the released contract', () => {
  it('is kept by the committed graph', async () => {
    expect(await findBrokenPromises(SUPERGRAPH)).toEqual([]);
  });

  it('promises every field that the design names, and all that was added since', () => {
    const types = Object.values(buildSchema(RELEASED).getTypeMap()).filter(isObjectType);
    const fields = types
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) => Object.keys(type.getFields()));
    expect(fields.length).toBeGreaterThan(900);
  });

  it('says of a graph that promised more what is gone, where the promise is, and what to do', async () => {
    const broken = await findBrokenPromises(
      SUPERGRAPH,
      `${RELEASED}\nextend type Region { chefLieu: String }`,
    );
    expect(broken).toEqual([
      expect.stringMatching(
        /^BREAKING Region\.chefLieu : Field 'chefLieu' was removed.*schema\/released\/api\.graphql.*015/,
      ),
    ]);
  });
});

describe('a change of the public graph', () => {
  it.each([
    [
      'a field renamed',
      '  nombreInstallations: Int',
      '  nombreDesInstallations: Int',
      'TerritoireClsc.nombreInstallations',
    ],
    ['a type renamed', 'AnalyseDemande', 'AnalyseDeDemande', 'AnalyseDemande'],
    ['a value that may be null', '  motif: String!', '  motif: String', 'Absence.motif'],
    [
      'items that may be null',
      '  effetDomino: [String!]!',
      '  effetDomino: [String]!',
      'AnalyseDemande.effetDomino',
    ],
    ['another type', '  superficieKm2: Float', '  superficieKm2: Int', 'TerritoireClsc.superficieKm2'],
    [
      'an argument renamed',
      'imputabilite(exigence: ID!)',
      'imputabilite(cellule: ID!)',
      'TerritoireClsc.imputabilite.exigence',
    ],
    [
      'an argument now required',
      'population(annee: Int)',
      'population(annee: Int!)',
      'TerritoireClsc.population.annee',
    ],
    ['a value of an enum renamed', '  NON_CONFORME\n', '  PAS_CONFORME\n', 'EtatVerdict.NON_CONFORME'],
    [
      'a field of an input renamed',
      '  reseauLocal: ID\n',
      '  rls: ID\n',
      'TerritoiresClscFiltre.reseauLocal',
    ],
  ])('is BREAKING for %s', async (_, before, after, path) => {
    expect(await changesOf(before, after)).toContainEqual(
      expect.stringMatching(new RegExp(`^BREAKING ${path} : `)),
    );
  });

  it.each([
    ['a field added', '  superficieKm2: Float', '  superficieKm2: Float\n  superficieHa: Float'],
    ['an argument added', 'population(annee: Int)', 'population(annee: Int, nature: NaturePopulation)'],
    ['a value never null any more', '  superficieKm2: Float', '  superficieKm2: Float!'],
  ])('is told, and breaks nothing, for %s', async (_, before, after) => {
    const changes = await changesOf(before, after);
    expect(changes).not.toEqual([]);
    expect(changes.filter((change) => change.startsWith('BREAKING'))).toEqual([]);
  });
});
