import { type SubgraphUnderTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';
import { TYPES_TROUVABLES } from '../recherche/entites.ts';

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openToRead(msss);
});

afterAll(() => level.close());

describe('services', () => {
  it('are six, each with its counts, in three statements', async () => {
    const query = `{ servicesSociaux { code fiche nom description clientele objectifs nombreEnoncesFiche
      comptes { cellules fixes realitesRegionales sansObjet fixesLitteraux fixesHorsParticularites ficheSeulement }
      exigences { code } } }`;
    const statements = await level.statementsOf(async () => {
      const { servicesSociaux } = await level.data<{ servicesSociaux: Service[] }>(query);
      expect(servicesSociaux.map(({ code, comptes }) => [code, comptes.fixes])).toEqual([
        ['AAOR', 35],
        ['INFO_SOCIAL', 29],
        ['CRISE', 26],
        ['CONSULT_SOCIALE', 36],
        ['CONSULT_PSY', 36],
        ['SECURITE_CIVILE', 37],
      ]);
      expect(sum(servicesSociaux, ({ comptes }) => comptes.cellules)).toBe(324);
      expect(sum(servicesSociaux, ({ comptes }) => comptes.fixesLitteraux)).toBe(169);
      expect(sum(servicesSociaux, ({ nombreEnoncesFiche }) => nombreEnoncesFiche)).toBe(195);
      expect(servicesSociaux.every(({ exigences }) => exigences.length === 67)).toBe(true);
    });
    expect(statements).toHaveLength(3);
  });
});

describe('standards', () => {
  it('twenty are literally fixed for the six services', async () => {
    const { standards } = await level.data<{ standards: { code: string; attribut: string }[] }>(
      '{ standards(filtre: { fixePourTousLesServices: true }) { code attribut } }',
    );
    expect(standards).toHaveLength(20);
    expect(standards.filter(({ attribut }) => attribut === 'ACCESSIBILITE')).toMatchObject([
      { code: 'A-G1' },
    ]);
  });

  it.each([
    ['attribut: QUALITE, source: ANNEXE_II', 18],
    ['sousGroupe: "coordination", source: ANNEXE_II', 5],
    ['source: ANNEXE_II, sansParticularites: true', 44],
    ['service: CRISE, statut: SANS_OBJET', 18],
    ['statut: REALITES_REGIONALES, sansParticularites: true', 4],
    ['service: SECURITE_CIVILE, source: FICHE_STANDARDS', 6],
  ])('narrowed to %s are %i', async (filtre, expected) => {
    const { standards } = await level.data<{ standards: object[] }>(
      `{ standards(filtre: { ${filtre} }) { code } }`,
    );
    expect(standards).toHaveLength(expected);
  });

  it('one says what each service must do, or one service alone', async () => {
    const { standard } = await level.data<{ standard: { toutes: object[]; une: { code: string }[] } }>(
      '{ standard(code: "A-P10") { toutes: exigences { code } une: exigences(service: CRISE) { code } } }',
    );
    expect(standard.toutes).toHaveLength(6);
    expect(standard.une).toEqual([{ code: 'A-P10:CRISE' }]);
  });
});

describe('legal references', () => {
  it('found C-C1, C-C2 and C-O1 only', async () => {
    const { standards } = await level.data<{
      standards: { code: string; referencesLegales: { loi: string; articles: string[] }[] }[];
    }>('{ standards { code referencesLegales { loi articles } } }');
    const founded = standards.filter(({ referencesLegales }) => referencesLegales.length > 0);
    expect(founded).toEqual([
      { code: 'C-C1', referencesLegales: [{ loi: 'LSSSS', articles: ['17 à 27.3'] }] },
      { code: 'C-C2', referencesLegales: [{ loi: 'LSSSS', articles: ['17 à 27.3'] }] },
      { code: 'C-O1', referencesLegales: [{ loi: 'LSSSS', articles: ['108'] }] },
    ]);
  });
});

describe('exigences', () => {
  it('come in pages, in the order of the document', async () => {
    const first = await exigences('first: 3');
    expect(first.nodes.map(({ code }) => code)).toEqual(['A-G1:AAOR', 'A-G1:INFO_SOCIAL', 'A-G1:CRISE']);
    expect(first.totalCount).toBe(402);
    const next = await exigences(`first: 1, after: "${first.pageInfo.endCursor}"`);
    expect(next.nodes.map(({ code }) => code)).toEqual(['A-G1:CONSULT_SOCIALE']);
  });

  it('of maximum delay for social consultation are A-P8, A-P9 and A-P10', async () => {
    const { nodes } = await exigences(
      'filtre: { service: CONSULT_SOCIALE, attribut: ACCESSIBILITE, avecSeuil: true }',
    );
    expect(nodes.map(({ code }) => code)).toEqual([
      'A-P8:CONSULT_SOCIALE',
      'A-P9:CONSULT_SOCIALE',
      'A-P10:CONSULT_SOCIALE',
    ]);
  });

  it('left to the regions, outside the « Particularités » rows, are seven', async () => {
    const { nodes, totalCount } = await exigences(
      'filtre: { statut: REALITES_REGIONALES, sansParticularites: true }',
    );
    expect(totalCount).toBe(7);
    expect(nodes.map(({ code }) => code).sort()).toEqual([
      'A-G3:AAOR',
      'A-G4:AAOR',
      'A-P1:CONSULT_PSY',
      'A-P1:CONSULT_SOCIALE',
      'A-T4:AAOR',
      'A-T4:CONSULT_PSY',
      'A-T4:CONSULT_SOCIALE',
    ]);
  });

  it('of crisis intervention in écart with the fiche are these eight', async () => {
    const { nodes } = await exigences('filtre: { service: CRISE, concordance: ECART }');
    expect(nodes.map(({ code }) => code.split(':')[0])).toEqual([
      'A-G3',
      'A-T4',
      'Q-P2',
      'Q-O2',
      'C-A4',
      'C-O1',
      'C-O2',
      'C-O3',
    ]);
  });

  it('show both sources, the écart and the rule that was applied', async () => {
    const { exigence } = await level.data<{ exigence: object }>(`{ exigence(code: "A-P11:INFO_SOCIAL") {
      statut seuils { comparateur } assertions { source seuil { comparateur } } ecarts { code }
      standard { code } service { code } reglePrecedence { enonce provenance { origine } } } }`);
    expect(exigence).toEqual({
      statut: 'FIXE',
      seuils: [{ comparateur: 'INFERIEUR_OU_EGAL' }],
      assertions: [
        { source: 'ANNEXE_II', seuil: { comparateur: 'INFERIEUR' } },
        { source: 'FICHE', seuil: { comparateur: 'INFERIEUR_OU_EGAL' } },
      ],
      ecarts: [{ code: 'D-02' }],
      standard: { code: 'A-P11' },
      service: { code: 'INFO_SOCIAL' },
      reglePrecedence: {
        enonce: expect.stringMatching(/^La fiche est la norme/) as string,
        provenance: { origine: 'INFERENCE' },
      },
    });
  });

  it('have nothing to settle where both sources do not speak', async () => {
    const { exigences } = await level.data<{
      exigences: { nodes: { assertions: { source: string }[]; reglePrecedence: { enonce: string } }[] };
    }>('{ exigences(first: 402) { nodes { assertions { source } reglePrecedence { enonce } } } }');
    for (const { assertions, reglePrecedence } of exigences.nodes) {
      const areTwo = new Set(assertions.map(({ source }) => source)).size > 1;
      expect(reglePrecedence.enonce.startsWith('La fiche est la norme')).toBe(areTwo);
    }
  });

  it('are read by the hundred in one statement for each thing asked', async () => {
    const query = `{ exigences(first: 402) { nodes { standard { code } service { code } seuils { texte }
      assertions { dit } ecarts { code } } } }`;
    expect(await level.statementsOf(() => level.data(query))).toHaveLength(6);
  });

  it.each([
    ['{ exigence(code: "A-P5") { code } }', 'CODE_INVALIDE'],
    ['{ exigence(code: "A-P5:INCONNU") { code } }', 'CODE_INVALIDE'],
    ['{ standard(code: "B5") { code } }', 'CODE_INVALIDE'],
    ['{ ecart(code: "D2") { code } }', 'CODE_INVALIDE'],
    ['{ exigences(first: 0) { totalCount } }', 'PAGE_INVALIDE'],
    ['{ ecarts(filtre: { type: "Toto" }) { code } }', 'FILTRE_INVALIDE'],
  ])('%s is refused', async (query, code) => {
    const { errors } = await level.execute(query);
    expect(errors?.[0]?.extensions['code']).toBe(code);
  });

  it('unknown but well formed are null', async () => {
    expect(
      await level.data(
        '{ exigence(code: "A-G9:AAOR") { code } standard(code: "A-G9") { code } ecart(code: "D-99") { code } }',
      ),
    ).toEqual({ exigence: null, standard: null, ecart: null });
  });
});

describe('écarts', () => {
  it('are 148, and every entity they touch is counted once', async () => {
    const { ecarts } = await level.data<{ ecarts: { serie: string; touche: object[] }[] }>(
      '{ ecarts { code serie touche { type code } } }',
    );
    expect(ecarts).toHaveLength(148);
    expect(ecarts.every(({ touche }) => touche.length > 0)).toBe(true);
  });

  it.each([
    ['serie: "D", gravite: MAJEURE', 19],
    ['serie: "D", gravite: MINEURE', 19],
    ['type: "Standard", code: "Q-P1"', 1],
    ['code: "A-G7:AAOR"', 1],
    ['serie: "I", document: "003"', 31],
  ])('narrowed to %s are %i', async (filtre, expected) => {
    const { ecarts } = await level.data<{ ecarts: object[] }>(`{ ecarts(filtre: { ${filtre} }) { code } }`);
    expect(ecarts).toHaveLength(expected);
  });

  it('touch entities that all exist, whatever their type', async () => {
    const { ecarts } = await level.data<{ ecarts: { touche: { type: string; code: string }[] }[] }>(
      '{ ecarts { touche { type code } } }',
    );
    const keys = ecarts.flatMap(({ touche }) => touche.map(({ type, code }) => ({ __typename: type, code })));
    const { _entities } = await level.data<{ _entities: (object | null)[] }>(
      'query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename } }',
      { keys },
    );
    expect(keys.filter((_, index) => _entities[index] === null)).toEqual([]);
  });

  it('lead to the exigences and standards they concern', async () => {
    const { d04, i07 } = await level.data<{ d04: EcartFound; i07: EcartFound }>(
      `{ d04: ecart(code: "D-04") { exigences { code } } i07: ecart(code: "I-07") { standards { code } } }`,
    );
    expect(d04.exigences.map(({ code }) => code)).toEqual([
      'A-P10:AAOR',
      'A-P10:CONSULT_SOCIALE',
      'A-P10:CONSULT_PSY',
    ]);
    expect(i07.standards).toHaveLength(18);
  });
});

describe('accountability', () => {
  const chain = (
    exigence: string,
  ): string => `{ territoireClsc(code: "06112") { imputabilite(exigence: "${exigence}") {
    territoire exigence territoireClsc { nom } fixePar { palier { code } mandat { code } statut lecture
      exigence { code } seuils { texte } ecarts { code } provenance { lignes } lien { origine } } } } }`;

  it('names the ministry, its mandate, the threshold, the lines and the link that is inferred', async () => {
    expect(await level.data(chain('A-P8:CONSULT_PSY'))).toEqual({
      territoireClsc: {
        imputabilite: {
          territoire: '06112',
          exigence: 'A-P8:CONSULT_PSY',
          territoireClsc: { nom: 'Pierrefonds' },
          fixePar: {
            palier: { code: 'MSSS' },
            mandat: { code: 'M6' },
            statut: 'FIXE',
            lecture: 'Le ministère fixe ce standard pour ce service.',
            exigence: { code: 'A-P8:CONSULT_PSY' },
            seuils: [{ texte: 'au plus 7 jours' }],
            ecarts: [{ code: 'D-28' }, { code: 'X-13' }, { code: 'X-14' }],
            provenance: { lignes: 'L2352-2357' },
            lien: { origine: 'INFERENCE' },
          },
        },
      },
    });
  });

  it('says of a cell without object that it has none, and nothing of an unknown one', async () => {
    const without = await level.data<Chain>(chain('A-P5:CRISE'));
    expect(without.territoireClsc.imputabilite?.fixePar.lecture).toMatch(/^Sans objet/);
    const unknown = await level.data<Chain>(chain('A-G9:AAOR'));
    expect(unknown.territoireClsc.imputabilite).toBeNull();
    const { errors } = await level.execute(chain('A-P5'));
    expect(errors?.[0]?.extensions['code']).toBe('CODE_INVALIDE');
  });

  it('is found again from its two keys, for many territories at once', async () => {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Imputabilite {
      territoire fixePar { mandat { code } seuils { texte } } } } }`;
    const keys = ['06111', '06112', '99999'].map((territoire) => ({
      __typename: 'Imputabilite',
      territoire,
      exigence: 'A-P5:AAOR',
    }));
    const statements = await level.statementsOf(async () => {
      const { _entities } = await level.data<{ _entities: unknown[] }>(query, { keys });
      expect(_entities).toEqual([
        { territoire: '06111', fixePar: { mandat: { code: 'M6' }, seuils: [{ texte: 'au plus 2 h' }] } },
        { territoire: '06112', fixePar: { mandat: { code: 'M6' }, seuils: [{ texte: 'au plus 2 h' }] } },
        null,
      ]);
    });
    expect(statements).toHaveLength(4);
  });

  it('of a conflict names M6 as the one to settle it', async () => {
    expect(
      await level.data(
        '{ exigence(code: "A-G3:CRISE") { arbitre { code } } d: ecart(code: "D-01") { arbitre { code } } s: ecart(code: "S-01") { arbitre { code } } }',
      ),
    ).toEqual({
      exigence: { arbitre: { code: 'M6' } },
      d: { arbitre: { code: 'M6' } },
      s: { arbitre: null },
    });
  });
});

describe('search', () => {
  it('finds the same with or without accents and capitals', async () => {
    const [accented, plain] = await Promise.all([search('délai'), search('DELAI')]);
    expect(accented.totalCount).toBeGreaterThan(20);
    expect(plain).toEqual(accented);
    expect(accented.nodes.some(({ type, code }) => type === 'Standard' && code === 'A-P5')).toBe(true);
  });

  it.each([
    ['A-P11', 'Standard', 'A-P11'],
    ['a p11', 'Standard', 'A-P11'],
    ['A-P11:INFO_SOCIAL', 'Exigence', 'A-P11:INFO_SOCIAL'],
    ['06112', 'TerritoireClsc', '06112'],
    ['0611', 'ReseauLocal', '0611'],
    ['d-02', 'Ecart', 'D-02'],
    ['consult_psy', 'ServiceSocial', 'CONSULT_PSY'],
  ])('finds %s by its code first', async (texte, type, code) => {
    expect((await search(texte)).nodes[0]).toMatchObject({ type, code });
  });

  it('finds a territory by its name, a beginning of a word, another form of a word', async () => {
    expect((await search('Pierrefonds')).nodes).toContainEqual(
      expect.objectContaining({ type: 'TerritoireClsc', code: '06112' }),
    );
    expect((await search('navigat')).totalCount).toBeGreaterThan(0);
    expect((await search('les délais maximaux de la demande')).totalCount).toBeGreaterThan(0);
  });

  it('wants every word, and only the types asked', async () => {
    const { nodes } = await search('urgentes délai', 'types: ["Standard"]');
    expect(nodes.map(({ code }) => code)).toEqual(['A-P10']);
    expect((await search('délai xylophone')).totalCount).toBe(0);
  });

  it('pages without losing or repeating', async () => {
    const all = await search('urgence', 'first: 1000');
    const first = await search('urgence', 'first: 7');
    const rest = await search('urgence', `first: 1000, after: "${first.pageInfo.endCursor}"`);
    expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
    expect(all.nodes).toHaveLength(all.totalCount);
    expect(all.totalCount).toBeGreaterThan(7);
  });

  it('reads the entities of a page in one statement for each type', async () => {
    const query = `{ recherche(texte: "urgence", types: ["Standard", "Ecart"]) { nodes { code entite { __typename
      ... on Standard { enonce } ... on Ecart { titre } } } } }`;
    const statements = await level.statementsOf(async () => {
      const { recherche } = await level.data<{ recherche: { nodes: { entite: object | null }[] } }>(query);
      expect(recherche.nodes.every(({ entite }) => entite !== null)).toBe(true);
    });
    expect(statements).toHaveLength(3);
  });

  it('finds what governs: mandates, roles, figures, recommendations', async () => {
    expect((await search('navigateur')).nodes).toContainEqual(
      expect.objectContaining({ type: 'RoleClsc', code: 'NAVIGATEUR' }),
    );
    expect((await search('M6')).nodes[0]).toMatchObject({ type: 'Mandat', code: 'M6' });
    expect((await search('F1')).nodes[0]).toMatchObject({ type: 'Chiffre', code: 'F1' });
  });

  it.each(TYPES_TROUVABLES)('can show each %s it finds', async (type) => {
    const found = await level.data<{ recherche: { nodes: { entite: { __typename: string } | null }[] } }>(
      'query ($texte: String!, $types: [String!]) { recherche(texte: $texte, types: $types, first: 1000) { nodes { entite { __typename } } } }',
      { texte: WORDS[type] ?? 'service', types: [type] },
    );
    expect(found.recherche.nodes.length).toBeGreaterThan(0);
    expect(found.recherche.nodes.every(({ entite }) => entite?.__typename === type)).toBe(true);
  });

  it.each(['', '?!', 'x'.repeat(201)])('refuses %j', async (texte) => {
    const { errors } = await level.execute(
      'query ($texte: String!) { recherche(texte: $texte) { totalCount } }',
      {
        texte,
      },
    );
    expect(errors?.[0]?.extensions['code']).toBe('RECHERCHE_INVALIDE');
  });
});

/** A word that each type holds, where « service » is in none of its rows. */
const WORDS: Readonly<Record<string, string>> = {
  Chiffre: 'leviers',
  Principe: 'subsidiarité',
  Region: 'Montréal',
  ReseauLocal: 'RLS',
  ReseauTerritorial: 'Montréal',
  RoleClsc: 'navigateur',
  Ruisss: 'université',
  TerritoireClsc: 'Saint',
};

interface Service {
  code: string;
  nombreEnoncesFiche: number;
  comptes: { cellules: number; fixes: number; fixesLitteraux: number };
  exigences: object[];
}

interface Chain {
  territoireClsc: { imputabilite: { fixePar: { lecture: string } } | null };
}

interface EcartFound {
  exigences: { code: string }[];
  standards: { code: string }[];
}

interface Page<Node> {
  totalCount: number;
  nodes: Node[];
  pageInfo: { endCursor: string };
}

async function exigences(args: string): Promise<Page<{ code: string }>> {
  const query = `{ page: exigences(${args}) { totalCount nodes { code } pageInfo { endCursor } } }`;
  return (await level.data<{ page: Page<{ code: string }> }>(query)).page;
}

async function search(texte: string, args = ''): Promise<Page<{ type: string; code: string }>> {
  const query = `query ($texte: String!) { page: recherche(texte: $texte ${args}) {
    totalCount nodes { type code titre rang } pageInfo { endCursor } } }`;
  return (await level.data<{ page: Page<{ type: string; code: string }> }>(query, { texte })).page;
}

function sum<Row>(rows: readonly Row[], valueOf: (row: Row) => number): number {
  return rows.reduce((total, row) => total + valueOf(row), 0);
}

describe('the list of exigences', () => {
  interface Cellule {
    readonly statut: string;
    readonly service: { readonly code: string };
    readonly standard: { readonly attribut: string; readonly sousGroupe: string };
  }
  const KEYS: Readonly<Record<string, (one: Cellule) => string>> = {
    STATUT: ({ statut }) => statut,
    SERVICE: ({ service }) => service.code,
    ATTRIBUT: ({ standard }) => standard.attribut,
    SOUS_GROUPE: ({ standard }) => standard.sousGroupe,
  };

  it.each(['', '(filtre: { attribut: ACCESSIBILITE, avecSeuil: true })'])(
    'is counted as its rows say%s',
    async (filtre) => {
      const args = filtre === '' ? '(first: 1000)' : filtre.replace('(', '(first: 1000, ');
      const { exigences } = await level.data<{ exigences: { nodes: Cellule[] } }>(
        `{ exigences${args} { nodes { statut service { code } standard { attribut sousGroupe } } } }`,
      );
      for (const [par, keyOf] of Object.entries(KEYS)) {
        const statements = await level.statementsOf(async () => {
          const counted = await level.data<{
            exigences: { repartition: { cle: string; nombre: number; fictifs: number }[] };
          }>(`{ exigences${filtre} { repartition(par: ${par}) { cle nombre fictifs } } }`);
          const { repartition } = counted.exigences;
          expect(new Set(repartition.map(({ cle }) => cle)), par).toEqual(
            new Set(exigences.nodes.map(keyOf)),
          );
          for (const { cle, nombre, fictifs } of repartition) {
            expect(nombre, cle).toBe(exigences.nodes.filter((one) => keyOf(one) === cle).length);
            expect(fictifs).toBe(0);
          }
        });
        expect(statements, par).toHaveLength(1);
      }
    },
  );

  it('has its groups in the order of the documents, and says them in French', async () => {
    const { exigences } = await level.data<{
      exigences: {
        repartition: { libelle: string; dont: { cle: string; libelle: string; nombre: number }[] }[];
      };
    }>('{ exigences { repartition(par: SERVICE, puis: STATUT) { libelle dont { cle libelle nombre } } } }');
    expect(exigences.repartition.map(({ libelle }) => libelle)[0]).toBe(
      'Accueil, analyse, orientation et référence',
    );
    expect(exigences.repartition.map(({ dont }) => dont.find(({ cle }) => cle === 'FIXE')?.nombre)).toEqual([
      40, 35, 32, 42, 42, 43,
    ]);
    expect(exigences.repartition[0]?.dont[0]?.libelle).toBe('Fixée par le ministère');
  });
});
