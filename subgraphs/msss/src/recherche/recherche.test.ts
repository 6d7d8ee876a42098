import { type SubgraphUnderTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

it.each([
  ['territoire 06112', 'TerritoireClsc', '06112'],
  ['le territoire de CLSC 06112', 'TerritoireClsc', '06112'],
  ['CLSC 06112', 'TerritoireClsc', '06112'],
  ['région 06', 'Region', '06'],
  ['RTS 061', 'ReseauTerritorial', '061'],
  ['exigence A-P11', 'Standard', 'A-P11'],
  ['exigence a-p11:info_social', 'Exigence', 'A-P11:INFO_SOCIAL'],
  ['mandat S4', 'Mandat', 'S4'],
  ['document 003', 'Document', '003'],
  ['écart X-14', 'Ecart', 'X-14'],
])('finds first, of « %s », the %s that has the code after its word', async (texte, type, code) => {
  expect((await search(texte)).nodes[0]).toEqual({ type, code });
});

it('says which field knows a code of another level, and which level holds it', async () => {
  expect((await search('11045119')).ailleurs).toEqual([
    { champ: 'etablissement(code: "11045119")', palier: { code: 'SANTE_QUEBEC' } },
  ]);
});

it('says where the rest is, of any words', async () => {
  expect((await search('Laval')).ailleurs.map(({ champ }) => champ)).toContain('etablissements');
});

it('finds what is said in other words, worth less than what was typed', async () => {
  const codes = async (texte: string) => (await search(texte)).nodes.map(({ code }) => code);
  expect(await codes('week-end')).toEqual(await codes('samedi'));
  expect((await codes('fin de semaine'))[0]).toBe('A-T3');
});

it('gives an acronym to who types it, and not to who types what it stands for', async () => {
  expect((await search('CTROC')).nodes[0]?.code).toBe('E003-2788-01');
  expect((await search('organismes communautaires')).nodes.map(({ code }) => code)).not.toContain(
    'E003-2788-01',
  );
});

describe('what nothing holds', () => {
  interface Missed {
    readonly totalCount: number;
    readonly nombreComplets: number;
    readonly motsAbsents: readonly string[];
  }
  const look = async (texte: string): Promise<Missed> => {
    const { recherche } = await level.data<{ recherche: Missed }>(
      'query ($texte: String!) { recherche(texte: $texte) { totalCount nombreComplets motsAbsents } }',
      { texte },
    );
    return recherche;
  };

  it.each(['délai urgence', 'mandat S4', 'le territoire de CLSC 06112', 'Pierrefonds'])(
    'is not said of « %s », all of which something holds',
    async (texte) => {
      const { totalCount, nombreComplets, motsAbsents } = await look(texte);
      expect(nombreComplets).toBeGreaterThan(0);
      expect(nombreComplets).toBeLessThanOrEqual(totalCount);
      expect(motsAbsents).toEqual([]);
    },
  );

  it.each(['délai urgence', 'mandat S4', 'Pierrefonds Info-Social', 'navigateur du CLSC de Pierrefonds'])(
    'of « %s » is told of each result, and what holds every word comes first',
    async (texte) => {
      const { recherche } = await level.data<{
        recherche: { nombreComplets: number; nodes: { complet: boolean }[] };
      }>(
        'query ($texte: String!) { recherche(texte: $texte, first: 1000) { nombreComplets nodes { complet } } }',
        { texte },
      );
      expect(recherche.nodes.map(({ complet }) => complet)).toEqual(
        recherche.nodes.map((_, rank) => rank < recherche.nombreComplets),
      );
    },
  );

  it('is said as it was typed, where the rest was found without it', async () => {
    expect(await look('délai d’urgence, Zzÿzx')).toEqual({
      totalCount: (await look('délai urgence')).nombreComplets,
      nombreComplets: 0,
      motsAbsents: ['Zzÿzx'],
    });
  });

  it('of a number and its unit is said as both were typed', async () => {
    const { motsAbsents } = await look('urgence psychosociale deux heures');
    expect(motsAbsents).toEqual(['deux heures']);
  });

  it('is told from words that are each held, and by nothing together', async () => {
    const { totalCount, nombreComplets, motsAbsents } = await look('Pierrefonds Info-Social');
    expect([totalCount > 0, nombreComplets, motsAbsents]).toEqual([true, 0, []]);
  });

  it('is said where nothing was found: what is there is not', async () => {
    expect(await look('urgence zzyzx')).toEqual({ totalCount: 0, nombreComplets: 0, motsAbsents: ['zzyzx'] });
  });
});

it('finds first what holds every word, before what is called by some of them', async () => {
  const { nodes } = await search('Estrie politique');
  expect(nodes.map(({ code }) => code)).toEqual(['CONS-MANDAT', '001', '05']);
});

it('keeps agencies apart from agents', async () => {
  const codes = async (texte: string) => (await search(texte)).nodes.map(({ code }) => code);
  expect((await codes('agences'))[0]).toBe('E003-0239-01');
  expect((await codes('agent'))[0]).toBe('AS3');
});

it('reads in one statement, and counts in another, whatever is asked and said otherwise', async () => {
  const statements = await level.statementsOf(() =>
    level.data(
      '{ recherche(texte: "combien d’heures d’ouverture le week-end") { totalCount nodes { code } } }',
    ),
  );
  expect(statements).toHaveLength(2);
});
