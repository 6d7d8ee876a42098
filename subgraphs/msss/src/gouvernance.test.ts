import { type SubgraphUnderTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { msss } from './subgraph.ts';

let subgraph: SubgraphUnderTest;

beforeAll(async () => {
  subgraph = await openToRead(msss);
});

afterAll(() => subgraph.close());

interface Code {
  readonly code: string;
}

const codesOf = (list: readonly Code[]): string[] => list.map(({ code }) => code);

describe('roles and paliers', () => {
  it('says what the navigateur has, who defines it, who embodies it, and which article founds the gestionnaire', async () => {
    const { roleClsc, positionnementClsc } = await subgraph.data<{
      roleClsc: {
        leviers: Code[];
        responsabilites: Code[];
        definiPar: Code;
        incarnePar: Code;
        homonymie: object;
      };
      positionnementClsc: object;
    }>(`{
      roleClsc(code: NAVIGATEUR) {
        leviers { code } responsabilites { code } definiPar { code } incarnePar { code } homonymie { renvois { ... on Element { code } } }
      }
      positionnementClsc { baseLegale { loi articles } }
    }`);
    expect(codesOf(roleClsc.leviers)).toEqual(['NAV-L1', 'NAV-L2', 'NAV-L3']);
    expect(codesOf(roleClsc.responsabilites)).toHaveLength(10);
    expect([roleClsc.definiPar.code, roleClsc.incarnePar.code]).toEqual(['M2', 'E12']);
    expect(roleClsc.homonymie).toEqual({ renvois: [{ code: 'AS4' }] });
    expect(positionnementClsc).toEqual({ baseLegale: { loi: 'LGSSSS', articles: ['167'] } });
  });

  it('reads every list of the four roles in seven statements', async () => {
    const query = `{
      rolesClsc {
        enjeux { code ecarts { code } } leviers { code } responsabilites { code } effetsAttendus { code } limites { code }
        arrimages { code elements { code } circuit { enonce } baseLegale { articles } critere { valeur } seuil { valeurs } }
      }
    }`;
    const statements = await subgraph.statementsOf(() => subgraph.data(query));
    expect(statements.map((text) => /from "msss"\."(\w+)"/.exec(text)?.[1]).sort()).toEqual([
      'arrimage',
      'chiffre',
      'ecart_touche',
      'element',
      'element',
      'reference_legale',
      'role_clsc',
    ]);
  });

  it('puts a shared obligation under each palier, and says when the actor is inferred', async () => {
    const { paliers } = await subgraph.data<{
      paliers: {
        code: string;
        mandats: Code[];
        obligations: (Code & { partagee: boolean; acteurInfere: boolean })[];
      }[];
    }>('{ paliers { code mandats { code } obligations { code partagee acteurInfere } } }');
    expect(paliers.map(({ mandats }) => mandats.length)).toEqual([9, 7, 13]);
    const shared = paliers.map(({ obligations }) => codesOf(obligations.filter(({ partagee }) => partagee)));
    expect(shared).toEqual([['X-CO1'], ['X-CO1', 'X-CO2'], ['X-CO2']]);
    const inferred = new Set(
      paliers.flatMap(({ obligations }) => codesOf(obligations.filter(({ acteurInfere }) => acteurInfere))),
    );
    expect([...inferred].sort()).toEqual(['X-CO2', 'X-ET7', 'X-ET8']);
  });

  it('keeps recommendations out of the mandates', async () => {
    const { mandats, recommandations, modificationsRecommandees } = await subgraph.data<{
      mandats: (Code & { provenance: { document: Code } })[];
      recommandations: { statut: string }[];
      modificationsRecommandees: { statut: string }[];
    }>(`{
      mandats { code provenance { document { code } } }
      recommandations { statut }
      modificationsRecommandees { statut }
    }`);
    expect(mandats).toHaveLength(29);
    expect(new Set(mandats.map(({ provenance }) => provenance.document.code))).toEqual(new Set(['004']));
    expect([recommandations.length, modificationsRecommandees.length]).toEqual([44, 37]);
    const statuts = new Set([...recommandations, ...modificationsRecommandees].map(({ statut }) => statut));
    expect([...statuts]).toEqual(['RECOMMANDATION']);
  });

  it('gives the circuit of the CIETOC in order, with its article and the écart on who ratifies', async () => {
    const { arrimage } = await subgraph.data<{
      arrimage: { circuit: { enonce: string }[]; baseLegale: { articles: string[] }; ecarts: Code[] };
    }>('{ arrimage(code: "ARR-CIETOC") { circuit { enonce } baseLegale { articles } ecarts { code } } }');
    expect(arrimage.circuit.map(({ enonce }) => enonce)).toEqual([
      expect.stringMatching(/^le CIETOC doit, entre autres, formuler des recommandations/),
      expect.stringMatching(/l’établissement entérine les recommandations/),
      expect.stringMatching(/^le CLSC a un rôle clé à tenir pour que les recommandations/),
    ]);
    expect(arrimage.baseLegale.articles).toEqual(['189']);
    expect(codesOf(arrimage.ecarts)).toEqual(['G-08']);
  });
});

describe('what the texts say, as they say it', () => {
  interface Said {
    readonly enonce: string;
    readonly provenance: { readonly origine: string; readonly lignes: string; readonly note: string | null };
  }

  const read = async (code: string): Promise<Said> => {
    const { element } = await subgraph.data<{ element: Said }>(
      `{ element(code: "${code}") { enonce provenance { origine lignes note } } }`,
    );
    return element;
  };

  it.each([
    ['O1-R2', /peut se répercuter/],
    ['O1-R3', /peuvent/],
    ['O1-R4', /peut avoir d’importants effets/],
    ['LEAD-E1', /ne favorise pas/],
    ['LEAD-E4', /il y a avantage à/],
    ['NAV-R8', /doit/],
    ['POS-DESIGNATION', /doit être désigné/],
    ['POS-X2', /ne doit jamais/],
    ['ARR-PS-1', /doivent/],
    ['ARR-DTMF-3', /possible/],
    ['ARR-SP-2', /peut apporter/],
    ['COA-R1', /devoir/],
    ['ME4', /devra/],
  ])('keeps in %s what may be, must be or is not', async (code, modality) => {
    expect((await read(code)).enonce).toMatch(modality);
  });

  it.each([
    ['PT5-SQ-2', /dans le déploiement/],
    ['PT2-SQ-1', /^favoriser/],
    ['PT3-ET-3', /^soutenir l’émergence/],
    ['PT4-SQ-2', /^favoriser/],
  ])('recommends in %s no more than the text does', async (code, words) => {
    const { recommandation } = await subgraph.data<{ recommandation: Said }>(
      `{ recommandation(code: "${code}") { enonce } }`,
    );
    expect(recommandation.enonce).toMatch(words);
  });

  it('recommends a framework that must be built together, and a need or a reinforcement where the text says so', async () => {
    const { modificationsRecommandees } = await subgraph.data<{
      modificationsRecommandees: (Code & Said)[];
    }>('{ modificationsRecommandees { code enonce } }');
    const said = new Map(modificationsRecommandees.map(({ code, enonce }) => [code, enonce]));
    expect(said.get('A5-M1')).toMatch(/doit être coconstruit/);
    expect(said.get('A4-I3')).toMatch(/nécessité/);
    expect(said.get('A5-I1')).toMatch(/renforcer/);
  });

  it.each([
    ['NAV-R1', 'L1099-1100'],
    ['NAV-R9', 'L1166-1168, L1207-1209'],
    ['ARR-CIETOC-CIRCUIT-1', 'L1496-1499'],
    ['ARR-CIETOC-CIRCUIT-2', 'L1501-1504'],
    ['POS-X2', 'L927-928'],
  ])('cites for %s the lines that say it, and no others', async (code, lignes) => {
    expect((await read(code)).provenance.lignes).toBe(lignes);
  });

  it('cites the lines of the canevas beside those of the coordination', async () => {
    const { chainesReddition } = await subgraph.data<{
      chainesReddition: { maillons: (Code & Said)[] }[];
    }>('{ chainesReddition { maillons { code provenance { lignes note } } } }');
    const maillons = chainesReddition.flatMap((chain) => chain.maillons);
    expect(maillons.find(({ code }) => code === 'REDD-004-2')?.provenance).toEqual({
      lignes: 'L1802, L1804-1805, L1813-1814',
      note: 'canevas : L1804-1805 ; coordination : L1813-1814',
    });
  });

  it('cites the lines where the CLSC is a door to the other services', async () => {
    const { referenceLegale } = await subgraph.data<{ referenceLegale: Said }>(
      '{ referenceLegale(code: "RL3") { provenance { note } } }',
    );
    expect(referenceLegale.provenance.note).toContain('L1033-1035');
  });

  it.each(['NAV-HOMONYME', 'RA2-MODALITES', 'PREV-PILOTE'])('says that %s is inferred', async (code) => {
    const { provenance } = await read(code);
    expect(provenance.origine).toBe('INFERENCE');
    expect(provenance.note).toBeTruthy();
  });

  it('says that the first deliverable was published is inferred, unlike what the text calls to come', async () => {
    const { livrables } = await subgraph.data<{ livrables: (Code & Said)[] }>(
      '{ livrables { code provenance { origine note } } }',
    );
    expect(livrables.map(({ code, provenance }) => [code, provenance.origine])).toEqual([
      ['LIV1', 'INFERENCE'],
      ['LIV2', 'TEXTE'],
      ['LIV3', 'TEXTE'],
    ]);
    expect(livrables[0]?.provenance.note).toMatch(/titre et date écrits ; « publié » est une inférence/);
  });

  it('puts the arrimages under the palier and the mandates that name the same partners', async () => {
    const { arrimages } = await subgraph.data<{
      arrimages: (Code & { palier: Code | null; mandats: Code[] })[];
    }>('{ arrimages { code palier { code } mandats { code } } }');
    const linked = arrimages.map(({ code, palier, mandats }) => [code, palier?.code, codesOf(mandats)]);
    expect(linked.filter(([, palier, mandats]) => palier !== undefined || mandats?.length)).toEqual([
      ['ARR-PS', 'ETABLISSEMENT', ['E3']],
      ['ARR-SSPPCC', undefined, ['E5', 'E6']],
      ['ARR-CIETOC', 'ETABLISSEMENT', []],
    ]);
  });
});

describe('what the texts leave unsaid', () => {
  it('attributes no decision on a change of territory, and invents no content of a request', async () => {
    const { regles } = await subgraph.data<{
      regles: Record<string, { nonDit: boolean; precisions: string[] }> & { ecarts: Code[] };
    }>(`{
      regles: reglesModificationTerritoire {
        contenu { nonDit precisions } decide { nonDit precisions } initie { nonDit precisions }
        decoupages { nonDit precisions } impacts { nonDit precisions } ecarts { code }
      }
    }`);
    expect([regles['contenu']?.nonDit, regles['decide']?.nonDit, regles['initie']?.nonDit]).toEqual([
      true,
      true,
      false,
    ]);
    expect(regles['decoupages']?.precisions).toEqual(['RLS', 'RTS', 'RSS', 'RUISSS']);
    expect(regles['impacts']?.precisions).toHaveLength(4);
    expect(codesOf(regles.ecarts)).toContain('G-14');
  });

  it('says that the modalities for a person without a fixed address are not given', async () => {
    const { element } = await subgraph.data<{ element: object }>(
      '{ element(code: "RA2") { elements { code nonDit } } }',
    );
    expect(element).toEqual({ elements: [{ code: 'RA2-MODALITES', nonDit: true }] });
  });

  it('gives as an inference who pilots the prevention strategy', async () => {
    const { niveauxPrevention } = await subgraph.data<{
      niveauxPrevention: { nom: string; strategie: object }[];
    }>('{ niveauxPrevention { nom strategie { code pilote { provenance { origine } } } } }');
    expect(niveauxPrevention.map(({ nom }) => nom)).toEqual([
      'promotion de la santé',
      'prévention primaire',
      'prévention secondaire',
      'prévention tertiaire',
      'prévention quaternaire',
    ]);
    expect(niveauxPrevention[0]?.strategie).toEqual({
      code: 'PL5',
      pilote: { provenance: { origine: 'INFERENCE' } },
    });
  });

  it('keeps both chains of accountability, and says why it retains one', async () => {
    const { chainesReddition } = await subgraph.data<{ chainesReddition: unknown }>(`{
      chainesReddition {
        provenance { document { code statut } }
        maillons { acteur mandats { code } }
        conditions { code }
        retenue { provenance { origine } }
        ecarts { code }
      }
    }`);
    expect(chainesReddition).toEqual([
      {
        provenance: { document: { code: '000', statut: 'HISTORIQUE' } },
        maillons: [
          { acteur: 'CISSS et CIUSSS', mandats: [] },
          { acteur: 'MSSS', mandats: [] },
        ],
        conditions: [],
        retenue: null,
        ecarts: [{ code: 'X-05' }],
      },
      {
        provenance: { document: { code: '004', statut: 'EN_VIGUEUR' } },
        maillons: [
          { acteur: 'établissement territorial', mandats: [{ code: 'E11' }] },
          { acteur: 'Santé Québec', mandats: [{ code: 'S4' }, { code: 'S1' }] },
          { acteur: 'MSSS', mandats: [{ code: 'M6' }] },
        ],
        conditions: [{ code: 'CS1-3' }],
        retenue: { provenance: { origine: 'INFERENCE' } },
        ecarts: [{ code: 'X-05' }],
      },
    ]);
  });
});

describe('figures', () => {
  it('shows the figure of the text beside what the official tables count', async () => {
    const { chiffres } = await subgraph.data<{
      chiffres: (Code & {
        valeur: number | null;
        valeurTable: { valeur: number; concorde: boolean } | null;
      })[];
    }>('{ chiffres(document: "004") { code valeur valeurTable { valeur concorde } } }');
    expect(chiffres).toHaveLength(28);
    expect(chiffres.slice(0, 5)).toEqual([
      { code: 'F1', valeur: 166, valeurTable: { valeur: 166, concorde: true } },
      { code: 'F2', valeur: 93, valeurTable: { valeur: 93, concorde: true } },
      { code: 'F3', valeur: 46, valeurTable: { valeur: 36, concorde: false } },
      { code: 'F4', valeur: 57, valeurTable: { valeur: 57, concorde: true } },
      { code: 'F5', valeur: 51266, valeurTable: null },
    ]);
  });

  it('ties the 46 of the text to the écart that reports it', async () => {
    const { chiffre } = await subgraph.data<{ chiffre: object }>(
      '{ chiffre(code: "F3") { ecarts { code } } }',
    );
    expect(chiffre).toEqual({ ecarts: [{ code: 'G-01' }] });
  });
});

describe('lists narrowed by their arguments', () => {
  it('finds the articles that 004 cites, and what each founds', async () => {
    const { referencesLegales } = await subgraph.data<{ referencesLegales: (Code & { concerne: string })[] }>(
      '{ referencesLegales(article: "22", loi: "LGSSSS") { code concerne } }',
    );
    expect(referencesLegales).toEqual([
      { code: 'RL1', concerne: 'MSSS' },
      { code: 'RL8', concerne: 'MSSS' },
    ]);
  });

  it('ties the articles of the LSSSS to the standards that name them', async () => {
    const { referenceLegale } = await subgraph.data<{ referenceLegale: { standards: Code[] } }>(
      '{ referenceLegale(code: "RL17") { standards { code } } }',
    );
    expect(codesOf(referenceLegale.standards)).toEqual(['C-C1', 'C-C2']);
  });

  it('gives the six priorities of the partnership, palier by palier', async () => {
    const { recommandations } = await subgraph.data<{
      recommandations: (Code & { palier: Code; conditionsDeSucces: Code[] })[];
    }>('{ recommandations(prioritaires: true) { code palier { code } conditionsDeSucces { code } } }');
    expect(codesOf(recommandations)).toEqual([
      'PT1-MSSS-3',
      'PT1-SQ-1',
      'PT2-ET-1',
      'PT3-SQ-1',
      'PT4-SQ-1',
      'PT5-MSSS-1',
    ]);
    expect(recommandations.map(({ conditionsDeSucces }) => conditionsDeSucces.length)).toEqual([
      3, 3, 3, 2, 3, 4,
    ]);
  });

  it('gives the modifications of an axis, and the orientations it is inferred they touch', async () => {
    const { axe3, inclure } = await subgraph.data<{
      axe3: (Code & { orientationsTouchees: Code[]; provenanceOrientations: object })[];
      inclure: Code[];
    }>(`{
      axe3: modificationsRecommandees(axe: "AXE3") {
        code orientationsTouchees { code } provenanceOrientations { origine }
      }
      inclure: modificationsRecommandees(type: INCLURE) { code }
    }`);
    expect(codesOf(axe3)).toEqual(['A3-P1', 'A3-P2', 'A3-M1', 'A3-M2', 'A3-I1']);
    expect(axe3[0]?.orientationsTouchees).toEqual([{ code: '3.1' }]);
    expect(axe3[0]?.provenanceOrientations).toEqual({ origine: 'INFERENCE' });
    expect(inclure).toHaveLength(14);
  });

  it('gives the terms of the lexicon apart from the other definitions', async () => {
    const { tous, lexique } = await subgraph.data<{ tous: Code[]; lexique: Code[] }>(
      '{ tous: lexique { code } lexique(nature: LEXIQUE) { code } }',
    );
    expect([tous.length, lexique.length]).toEqual([23, 11]);
  });
});

describe('what stands alone', () => {
  it('answers each root of the smaller facts', async () => {
    const answer = await subgraph.data<Record<string, unknown>>(`{
      conditionsDeSucces { code titre conditions { code } }
      suiviMiseEnOeuvre {
        delegant { enonce } delegataire { enonce } coordonne { enonce } execute { enonce } baseLegale { articles } etapes { code }
      }
      positionnementClsc { logiques { code } fonctionsGestionnaire { code } limites { code } }
      servicesCommunautairesLocaux {
        groupes { baseLegale { articles } } exemples { precisions } autresEnsembles { precisions }
      }
      liensPersonne { lien cible }
      livrables { rang date etat }
      documentsCites { code }
      domainesPartenariat { code recommandations { code } }
      constatsPartenariat { code }
      realisationsPartenariat { code }
      demarcheConsultation { elements { code } chiffres { code } participants { code valeur } }
      axesPolitique { code orientations { code } modifications { code } }
    }`);
    expect(answer['conditionsDeSucces']).toMatchObject([
      { code: 'CS1', conditions: { length: 5 } },
      { code: 'CS2', conditions: { length: 5 } },
    ]);
    expect(answer['suiviMiseEnOeuvre']).toMatchObject({
      delegant: { enonce: 'ministre de la Santé' },
      coordonne: { enonce: 'Santé Québec' },
      execute: { enonce: 'établissements territoriaux' },
      baseLegale: { articles: ['22'] },
      etapes: { length: 6 },
    });
    expect(answer['positionnementClsc']).toMatchObject({
      logiques: { length: 3 },
      fonctionsGestionnaire: { length: 4 },
      limites: { length: 2 },
    });
    expect(answer['servicesCommunautairesLocaux']).toMatchObject({
      groupes: [{ baseLegale: { articles: ['4'] } }, { baseLegale: { articles: ['4'] } }],
      exemples: { precisions: { length: 9 } },
      autresEnsembles: { precisions: { length: 4 } },
    });
    expect(answer['liensPersonne']).toMatchObject([
      { lien: 'rattachement', cible: 'territoire de CLSC' },
      { lien: 'affiliation' },
      { lien: 'association' },
    ]);
    expect(answer['livrables']).toMatchObject([{ rang: 1 }, { rang: 2 }, { rang: 3, etat: 'non publié' }]);
    expect(answer['documentsCites']).toHaveLength(60);
    expect(answer['domainesPartenariat']).toHaveLength(5);
    expect(answer['constatsPartenariat']).toHaveLength(7);
    expect(answer['realisationsPartenariat']).toHaveLength(5);
    expect(answer['axesPolitique']).toHaveLength(5);
    expect(answer['demarcheConsultation']).toMatchObject({
      chiffres: { length: 8 },
      participants: { 0: { code: 'CH1-PARTICIPANTS', valeur: 91 } },
    });
  });
});

describe('the plan of document 000', () => {
  it('says who does what, with which funds, by when, and how it accounts', async () => {
    const { securisationCulturelle: plan } = await subgraph.data<{
      securisationCulturelle: {
        statut: string;
        uniteMinistere: { elements: Code[] };
        responsableEtablissement: { elements: Code[] };
        actions: { enonce: string }[];
        financement: object[];
        reddition: object;
      };
    }>(`{
      securisationCulturelle {
        statut
        uniteMinistere { elements { code } }
        responsableEtablissement { elements { code } }
        actions { enonce }
        financement { valeur unite echeance }
        reddition { precisions provenance { lignes } }
      }
    }`);
    expect(plan.statut).toBe('HISTORIQUE');
    expect(codesOf(plan.uniteMinistere.elements)).toEqual(['SA-M1', 'SA-M2', 'SA-M3']);
    expect(codesOf(plan.responsableEtablissement.elements)).toEqual(['SA-E1', 'SA-E2', 'SA-E3']);
    expect(plan.actions.map(({ enonce }) => enonce)).toEqual([
      'Formation',
      'Accompagnement des établissements',
      'Agents de liaison',
      'Navigateurs de services',
      'Régime d’examen des plaintes',
    ]);
    expect(plan.financement).toEqual([{ valeur: 15_000_000, unite: 'CAD', echeance: '2025' }]);
    expect(plan.reddition).toEqual({ precisions: ['annuelle'], provenance: { lignes: 'L278' } });
  });
});

describe('references and faults', () => {
  const ENTITIES = [
    ['Arrimage', 'ARR-GU'],
    ['AxePolitique', 'AXE3'],
    ['Chiffre', 'F3'],
    ['DomainePartenariat', 'SOINS'],
    ['Element', 'NAV-R1'],
    ['Mandat', 'S4'],
    ['ModificationRecommandee', 'A5-I3'],
    ['OrientationMinisterielle', 'O1'],
    ['OrientationPolitique', '3.1'],
    ['Palier', 'ETABLISSEMENT'],
    ['Politique', 'PL5'],
    ['Principe', 'P2'],
    ['Recommandation', 'PT1-SQ-1'],
    ['ReferenceLegale', 'RL5'],
    ['RoleClsc', 'COANIMATEUR'],
  ] as const;

  it.each(ENTITIES)('finds %s again from its key, many in one statement', async (type, code) => {
    const representations = [code, 'INCONNU', code].map((one) => ({ __typename: type, code: one }));
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on ${type} { code } }
    }`;
    let entities: unknown;
    const statements = await subgraph.statementsOf(async () => {
      entities = (await subgraph.data<{ _entities: unknown }>(query, { representations }))._entities;
    });
    expect(entities).toEqual([{ code }, null, { code }]);
    expect(statements).toHaveLength(1);
  });

  it.each([
    'mandat(code: "S9")',
    'arrimage(code: "ARR-RIEN")',
    'element(code: "NAV-R99")',
    'chiffre(code: "F99")',
    'politique(code: "PL9")',
    'axePolitique(code: "AXE9")',
    'referenceLegale(code: "RL99")',
    'recommandation(code: "PT9-SQ-9")',
    'orientation(code: "O9")',
    'principe(code: "P9")',
  ])('answers null to the unknown code of %s', async (field) => {
    expect(await subgraph.data(`{ trouve: ${field} { code } }`)).toEqual({ trouve: null });
  });

  it.each([
    'mandat(code: "4")',
    'arrimage(code: "cietoc")',
    'element(code: "nav r1")',
    'chiffre(code: "trois")',
    'chiffres(document: "4")',
    'politique(code: "1")',
    'axePolitique(code: "3")',
    'modificationsRecommandees(axe: "3")',
    'referenceLegale(code: "167")',
    'recommandation(code: "PT1")',
    'orientation(code: "1")',
    'principe(code: "P12")',
  ])('refuses the malformed code of %s with a French error', async (field) => {
    const { errors } = await subgraph.execute(`{ trouve: ${field} { code } }`);
    expect(errors?.[0]?.extensions['code']).toBe('CODE_INVALIDE');
    expect(errors?.[0]?.message).toMatch(/^Le code n’a pas la forme attendue\. Attendu : /);
  });
});
