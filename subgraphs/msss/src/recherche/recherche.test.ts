import { type SubgraphUnderTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openToRead(msss);
});
afterAll(() => level.close());

interface Found {
  readonly nodes: readonly { readonly type: string; readonly code: string }[];
  readonly ailleurs: readonly { readonly champ: string; readonly palier: { readonly code: string } }[];
}

async function search(texte: string): Promise<Found> {
  const { recherche } = await level.data<{ recherche: Found }>(
    'query ($texte: String!) { recherche(texte: $texte, first: 3) { nodes { type code } ailleurs { champ palier { code } } } }',
    { texte },
  );
  return recherche;
}

it.each([
  ['A-P5', 'Standard'],
  ['a-p11:info_social', 'Exigence'],
  ['G-01', 'Ecart'],
  ['06112', 'TerritoireClsc'],
  ['M5', 'Mandat'],
  ['NAV-R1', 'Element'],
  ['PT5-SQ-2', 'Recommandation'],
])('finds first, of the code %s typed as it is, the %s that has it', async (code, type) => {
  expect((await search(code)).nodes[0]).toEqual({ type, code: code.toUpperCase() });
});

it('says which field knows a code of another level, and which level holds it', async () => {
  expect((await search('11045119')).ailleurs).toEqual([
    { champ: 'etablissement(code: "11045119")', palier: { code: 'SANTE_QUEBEC' } },
  ]);
});

it('says where the rest is, of any words', async () => {
  expect((await search('Laval')).ailleurs.map(({ champ }) => champ)).toContain('etablissements');
});
