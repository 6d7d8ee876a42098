import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Row {
  readonly code: string;
  readonly rang: number;
  readonly provenance: {
    readonly origine: string;
    readonly document: string;
    readonly section?: string;
    readonly lignes: string;
  };
  readonly [column: string]: unknown;
}

const FILES = [
  'elements',
  'orientations',
  'principes',
  'roles-clsc',
  'arrimages',
  'paliers',
  'mandats',
  'references-legales',
  'politiques',
  'axes-politique',
  'orientations-politique',
  'modifications-recommandees',
  'livrables',
  'documents-cites',
  'chiffres',
  'domaines-partenariat',
  'recommandations',
] as const;

function read<Content = readonly Row[]>(name: string): Content {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Content;
}

const rows = Object.fromEntries(FILES.map((name) => [name, read(name)])) as unknown as Record<
  (typeof FILES)[number],
  readonly Row[]
>;

function countBy(list: readonly Row[], column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of list) counts[String(row[column])] = (counts[String(row[column])] ?? 0) + 1;
  return counts;
}

function elementsOf(liste: string, parent?: string): readonly Row[] {
  return rows.elements.filter(
    (row) => row['liste'] === liste && (parent === undefined || row['parent_code'] === parent),
  );
}

describe.each(FILES)('%s', (name) => {
  it('gives each row a code of its own, a rank, and a citation with document, section and lines', () => {
    const list = rows[name];
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
    for (const { code, rang, provenance } of list) {
      expect(rang, code).toBeGreaterThan(0);
      expect(['TEXTE', 'INFERENCE'], code).toContain(provenance.origine);
      expect(provenance.document, code).toMatch(/^00[0-4]$/);
      expect(provenance.section, code).toBeTruthy();
      expect(provenance.lignes, code).toMatch(/^L\d+(-\d+)?(, L\d+(-\d+)?)*$/);
    }
  });

  it('is written in French typography', () => {
    expect(JSON.stringify(rows[name])).not.toMatch(/\w'\w/);
  });
});

describe('document 004', () => {
  it('holds four orientations, six principles, four roles, seven arrimages, three paliers', () => {
    const lengths = (['orientations', 'principes', 'roles-clsc', 'arrimages', 'paliers'] as const).map(
      (name) => rows[name].length,
    );
    expect(lengths).toEqual([4, 6, 4, 7, 3]);
  });

  it('holds the motives, criteria and rules of the first orientation', () => {
    const counts = ['MOTIF', 'CRITERE_DELIMITATION', 'REGLE_MODIFICATION'].map(
      (liste) => elementsOf(liste, 'O1').length,
    );
    expect(counts).toEqual([6, 7, 7]);
  });

  it.each([
    ['NAVIGATEUR', 4, 3, 10, 0],
    ['COORDONNATEUR', 4, 0, 7, 4],
    ['LEADER_INTERSECTORIEL', 7, 0, 9, 0],
    ['COANIMATEUR', 3, 0, 7, 0],
  ])('gives %s its enjeux, leviers, responsabilités and effets', (role, ...expected) => {
    const counts = ['ENJEU', 'LEVIER', 'RESPONSABILITE', 'EFFET_ATTENDU'].map(
      (liste) => elementsOf(liste, role).length,
    );
    expect(counts).toEqual(expected);
  });

  it('holds 18 enjeux, 3 leviers and 33 responsabilités in all', () => {
    const counts = ['ENJEU', 'LEVIER', 'RESPONSABILITE'].map((liste) => elementsOf(liste).length);
    expect(counts).toEqual([18, 3, 33]);
  });

  it('gives each arrimage its elements', () => {
    expect(countBy(elementsOf('ARRIMAGE'), 'parent_code')).toEqual({
      'ARR-PS': 3,
      'ARR-M1L': 3,
      'ARR-GU': 6,
      'ARR-DTMF': 3,
      'ARR-SSPPCC': 3,
      'ARR-CIETOC': 3,
      'ARR-SP': 5,
    });
  });

  it('holds 29 mandats, three parts of E9, and 14 obligations outside section 3.2', () => {
    expect(countBy(rows.mandats, 'palier_code')).toEqual({ MSSS: 9, SANTE_QUEBEC: 7, ETABLISSEMENT: 13 });
    expect(elementsOf('SOUS_MANDAT', 'E9')).toHaveLength(3);
    expect(elementsOf('OBLIGATION').map(({ code }) => code)).toEqual(
      read('obligations').map(({ code }) => code),
    );
    expect(elementsOf('OBLIGATION')).toHaveLength(14);
  });

  it('holds the conditions of success, prevention, lexicon, attachment and implementation', () => {
    const counts = {
      cs1: elementsOf('CONDITION_DE_SUCCES', 'CS1').length,
      cs2: elementsOf('CONDITION_DE_SUCCES', 'CS2').length,
      prevention: elementsOf('PREVENTION').length,
      lexique: elementsOf('LEXIQUE').length,
      definitions: elementsOf('DEFINITION').length,
      rattachement: elementsOf('REGLE_RATTACHEMENT').length,
      miseEnOeuvre: elementsOf('MISE_EN_OEUVRE').length,
      liens: elementsOf('LIEN_PERSONNE').length,
    };
    expect(counts).toEqual({
      cs1: 5,
      cs2: 5,
      prevention: 5,
      lexique: 11,
      definitions: 12,
      rattachement: 12,
      miseEnOeuvre: 6,
      liens: 3,
    });
  });

  it('cites 12 legal references and nine articles of the LGSSSS', () => {
    const cited = rows['references-legales'].filter(({ provenance }) => provenance.document === '004');
    expect(cited).toHaveLength(12);
    const articles = cited
      .filter(({ loi }) => loi === 'LGSSSS')
      .flatMap(({ articles: list }) => list as string[]);
    expect([...new Set(articles)].map(Number).sort((a, b) => a - b)).toEqual([
      4, 9, 22, 26, 28, 29, 32, 167, 189,
    ]);
  });

  it('cites seven policies, three deliverables, eleven documents and 28 figures', () => {
    const figures = rows.chiffres.filter(({ provenance }) => provenance.document === '004');
    const documents = rows['documents-cites'].filter(({ provenance }) => provenance.document === '004');
    const lengths = [rows.politiques, rows.livrables, documents, figures].map((list) => list.length);
    expect(lengths).toEqual([7, 3, 11, 28]);
  });
});

describe('document 001', () => {
  it('holds five axes, 14 orientations, 49 themes and 37 modifications', () => {
    expect(rows['axes-politique']).toHaveLength(5);
    expect(Object.values(countBy(rows['orientations-politique'], 'axe_code'))).toEqual([4, 2, 1, 3, 4]);
    expect(Object.values(countBy(rows['modifications-recommandees'], 'axe_code'))).toEqual([10, 4, 5, 10, 8]);
    expect(rows['orientations-politique'].flatMap(({ themes }) => themes as string[])).toHaveLength(49);
  });

  it.each([
    ['AXE1', { PRECISER: 5, MODIFIER: 1, INCLURE: 4 }],
    ['AXE2', { PRECISER: 1, MODIFIER: 1, INCLURE: 1, BONIFIER: 1 }],
    ['AXE3', { PRECISER: 2, MODIFIER: 2, INCLURE: 1 }],
    ['AXE4', { PRECISER: 3, MODIFIER: 2, INCLURE: 4, BONIFIER: 1 }],
    ['AXE5', { PRECISER: 1, MODIFIER: 3, INCLURE: 4 }],
  ])('gives %s its modifications by type', (axe, expected) => {
    const own = rows['modifications-recommandees'].filter(({ axe_code }) => axe_code === axe);
    expect(countBy(own, 'type')).toEqual(expected);
  });

  it('touches only known orientations', () => {
    const known = new Set(rows['orientations-politique'].map(({ code }) => code));
    for (const { code, orientations } of rows['modifications-recommandees'])
      for (const one of orientations as string[]) expect(known.has(one), code).toBe(true);
  });
});

describe('document 002', () => {
  it('holds 44 recommendations, by palier and by domain', () => {
    expect(countBy(rows.recommandations, 'palier_code')).toEqual({
      MSSS: 13,
      SANTE_QUEBEC: 15,
      ETABLISSEMENT: 16,
    });
    const cells = rows['domaines-partenariat'].map(({ code }) =>
      Object.values(
        countBy(
          rows.recommandations.filter(({ domaine_code }) => domaine_code === code),
          'palier_code',
        ),
      ),
    );
    expect(cells).toEqual([
      [4, 3, 3],
      [2, 3, 3],
      [1, 4, 3],
      [3, 2, 4],
      [3, 3, 3],
    ]);
  });

  it('holds six priorities, 15 conditions, 7 findings and 5 achievements', () => {
    const priorities = rows.recommandations.filter(({ prioritaire }) => prioritaire === true);
    expect(countBy(priorities, 'palier_code')).toEqual({ MSSS: 2, SANTE_QUEBEC: 3, ETABLISSEMENT: 1 });
    expect(Object.values(countBy(priorities, 'domaine_code'))).toEqual([2, 1, 1, 1, 1]);
    expect(Object.values(countBy(elementsOf('CONDITION_PARTENARIAT'), 'parent_code'))).toEqual([
      3, 3, 2, 3, 4,
    ]);
    expect(elementsOf('CONSTAT')).toHaveLength(7);
    expect(elementsOf('REALISATION')).toHaveLength(5);
  });
});

describe('document 000', () => {
  it('holds the roles, structure, principles and actions of the plan', () => {
    const lists = [
      'ROLE_MINISTERE',
      'ROLE_CISSS_CIUSSS',
      'COORDINATION',
      'ETAPE_CHARNIERE',
      'PRINCIPE_SECURISATION',
      'NIVEAU_ACTION',
      'ACTION_SECURISATION',
    ];
    expect(lists.map((liste) => elementsOf(liste).length)).toEqual([5, 6, 3, 4, 4, 3, 5]);
    expect(countBy(elementsOf('FONCTION_AUTOCHTONE'), 'parent_code')).toEqual({ 'SA-M': 3, 'SA-E': 3 });
  });

  it('holds 18 parts of actions, four effects, and a yearly accountability', () => {
    expect(countBy(elementsOf('SOUS_ACTION'), 'parent_code')).toEqual({
      AS1: 2,
      AS2: 5,
      AS3: 5,
      AS4: 2,
      AS5: 4,
    });
    expect(elementsOf('EFFET_ACTION')).toHaveLength(4);
    expect(rows.elements.find(({ code }) => code === 'SS-REDDITION')?.['precisions']).toEqual(['annuelle']);
  });
});

describe('the links between rows', () => {
  const codes = new Set([
    ...FILES.flatMap((name) => rows[name].map(({ code }) => code)),
    '000',
    '001',
    '002',
    '004',
  ]);

  it('puts each element under something known', () => {
    const lost = rows.elements.filter(
      ({ parent_code }) => parent_code !== null && !codes.has(String(parent_code)),
    );
    expect(lost).toEqual([]);
  });

  it('knows every entity that an écart of governance touches', () => {
    const ecarts =
      read<readonly { code: string; touche: readonly { type: string; code: string }[] }[]>('ecarts');
    const elsewhere = ['Document', 'Exigence', 'Standard', 'ServiceSocial'];
    const lost = ecarts.flatMap(({ code, touche }) =>
      touche.filter((one) => !elsewhere.includes(one.type) && !codes.has(one.code)).map((one) => [code, one]),
    );
    expect(lost).toEqual([]);
  });

  it('never makes a mandate of a recommendation', () => {
    const mandats = new Set(rows.mandats.map(({ code }) => code));
    for (const name of ['recommandations', 'modifications-recommandees'] as const)
      for (const { code, statut, provenance } of rows[name]) {
        expect(mandats.has(code), code).toBe(false);
        expect(statut, code).toBe('RECOMMANDATION');
        expect(['001', '002'], code).toContain(provenance.document);
      }
    expect(rows.mandats.every(({ provenance }) => provenance.document === '004')).toBe(true);
  });
});
