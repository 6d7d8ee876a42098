import 'reflect-metadata';
import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { etablissements } from '../subgraph.ts';

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(etablissements, { demonstration: 'CHARGEE' });
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
