import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { etablissements } from '../subgraph.ts';

const SAISIE = `'{"origine":"SAISIE"}'`;
const FICTIVE = `'{"origine":"DEMONSTRATION"}'`;

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(etablissements, { demonstration: 'ABSENTE' });
  const constats = [
    ['c1', '01111', 'OBSERVE', SAISIE],
    ['c2', '01111', 'TRANSMIS_SANTE_QUEBEC', FICTIVE],
    ['c3', '06112', 'OBSERVE', SAISIE],
  ].map(
    ([id, territoire, etat, provenance]) =>
      `('${id}', '${territoire}', '${etat}', 'Besoin', null, '2025-05-01', null, ${provenance})`,
  );
  await level.rows(`insert into etablissements.constat values ${constats.join()}`);
  const ententes = [
    ['e1', 'SERVICE', '11045119', '{06112,06113}', 'CONCLUE'],
    ['e2', 'COLLABORATION', '11045119', '{06112}', 'EN_VIGUEUR'],
    ['e3', 'SERVICE', '11045127', '{02111}', 'EN_VIGUEUR'],
  ].map(
    ([id, type, etablissement, territoires, etat]) =>
      `('${id}', '${type}', '${etablissement}', '${territoires}', '{}', '{}', '${etat}', null, null, null, null, null, null, ${SAISIE})`,
  );
  await level.rows(`insert into etablissements.entente values ${ententes.join()}`);
});
afterAll(() => level.close());

it('constats are counted by état and territoire, in one statement', async () => {
  const statements = await level.statementsOf(async () => {
    expect(
      await level.data(
        `{ constats { repartition(par: ETAT, puis: TERRITOIRE) {
          cle libelle nombre fictifs dont { cle libelle nombre } } } }`,
      ),
    ).toEqual({
      constats: {
        repartition: [
          {
            cle: 'OBSERVE',
            libelle: 'Observé',
            nombre: 2,
            fictifs: 0,
            dont: [
              { cle: '01111', libelle: 'Territoire 01111', nombre: 1 },
              { cle: '06112', libelle: 'Territoire 06112', nombre: 1 },
            ],
          },
          {
            cle: 'TRANSMIS_SANTE_QUEBEC',
            libelle: 'Transmis à Santé Québec',
            nombre: 1,
            fictifs: 1,
            dont: [{ cle: '01111', libelle: 'Territoire 01111', nombre: 1 }],
          },
        ],
      },
    });
  });
  expect(statements).toHaveLength(1);
});

it('ententes are counted by type, état and établissement, with the filters of their list', async () => {
  const groups = 'cle nombre';
  expect(
    await level.data(
      `{ all: ententes { totalCount type: repartition(par: TYPE) { ${groups} } etat: repartition(par: ETAT) { ${groups} } }
        one: ententes(etablissement: "11045119") { repartition(par: ETABLISSEMENT) { ${groups} } } }`,
    ),
  ).toEqual({
    all: {
      totalCount: 3,
      type: [
        { cle: 'SERVICE', nombre: 2 },
        { cle: 'COLLABORATION', nombre: 1 },
      ],
      etat: [
        { cle: 'CONCLUE', nombre: 1 },
        { cle: 'EN_VIGUEUR', nombre: 2 },
      ],
    },
    one: { repartition: [{ cle: '11045119', nombre: 2 }] },
  });
});

it('those of several territoires are counted in one statement, an entente in each that it covers', async () => {
  const statements = await level.statementsOf(async () => {
    expect(
      await level.data(`{ _entities(representations: [
        { __typename: "TerritoireClsc", code: "06112" }, { __typename: "TerritoireClsc", code: "06113" }]) {
        ... on TerritoireClsc { ententes { repartition(par: TYPE) { cle nombre } } } } }`),
    ).toEqual({
      _entities: [
        {
          ententes: {
            repartition: [
              { cle: 'SERVICE', nombre: 1 },
              { cle: 'COLLABORATION', nombre: 1 },
            ],
          },
        },
        { ententes: { repartition: [{ cle: 'SERVICE', nombre: 1 }] } },
      ],
    });
  });
  expect(statements).toHaveLength(1);
});
