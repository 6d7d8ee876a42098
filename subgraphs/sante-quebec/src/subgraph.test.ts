import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { santeQuebec } from './subgraph.ts';

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(santeQuebec);
});
afterAll(() => level.close());

interface Codes {
  readonly code: string;
}

const ENTITIES = (selection: string): string =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;

async function entities<Entity>(selection: string, of: readonly object[]): Promise<Entity[]> {
  return (await level.data<{ _entities: Entity[] }>(ENTITIES(selection), { of }))._entities;
}

async function territoireCodes(): Promise<string[]> {
  const { etablissements } = await level.data<{ etablissements: { territoires: Codes[] }[] }>(
    '{ etablissements { territoires { code } } }',
  );
  return etablissements.flatMap(({ territoires }) => territoires.map(({ code }) => code));
}

describe('the établissements', () => {
  it('are 52, of four kinds', async () => {
    const { etablissements } = await level.data<{ etablissements: { categorie: string }[] }>(
      '{ etablissements { categorie } }',
    );
    const count = (kind: string) => etablissements.filter(({ categorie }) => categorie === kind).length;
    expect(etablissements).toHaveLength(52);
    expect(count('ETABLISSEMENT_TERRITORIAL')).toBe(23);
    expect(count('AUTRE_QUE_TERRITORIAL')).toBe(7);
    expect(count('REGROUPE')).toBe(17);
    expect(count('HORS_SANTE_QUEBEC_NORDIQUE')).toBe(5);
  });

  it('say that whether they belong to Santé Québec was never verified', async () => {
    const { etablissements } = await level.data<{
      etablissements: { code: string; santeQuebec: boolean; provenanceSanteQuebec: { confiance: string } }[];
    }>('{ etablissements { code santeQuebec provenanceSanteQuebec { confiance } } }');
    expect(etablissements.filter(({ santeQuebec: belongs }) => belongs)).toHaveLength(47);
    const sure = etablissements.filter(
      (one) => one.provenanceSanteQuebec.confiance !== 'de mémoire, non vérifié',
    );
    expect(sure.map(({ code }) => code)).toEqual(['RRSSSN']);
  });

  it('show where one stands, what it leads, what it is tied to, and the credit of the table', async () => {
    const { ciusss, regroupe } = await level.data<Record<string, object>>(`{
      ciusss: etablissement(code: "11045168") {
        abrege type siege siegeTerritoire { code } region { code } reseauxTerritoriaux { code }
        territoires { code } rattacheA { code } provenance { origine note } }
      regroupe: etablissement(code: "11084464") {
        rattacheA { code abrege } provenanceRattachement { confiance note } territoires { code } }
    }`);
    expect(ciusss).toEqual({
      abrege: "CIUSSS de l'Ouest-de-l'Île-de-Montréal",
      type: 'CIUSSS',
      siege: 'Pointe-Claire',
      siegeTerritoire: { code: '06111' },
      region: { code: '06' },
      reseauxTerritoriaux: [{ code: '061' }],
      territoires: ['06111', '06112', '06113', '06121', '06122'].map((code) => ({ code })),
      rattacheA: null,
      provenance: { origine: 'TABLE_OFFICIELLE', note: expect.stringContaining('Données Québec, CC BY 4.0') },
    });
    expect(regroupe).toMatchObject({
      rattacheA: { code: '11045168' },
      provenanceRattachement: { confiance: 'de mémoire, non vérifié' },
      territoires: [],
    });
  });

  it('answer for the 166 territories, each for one établissement alone, by inference', async () => {
    const codes = await territoireCodes();
    expect(codes).toHaveLength(166);
    expect(new Set(codes).size).toBe(166);
    const found = await entities<{ provenanceEtablissement: { origine: string; note: string } }>(
      '... on TerritoireClsc { provenanceEtablissement { origine note } }',
      codes.map((code) => ({ __typename: 'TerritoireClsc', code })),
    );
    expect(
      found.every(({ provenanceEtablissement }) => provenanceEtablissement.origine === 'INFERENCE'),
    ).toBe(true);
  });

  it('keep the territory of Kawawachikamach under the lead of its RTS, and say who serves it', async () => {
    const [territoire] = await entities<object>(
      '... on TerritoireClsc { etablissement { abrege } provenanceEtablissement { note } }',
      [{ __typename: 'TerritoireClsc', code: '09171' }],
    );
    expect(territoire).toEqual({
      etablissement: { abrege: 'CISSS de la Côte-Nord' },
      provenanceEtablissement: { note: expect.stringContaining('CLSC Naskapi') },
    });
  });

  it('lead the same RTS that their territories name', async () => {
    const rts = ['011', '064', '100', '112', '170', '180'];
    const found = await entities<{ etablissement: Codes }>(
      '... on ReseauTerritorial { etablissement { code } }',
      [
        ...rts.map((code) => ({ __typename: 'ReseauTerritorial', code })),
        { __typename: 'ReseauTerritorial', code: '999' },
      ],
    );
    expect(found.map(({ etablissement }) => etablissement?.code ?? null)).toEqual([
      '11045119',
      '11045192',
      '11042686',
      '11044088',
      'RRSSSN',
      '16258899',
      null,
    ]);
  });

  it('are null when unknown, and refused in French when malformed', async () => {
    expect(await level.data('{ etablissement(code: "99999999") { nom } }')).toEqual({ etablissement: null });
    const { errors } = await level.execute('{ etablissement(code: "CISSS") { nom } }');
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('huit chiffres'),
      extensions: { code: 'CODE_INVALIDE' },
    });
  });

  it('of all territories are read in two statements, whatever their number', async () => {
    const of = (await territoireCodes()).map((code) => ({ __typename: 'TerritoireClsc', code }));
    const statements = await level.statementsOf(() =>
      entities('... on TerritoireClsc { etablissement { nom } }', of),
    );
    expect(statements).toHaveLength(2);
  });
});

describe('the indicateurs', () => {
  interface Listed {
    readonly indicateurs: readonly {
      code: string;
      exigences: Codes[];
      provenance: { origine: string; lignes: string };
      regle: string;
    }[];
    readonly indicateursRefuses: readonly {
      standard: Codes;
      raison: string;
      exigences: Codes[];
      motif: string;
      provenance: { origine: string; lignes: string };
    }[];
  }
  const LIST = `{
    indicateurs { code exigences { code } regle provenance { origine lignes } }
    indicateursRefuses { standard { code } raison motif exigences { code } provenance { origine lignes } } }`;

  it('are nine, put fourteen exigences to work, and are all inferred', async () => {
    const { indicateurs } = await level.data<Listed>(LIST);
    expect(indicateurs.map(({ code }) => code)).toEqual(
      ['A-G7', 'A-P10', 'A-P11', 'A-P5', 'A-P6', 'A-P7', 'A-P8', 'A-P9', 'F-A1'].map((code) => `I-${code}`),
    );
    expect(indicateurs.flatMap(({ exigences }) => exigences)).toHaveLength(14);
    expect(indicateurs.every(({ provenance }) => provenance.origine === 'INFERENCE')).toBe(true);
    const RANGES = /^L\d+(-\d+)?(, L\d+(-\d+)?)*$/;
    expect(indicateurs.every(({ provenance }) => RANGES.test(provenance.lignes))).toBe(true);
  });

  it('and the standards refused are the 67 of document 003', async () => {
    const { indicateurs, indicateursRefuses } = await level.data<Listed>(LIST);
    const kept = indicateurs.map(({ code }) => code.slice(2));
    const refused = indicateursRefuses.map(({ standard }) => standard.code);
    expect(new Set([...kept, ...refused]).size).toBe(67);
    expect(kept.filter((code) => refused.includes(code))).toEqual(['A-P10']);
  });

  it('never name a quality row: the 18 of Annexe II are refused by the text, those of the fiches by inference', async () => {
    const { indicateurs, indicateursRefuses } = await level.data<Listed>(LIST);
    const quality = indicateursRefuses.filter(({ raison }) => raison === 'QUALITE');
    const origines = (origine: string) => quality.filter(({ provenance }) => provenance.origine === origine);
    expect(origines('TEXTE')).toHaveLength(18);
    expect(origines('INFERENCE').map(({ standard }) => standard.code)).toEqual(['F-Q1', 'F-Q2', 'F-Q3']);
    for (const { standard, provenance } of quality) {
      // The warning stands above each page of the table: that of Q-O1 to Q-O5 has its own.
      const lignes = standard.code.startsWith('Q-O') ? 'L2514-2520' : 'L2394-2400';
      expect(provenance.lignes, standard.code).toBe(lignes);
    }
    expect(indicateurs.some(({ code }) => /^I-(Q|F-Q)/.test(code))).toBe(false);
  });

  it('leave out what must be immediate, and say so for those services alone', async () => {
    const { indicateursRefuses } = await level.data<Listed>(LIST);
    expect(indicateursRefuses.find(({ standard }) => standard.code === 'A-P10')).toMatchObject({
      raison: 'SEUIL_NON_NUMERIQUE',
      motif: expect.stringContaining('immédiat'),
      exigences: [{ code: 'A-P10:CRISE' }, { code: 'A-P10:SECURITE_CIVILE' }],
    });
  });

  it('say their rule, unit, direction, frequency and volets', async () => {
    const data = await level.data(`{
      hours: indicateur(code: "I-A-G7") { unite direction frequence volets exigences { code } }
      calls: indicateur(code: "I-A-P11") { unite direction frequence volets regle }
      days: indicateur(code: "I-F-A1") { frequence exigences { code } }
      unknown: indicateur(code: "I-A-P99") { nom } }`);
    expect(data).toEqual({
      hours: {
        unite: 'h/sem',
        direction: 'PLUS_HAUT_MIEUX',
        frequence: 'PERIODE_FINANCIERE',
        volets: ['en personne', 'par téléphone'],
        exigences: [{ code: 'A-G7:AAOR' }],
      },
      calls: {
        unite: 'min',
        direction: 'PLUS_BAS_MIEUX',
        frequence: 'PERIODE_FINANCIERE',
        volets: [],
        regle: expect.stringContaining('90e centile'),
      },
      days: { frequence: 'EXERCICE', exigences: [{ code: 'F-A1:CRISE' }, { code: 'F-A1:INFO_SOCIAL' }] },
      unknown: null,
    });
  });

  it('are found from their exigence in one statement', async () => {
    const of = ['A-P8:CONSULT_PSY', 'A-P10:CRISE', 'A-G7:AAOR'].map((code) => ({
      __typename: 'Exigence',
      code,
    }));
    let found: unknown;
    const statements = await level.statementsOf(async () => {
      found = await entities('... on Exigence { indicateur { code } }', of);
    });
    expect(found).toEqual([
      { indicateur: { code: 'I-A-P8' } },
      { indicateur: null },
      { indicateur: { code: 'I-A-G7' } },
    ]);
    expect(statements).toHaveLength(1);
  });
});

describe('what no document gives', () => {
  it('is said missing, with the level and the mandate that owe it', async () => {
    const owed = 'motif doitRepondre { code } mandat { code }';
    const data = await level.data<Record<string, unknown>>(`{
      campagnes { totalCount nodes { code } absence { ${owed} } }
      canevas { totalCount nodes { code } absence { ${owed} } }
      outils { code mandat { code } absence { ${owed} } provenance { origine lignes } }
      leviersNationaux { code absence { ${owed} } provenance { lignes } }
      mecanismeAppartenance { proposition echeancier obligation { code } absence { ${owed} } provenance { lignes } }
    }`);
    const absence = (mandat: string | null) => ({
      motif: expect.any(String),
      doitRepondre: { code: 'SANTE_QUEBEC' },
      mandat: mandat && { code: mandat },
    });
    expect(data['campagnes']).toEqual({ totalCount: 0, nodes: [], absence: absence('S4') });
    expect(data['canevas']).toEqual({ totalCount: 0, nodes: [], absence: absence('S1') });
    expect(data['outils']).toEqual(
      ['MODELES_ORGANISATIONNELS', 'CANEVAS_REDDITION', 'OUTILS_GESTION'].map((code) => ({
        code,
        mandat: { code: 'S1' },
        absence: absence('S1'),
        provenance: { origine: 'TEXTE', lignes: 'L1804-1805' },
      })),
    );
    expect(data['leviersNationaux']).toEqual(
      ['RESSOURCES_HUMAINES', 'SYSTEMES_INFORMATION', 'FINANCEMENT_CIBLE'].map((code) => ({
        code,
        absence: absence('S3'),
        provenance: { lignes: 'L1810-1811' },
      })),
    );
    expect(data['mecanismeAppartenance']).toEqual({
      proposition: null,
      echeancier: null,
      obligation: { code: 'X-SQ2' },
      absence: absence(null),
      provenance: { lignes: 'L1055-1057' },
    });
  });

  it('is said on the redditions, constats and demandes of the établissements', async () => {
    const found = await entities<Record<string, { absence: { motif: string; mandat: Codes | null } }>>(
      `... on Reddition { examen { statut motifs absence { motif mandat { code } } } }
       ... on Constat { suite { decision reponse absence { motif mandat { code } } } }
       ... on DemandeModification { analyse { conclusion absence { motif mandat { code } } } }`,
      [
        { __typename: 'Reddition', id: '1', soumiseLe: '2025-06-01T12:00:00.000Z' },
        { __typename: 'Constat', id: '1', etat: 'TRANSMIS_SANTE_QUEBEC' },
        { __typename: 'DemandeModification', id: '1' },
      ],
    );
    expect(found).toEqual([
      {
        examen: { statut: null, motifs: [], absence: { motif: expect.any(String), mandat: { code: 'S4' } } },
      },
      {
        suite: {
          decision: null,
          reponse: null,
          absence: { motif: expect.any(String), mandat: { code: 'S5' } },
        },
      },
      { analyse: { conclusion: null, absence: { motif: expect.stringContaining('G-14'), mandat: null } } },
    ]);
  });

  it('leaves the chain of accountability with a mandate, a canevas missing and its établissement', async () => {
    const [asked, quality] = await entities<object>(
      `... on Imputabilite {
        etablissement { code }
        coordonnePar {
          palier { code } mandat { code } outil { code } indicateur { code } canevas { code } campagne { code }
          absence { mandat { code } doitRepondre { code } } provenance { origine lignes } lien { origine } } }`,
      [
        { __typename: 'Imputabilite', territoire: '06112', exigence: 'A-P5:AAOR', motifSansCompte: null },
        {
          __typename: 'Imputabilite',
          territoire: '06112',
          exigence: 'Q-P1:AAOR',
          motifSansCompte: 'Qualité.',
        },
      ],
    );
    const chain = {
      palier: { code: 'SANTE_QUEBEC' },
      mandat: { code: 'S4' },
      outil: { code: 'S1' },
      canevas: null,
      campagne: null,
      provenance: { origine: 'TEXTE', lignes: 'L1813-1814' },
      lien: { origine: 'INFERENCE' },
    };
    expect(asked).toEqual({
      etablissement: { code: '11045168' },
      coordonnePar: {
        ...chain,
        indicateur: { code: 'I-A-P5' },
        absence: { mandat: { code: 'S4' }, doitRepondre: { code: 'SANTE_QUEBEC' } },
      },
    });
    expect(quality).toMatchObject({
      coordonnePar: {
        palier: null,
        mandat: null,
        outil: null,
        indicateur: null,
        absence: { mandat: null, doitRepondre: null },
        provenance: { origine: 'INFERENCE' },
      },
    });
  });
});

describe('a verdict', () => {
  const seuil = {
    comparateur: 'INFERIEUR',
    valeur: 4,
    unite: 'min',
    part: 90,
    texte: '90 % en moins de 4 min',
  };
  const mesure = {
    __typename: 'Mesure',
    id: 'm1',
    valeur: 4,
    unite: 'min',
    volet: null,
    provenance: { origine: 'DEMONSTRATION' },
    exigence: {
      code: 'A-P11:INFO_SOCIAL',
      statut: 'FIXE',
      assertions: [
        { source: 'ANNEXE_II', volet: null, seuil },
        { source: 'FICHE', volet: null, seuil: { ...seuil, comparateur: 'INFERIEUR_OU_EGAL' } },
      ],
      ecarts: [{ code: 'D-02' }],
    },
  };
  const VERDICT = `... on Mesure { verdict {
    etat motif parSource { source etat seuil { comparateur valeur texte } } ecarts { code } provenance { origine } } }`;

  it('is given from what the two other levels bring, and is a demonstration when the measure is', async () => {
    expect(await entities(VERDICT, [mesure])).toEqual([
      {
        verdict: {
          etat: 'INDETERMINE',
          motif: expect.stringContaining('se contredisent'),
          parSource: [
            {
              source: 'ANNEXE_II',
              etat: 'NON_CONFORME',
              seuil: { comparateur: 'INFERIEUR', valeur: 4, texte: '90 % en moins de 4 min' },
            },
            {
              source: 'FICHE',
              etat: 'CONFORME',
              seuil: { comparateur: 'INFERIEUR_OU_EGAL', valeur: 4, texte: '90 % en moins de 4 min' },
            },
          ],
          ecarts: [{ code: 'D-02' }],
          provenance: { origine: 'DEMONSTRATION' },
        },
      },
    ]);
  });

  it('is null without the exigence, never made up', async () => {
    expect(await entities(VERDICT, [{ ...mesure, exigence: null }])).toEqual([{ verdict: null }]);
  });

  it('costs no statement', async () => {
    expect(await level.statementsOf(() => entities(VERDICT, [mesure]))).toEqual([]);
  });
});

describe('the bilan', () => {
  it('is null without a campagne, and refuses a malformed one in French', async () => {
    const of = [{ __typename: 'TerritoireClsc', code: '06112' }];
    expect(
      await entities(
        '... on TerritoireClsc { bilan { absents } past: bilan(campagne: "1999-2000") { absents } }',
        of,
      ),
    ).toEqual([{ bilan: null, past: null }]);
    const { errors } = await level.execute(
      ENTITIES('... on TerritoireClsc { bilan(campagne: "2025") { absents } }'),
      {
        of,
      },
    );
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('2025-2026'),
      extensions: { code: 'CODE_INVALIDE' },
    });
  });
});

describe('the demonstration', () => {
  const STATE = '{ campagnes { totalCount nodes { code provenance { origine } } } canevas { totalCount } }';

  it('is loaded marked, removed to the last row, and leaves what is known at birth', async () => {
    await santeQuebec.open(level.database, { demonstration: 'CHARGEE' });
    expect(
      await level.data(`{ campagnes { absence { motif } nodes {
        code courante statut ouverteLe fermeeLe exercice provenance { origine }
        canevas { code version nature provenance { origine } indicateurs { code } } } } }`),
    ).toEqual({
      campagnes: {
        absence: null,
        nodes: [
          {
            code: '2025-2026',
            courante: true,
            statut: 'OUVERTE',
            ouverteLe: '2025-04-01T04:00:00.000Z',
            fermeeLe: null,
            exercice: '2025-2026',
            provenance: { origine: 'DEMONSTRATION' },
            canevas: {
              code: '2025-2026-V1',
              version: 1,
              nature: 'DEMONSTRATION',
              provenance: { origine: 'DEMONSTRATION' },
              indicateurs: expect.objectContaining({ length: 9 }),
            },
          },
        ],
      },
    });
    await santeQuebec.open(level.database, { demonstration: 'ABSENTE' });
    expect(await level.data(STATE)).toEqual({
      campagnes: { totalCount: 0, nodes: [] },
      canevas: { totalCount: 0 },
    });
    expect(await territoireCodes()).toHaveLength(166);
  });
});
