import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import { ask } from './ask.ts';
import { readPublicApi } from './public-api.ts';

interface Coded {
  readonly code: string;
}

interface Unit extends Coded {
  readonly territoires: readonly Coded[];
}

interface ReseauLocal extends Unit {
  readonly compteDansLes93: boolean;
  readonly reseauTerritorial: Coded;
}

interface ReseauTerritorial extends Unit {
  readonly region: Coded;
  readonly reseauxLocaux: readonly Coded[];
  readonly etablissement: Coded | null;
}

interface Territoire extends Coded {
  readonly reseauLocal: Coded | null;
  readonly reseauTerritorial: { readonly code: string; readonly etablissement: Coded | null };
  readonly region: Coded;
  readonly ruisss: Coded;
  readonly etablissement: Coded | null;
}

interface Decoupage {
  readonly territoiresClsc: { readonly totalCount: number; readonly nodes: readonly Territoire[] };
  readonly reseauxLocaux: readonly ReseauLocal[];
  readonly reseauxTerritoriaux: readonly ReseauTerritorial[];
  readonly regions: readonly Unit[];
  readonly ruisss: readonly Unit[];
}

interface Chiffre {
  readonly valeur: number;
  readonly valeurTable: { readonly valeur: number; readonly concorde: boolean };
  readonly ecarts: readonly Coded[];
}

/** Each kind of unit, and the field by which a territory names its own. */
const KINDS = [
  ['reseauxLocaux', 'reseauLocal'],
  ['reseauxTerritoriaux', 'reseauTerritorial'],
  ['regions', 'region'],
  ['ruisss', 'ruisss'],
] as const;

let house: TestHouse;
let decoupage: Decoupage;

beforeAll(async () => {
  house = await openTestHouse();
  decoupage = await ask<Decoupage>(
    house,
    `{
      territoiresClsc(first: 200) {
        totalCount
        nodes { code reseauLocal { code } reseauTerritorial { code etablissement { code } } region { code } ruisss { code } etablissement { code } }
      }
      reseauxLocaux { code compteDansLes93 reseauTerritorial { code } territoires { code } }
      reseauxTerritoriaux { code region { code } reseauxLocaux { code } etablissement { code } territoires { code } }
      regions { code territoires { code } }
      ruisss { code territoires { code } }
    }`,
  );
});

afterAll(() => house.close());

const codesOf = (list: readonly Coded[]): string[] => list.map(({ code }) => code).sort();

describe.each(KINDS)('V2: the units of %s', (units, ofTerritoire) => {
  it('are made of whole territories, none in two of them, all 166 together', () => {
    const codes = decoupage[units].flatMap(({ territoires }) => codesOf(territoires));
    expect(codes).toHaveLength(166);
    expect(codes.sort()).toEqual(codesOf(decoupage.territoiresClsc.nodes));
  });

  it('list the territories that name them', () => {
    for (const { code, territoires } of decoupage[units]) {
      const naming = decoupage.territoiresClsc.nodes.filter((one) => one[ofTerritoire]?.code === code);
      expect(codesOf(territoires), code).toEqual(codesOf(naming));
    }
  });
});

describe('V3: the counts', () => {
  it('are 166 territories and 93 RLS, of 96 groups', () => {
    expect(decoupage.territoiresClsc.totalCount).toBe(166);
    expect(decoupage.reseauxLocaux).toHaveLength(96);
    expect(countedLocals()).toHaveLength(93);
  });

  it('are 57 RLS of one territory and 36 of several', () => {
    const sizes = countedLocals().map(({ territoires }) => territoires.length);
    expect(sizes.filter((size) => size === 1)).toHaveLength(57);
    expect(sizes.filter((size) => size > 1)).toHaveLength(36);
  });

  it('leave out of the 93 only the groups of the seven northern territories', () => {
    const left = decoupage.reseauxLocaux.filter(({ compteDansLes93 }) => !compteDansLes93);
    expect(left.flatMap(({ territoires }) => territoires)).toHaveLength(7);
  });

  it('show the 46 of the text beside the 36 of the tables, as the conflict G-01', async () => {
    const { multiples, simples, total } = await ask<Record<string, Chiffre>>(
      house,
      `{ multiples: chiffre(code: "F3") { ...c } simples: chiffre(code: "F4") { ...c } total: chiffre(code: "F2") { ...c } }
       fragment c on Chiffre { valeur valeurTable { valeur concorde } ecarts { code } }`,
    );
    expect(multiples).toEqual({
      valeur: 46,
      valeurTable: { valeur: 36, concorde: false },
      ecarts: [{ code: 'G-01' }],
    });
    expect(simples).toMatchObject({ valeur: 57, valeurTable: { valeur: 57, concorde: true } });
    expect(total).toMatchObject({ valeur: 93, valeurTable: { valeur: 93, concorde: true } });
    expect((multiples?.valeur ?? 0) + (simples?.valeur ?? 0)).not.toBe(total?.valeur);
    const { ecart } = await ask<{ ecart: { cotes: { dit: string }[] } }>(
      house,
      '{ ecart(code: "G-01") { cotes { dit } } }',
    );
    expect(ecart.cotes.map(({ dit }) => dit).join(' ; ')).toMatch(/46 \+ 57 = 103.*93.*36 \+ 57 = 93/);
  });

  it('are the same counted from the units as from the figures of the text', async () => {
    const { chiffre } = await ask<{ chiffre: Chiffre }>(
      house,
      '{ chiffre(code: "F1") { valeur valeurTable { valeur concorde } } }',
    );
    expect(chiffre).toEqual({ valeur: 166, valeurTable: { valeur: 166, concorde: true } });
  });
});

describe('V4: the nesting of the units', () => {
  it('is said of the RUISSS by territory, because they divide the regions 04, 06, 10 and 16', () => {
    const divided = decoupage.regions.filter(({ code }) => ruisssOf(code).size > 1).map(({ code }) => code);
    expect(divided).toEqual(['04', '06', '10', '16']);
  });

  it('gives a region no RUISSS, and a RUISSS no region', () => {
    const api = readPublicApi();
    expect(Object.keys(fieldsOf(api, 'Region'))).not.toContain('ruisss');
    expect(Object.keys(fieldsOf(api, 'Ruisss')).filter((name) => /region|reseau/i.test(name))).toEqual([]);
  });

  it('of a local network in its territorial network is what the territories say', () => {
    for (const { code, reseauTerritorial, territoires } of decoupage.reseauxLocaux)
      for (const territoire of findTerritoires(territoires))
        expect(territoire.reseauTerritorial.code, code).toBe(reseauTerritorial.code);
  });

  it('of a territorial network in its region is what the territories say', () => {
    for (const { code, region, territoires } of decoupage.reseauxTerritoriaux)
      for (const territoire of findTerritoires(territoires))
        expect(territoire.region.code, code).toBe(region.code);
  });
});

describe('V5: a territory is not an installation', () => {
  it('for the schema: two types, and a territory holds its installations', () => {
    const api = readPublicApi();
    expect(String(fieldsOf(api, 'TerritoireClsc')['installations']?.type)).toBe('InstallationConnection');
    expect(String(fieldsOf(api, 'Installation')['territoire']?.type)).toBe('TerritoireClsc');
  });

  it('for the lexicon: DF5 tells them apart, and cites the text', async () => {
    const { lexique } = await ask<{ lexique: { code: string; provenance: unknown }[] }>(
      house,
      '{ lexique(nature: DEFINITION) { code provenance { origine document { code } lignes } } }',
    );
    expect(lexique.find(({ code }) => code === 'DF5')?.provenance).toEqual({
      origine: 'TEXTE',
      document: { code: '004' },
      lignes: 'L507-512',
    });
  });
});

describe('V7: a CLSC is not autonomous', () => {
  it('so each territory has one établissement that answers for it: the one that leads its RTS', () => {
    for (const { code, etablissement, reseauTerritorial } of decoupage.territoiresClsc.nodes) {
      expect(etablissement, code).not.toBeNull();
      expect(etablissement, code).toEqual(reseauTerritorial.etablissement);
    }
  });

  it('so the territories of the établissements are the 166, each once, and those that name them', async () => {
    const { etablissements } = await ask<{ etablissements: Unit[] }>(
      house,
      '{ etablissements { code territoires { code } } }',
    );
    expect(etablissements.flatMap(({ territoires }) => territoires)).toHaveLength(166);
    for (const { code, territoires } of etablissements) {
      const naming = decoupage.territoiresClsc.nodes.filter((one) => one.etablissement?.code === code);
      expect(codesOf(territoires), code).toEqual(codesOf(naming));
    }
  });

  it('and the graph says that this is deduced, and from what', async () => {
    const { territoiresClsc } = await ask<{
      territoiresClsc: { nodes: { provenanceEtablissement: { origine: string; note: string } }[] };
    }>(house, '{ territoiresClsc(first: 200) { nodes { provenanceEtablissement { origine note } } } }');
    for (const { provenanceEtablissement } of territoiresClsc.nodes) {
      expect(provenanceEtablissement.origine).toBe('INFERENCE');
      expect(provenanceEtablissement.note).toBeTruthy();
    }
  });
});

function countedLocals(): ReseauLocal[] {
  return decoupage.reseauxLocaux.filter(({ compteDansLes93 }) => compteDansLes93);
}

function ruisssOf(region: string): ReadonlySet<string> {
  const inRegion = decoupage.territoiresClsc.nodes.filter((territoire) => territoire.region.code === region);
  return new Set(inRegion.map(({ ruisss }) => ruisss.code));
}

function findTerritoires(territoires: readonly Coded[]): Territoire[] {
  const codes = new Set(codesOf(territoires));
  return decoupage.territoiresClsc.nodes.filter(({ code }) => codes.has(code));
}

function fieldsOf(
  api: ReturnType<typeof readPublicApi>,
  name: string,
): Readonly<Record<string, { readonly type: unknown }>> {
  const type = api.getType(name);
  if (type === undefined || !('getFields' in type)) throw new Error(`${name} has no fields`);
  return type.getFields();
}
