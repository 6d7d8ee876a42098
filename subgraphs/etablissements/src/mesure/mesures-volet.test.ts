import 'reflect-metadata';
import { defineSubgraph } from '@palier/runtime/subgraph';
import { type SubgraphUnderTest, openForTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { load } from '../birth.ts';
import * as entities from '../entities.ts';
import * as migrations from '../migrations.ts';
import { etablissements } from '../subgraph.ts';

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openToRead(etablissements, { demonstration: 'CHARGEE' });
});
afterAll(() => level.close());

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly volet: string | null }[];
}

const list = (given: string): string =>
  `mesures(campagne: "2025-2026", ${given}) { totalCount nodes { volet } }`;
const inTerritoire = (given: string): string =>
  `_entities(representations: [{ __typename: "TerritoireClsc", code: "01111" }]) {
    ... on TerritoireClsc { ${list(given)} } }`;

it('measures are of the volet that is asked, everywhere and in one territory', async () => {
  const all = await level.data<{ mesures: Page; _entities: [{ mesures: Page }] }>(
    `{ ${list('exigence: "A-G7:AAOR"')} ${inTerritoire('exigence: "A-G7:AAOR"')} }`,
  );
  for (const volet of ['en personne', 'par téléphone']) {
    const given = `exigence: "A-G7:AAOR", volet: "${volet}"`;
    const of = await level.data<typeof all>(`{ ${list(given)} ${inTerritoire(given)} }`);
    for (const [whole, part] of [
      [all.mesures, of.mesures],
      [all._entities[0].mesures, of._entities[0].mesures],
    ] as const) {
      expect(part.totalCount).toBeGreaterThan(0);
      expect(part.totalCount).toBeLessThan(whole.totalCount);
      expect(new Set(part.nodes.map((node) => node.volet))).toEqual(new Set([volet]));
    }
  }
});

it.each([
  ['volet: "en personne"', 'nommer aussi `exigence`'],
  ['exigence: "A-G7:AAOR", volet: "ailleurs"', '« en personne » ou « par téléphone »'],
  ['exigence: "A-P11:INFO_SOCIAL", volet: "en personne"', 'n’a pas de volet'],
])('nobody owes the measures of a volet that is not there: %s', async (given, said) => {
  for (const query of [list(given), inTerritoire(given)]) {
    const { errors } = await level.execute(`{ ${query} }`);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(said),
      extensions: { code: 'FILTRE_INVALIDE' },
    });
  }
});

it('of acts of before, one that was named by nothing is taken out, now and of then, and is entered no more', async () => {
  const settings = { demonstration: 'ABSENTE' } as const;
  const former = defineSubgraph({
    name: etablissements.name,
    niveau: 'ETABLISSEMENT',
    migrations: Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '013')),
    entities,
    secrets: etablissements.secrets,
    load,
    madeOf: etablissements.madeOf,
  });
  const before = await openForTest(former, settings);
  await before.rows(`insert into etablissements.reddition
    (id, etablissement_code, campagne, version, etat, saisie_le, revision, provenance)
    values ('C:11045119:V1', '11045119', 'C', 1, 'SAISIE', '2026-05-01T12:00:00Z', 1, '{}')`);
  const insert = (id: string, volet: string, statut = 'PROVISOIRE') =>
    before.rows(`insert into etablissements.ligne_reddition
      (id, reddition_id, etablissement_code, mesure_id, mesure_version, periode, territoire_code, exigence_code, volet, valeur, unite, statut, provenance)
      values ('${id}', 'C:11045119:V1', '11045119', '${id}', 1, '2025-2026-P01', '01111', 'A-G7:AAOR', ${volet}, 3, 'h/sem', '${statut}', '{}')`);
  for (const [id, volet] of [
    ['vide', "''"],
    ['nomme', "'en personne'"],
    ['sans', 'null'],
  ] as const)
    await insert(id, volet);
  // What each said before is remembered.
  await before.rows('update etablissements.ligne_reddition set valeur = 4');
  await etablissements.open(before.database, settings);
  for (const table of ['ligne_reddition', 'ligne_reddition_histoire'])
    expect(await before.rows(`select id from etablissements.${table} order by id`), table).toEqual([
      { id: 'nomme' },
      { id: 'sans' },
    ]);
  await expect(insert('encore', "''")).rejects.toThrow('ligne_reddition_volet_check');
  await before.close();
});
