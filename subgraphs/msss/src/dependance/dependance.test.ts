import { type SubgraphUnderTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openToRead(msss);
});
afterAll(() => level.close());

const LIST =
  'query ($type: String!, $code: ID!, $types: [String!]) { dependants(type: $type, code: $code, types: $types, first: 500) { totalCount nodes { type code titre } } }';

async function ask(type: string, code: string, types?: readonly string[]) {
  const { dependants } = await level.data<{
    dependants: { readonly totalCount: number; readonly nodes: readonly Record<string, string>[] };
  }>(LIST, { type, code, types: types ?? null });
  return dependants;
}

it.each([
  ['Mandat', 'M6', 'Exigence', 'A-P11:INFO_SOCIAL'],
  ['Mandat', 'M2', 'RoleClsc', 'NAVIGATEUR'],
  ['Mandat', 'E3', 'Arrimage', 'ARR-PS'],
  ['RoleClsc', 'COORDONNATEUR', 'Arrimage', 'ARR-PS'],
  ['RoleClsc', 'NAVIGATEUR', 'Ecart', 'X-04'],
  ['RoleClsc', 'COANIMATEUR', 'Ecart', 'G-07'],
  ['ServiceSocial', 'AAOR', 'Exigence', 'A-P5:AAOR'],
  ['ServiceSocial', 'AAOR', 'Ecart', 'I-26'],
  ['Palier', 'ETABLISSEMENT', 'Recommandation', 'PT1-ET-1'],
  ['Standard', 'A-P11', 'Exigence', 'A-P11:INFO_SOCIAL'],
  ['AxePolitique', 'AXE3', 'Element', 'PL1-LIEN'],
  ['OrientationPolitique', '1.1', 'ModificationRecommandee', 'A1-P1'],
  ['Palier', 'SANTE_QUEBEC', 'Element', 'X-SQ1'],
  ['ReseauTerritorial', '061', 'TerritoireClsc', '06112'],
])('of the %s %s, tells the %s %s', async (type, code, dependantType, dependant) => {
  const { nodes } = await ask(type, code, [dependantType]);
  expect(nodes.map((one) => one['code'])).toContain(dependant);
  expect(new Set(nodes.map((one) => one['type']))).toEqual(new Set([dependantType]));
});

it('counts all that is drawn from a document', async () => {
  const { totalCount, nodes } = await ask('Document', '002');
  expect(totalCount).toBe(nodes.length);
  expect(nodes.every(({ titre }) => titre !== '')).toBe(true);
});

it('tells nothing of what nothing leans on, and refuses a type or a code of nothing', async () => {
  expect(await ask('Livrable', 'LIV1')).toEqual({ totalCount: 0, nodes: [] });
  await expect(ask('Rien', 'LIV1')).rejects.toThrow(/Types admis/);
  await expect(ask('Livrable', 'LIV9')).rejects.toThrow('« code » : « LIV9 » est inconnu');
});

it('reads in one statement, and counts in another', async () => {
  const statements = await level.statementsOf(() =>
    level.data('{ dependants(type: "Mandat", code: "M6") { totalCount nodes { code } } }'),
  );
  expect(statements).toHaveLength(2);
});
