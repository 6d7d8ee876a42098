import 'reflect-metadata';
import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { etablissements } from '../subgraph.ts';

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(etablissements, { demonstration: 'CHARGEE' });
});
afterAll(() => level.close());

const LIST = (given: string): string =>
  `mesures(first: 2${given}) { nodes { campagne } pageInfo { endCursor } }`;
interface Page {
  readonly nodes: readonly { readonly campagne: string }[];
  readonly pageInfo: { readonly endCursor: string };
}

it('the pages of a list without a campagne are of one: a cursor of another is refused', async () => {
  const inTerritoire = (given: string): string =>
    `_entities(representations: [{ __typename: "TerritoireClsc", code: "01111" }]) {
      ... on TerritoireClsc { ${LIST(given)} } }`;
  const { mesures, _entities: entities } = await level.data<{
    mesures: Page;
    _entities: [{ mesures: Page }];
  }>(`{ ${LIST('')} ${inTerritoire('')} }`);
  const asked = [
    LIST(`, after: "${mesures.pageInfo.endCursor}"`),
    inTerritoire(`, after: "${entities[0].mesures.pageInfo.endCursor}"`),
  ];
  for (const query of asked) expect((await level.execute(`{ ${query} }`)).errors).toBeUndefined();
  await level.rows(`insert into etablissements.mesure
    (id, campagne, periode, territoire_code, exigence_code, valeur, unite, statut, version, saisie_le, provenance)
    values ('2026-2027-P01:01111:A-P5:AAOR', '2026-2027', '2026-2027-P01', '01111', 'A-P5:AAOR', 2, 'h', 'FINALE', 1,
      '2026-05-09T14:00:00Z', '{"origine":"SAISIE"}')`);
  for (const query of asked)
    expect((await level.execute(`{ ${query} }`)).errors?.[0]?.extensions).toMatchObject({
      code: 'PAGE_INVALIDE',
    });
  const { mesures: now } = await level.data<{ mesures: Page }>(`{ ${LIST('')} }`);
  expect(now.nodes).toEqual([{ campagne: '2026-2027' }]);
});
