import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openForTest(msss);
});
afterAll(() => level.close());

interface Population {
  readonly annee: number;
  readonly nature: string;
  readonly nombre: number;
}

it('gives each territory the population of its latest estimate, never a projection, and places it by that one', async () => {
  const { territoiresClsc } = await level.data<{
    territoiresClsc: {
      nodes: {
        code: string;
        population: Population;
        populations: Population[];
        situationPopulation: { population: Population };
      }[];
    };
  }>(`{ territoiresClsc(first: 166) { nodes {
    code population { ...p } populations { ...p } situationPopulation { population { ...p } }
  } } } fragment p on Population { annee nature nombre }`);
  expect(territoiresClsc.nodes).toHaveLength(166);
  for (const { code, population, populations, situationPopulation } of territoiresClsc.nodes) {
    const estimates = populations.filter(({ nature }) => nature === 'ESTIMATION');
    expect(population.annee, code).toBe(Math.max(...estimates.map(({ annee }) => annee)));
    expect(estimates, code).toContainEqual(population);
    expect(situationPopulation.population, code).toEqual(population);
  }
});

it.each([
  ['region: "99"', '« region » : « 99 » est inconnu.'],
  ['reseauLocal: "9999"', '« reseauLocal » : « 9999 » est inconnu.'],
  ['region: "03", reseauTerritorial: "999"', '« reseauTerritorial » : « 999 » est inconnu.'],
])('refuses the filter { %s }, which names what does not exist', async (filtre, detail) => {
  const { errors } = await level.execute(`{ territoiresClsc(filtre: { ${filtre} }) { totalCount } }`);
  expect(errors?.[0]?.extensions['code']).toBe('FILTRE_INVALIDE');
  expect(errors?.[0]?.message).toContain(detail);
});

it('says that nothing lies both in two regions that exist', async () => {
  const query = '{ territoiresClsc(filtre: { region: "03", reseauTerritorial: "131" }) { totalCount } }';
  expect(await level.data(query)).toEqual({ territoiresClsc: { totalCount: 0 } });
});

it('says when a territory holds as it is divided where a source dates it, and that nothing does elsewhere', async () => {
  const read = async () =>
    (
      await level.data<{ territoireClsc: object }>(
        '{ territoireClsc(code: "01111") { valideDepuis valideJusqua absenceValidite { motif doitRepondre { code } mandat { code } } } }',
      )
    ).territoireClsc;
  expect(await read()).toEqual({
    valideDepuis: null,
    valideJusqua: null,
    absenceValidite: {
      motif: expect.stringContaining('depuis quel jour') as string,
      doitRepondre: null,
      mandat: null,
    },
  });
  await level.rows(`update msss.territoire_clsc set valide_depuis = '2017-04-01' where code = '01111'`);
  expect(await read()).toEqual({ valideDepuis: '2017-04-01', valideJusqua: null, absenceValidite: null });
});
