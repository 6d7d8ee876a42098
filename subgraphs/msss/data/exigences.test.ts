import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SERVICES = ['AAOR', 'INFO_SOCIAL', 'CRISE', 'CONSULT_SOCIALE', 'CONSULT_PSY', 'SECURITE_CIVILE'];

const standards = read<Standard>('standards');
const exigences = read<Exigence>('exigences');
const seuils = read<{ exigence_code: string; contenu: Seuil }>('seuils');
const assertions = read<Assertion>('assertions');
const ecarts = read<{ code: string; touche: { type: string; code: string }[] }>('ecarts');
const services = read<{ code: string; enonces_fiche: number; provenance: Provenance }>('services-sociaux');

const annexe = standards.filter(({ source }) => source === 'ANNEXE_II');
const codesAnnexe = new Set(annexe.map(({ code }) => code));
const cellules = exigences.filter(({ standard_code }) => codesAnnexe.has(standard_code));

describe('the 67 standards', () => {
  it('are 54 rows of Annexe II and 13 statements of the fiches', () => {
    expect(countBy(standards, ({ source }) => source)).toEqual({
      ANNEXE_II: 54,
      FICHE_STANDARDS: 11,
      FICHE_DESCRIPTION: 2,
    });
    expect(countBy(annexe, ({ type }) => type)).toEqual({ STANDARD: 44, PARTICULARITE: 10 });
    expect(new Set(standards.map(({ code }) => code)).size).toBe(67);
  });

  it('fall under three attributes and ten groups in Annexe II', () => {
    expect(countBy(annexe, ({ attribut }) => attribut)).toEqual({
      ACCESSIBILITE: 23,
      QUALITE: 18,
      CONTINUITE: 13,
    });
    expect(countBy(annexe, ({ attribut, sous_groupe }) => `${attribut}/${sous_groupe}`)).toEqual({
      'ACCESSIBILITE/géographique': 7,
      'ACCESSIBILITE/temporelle': 5,
      'ACCESSIBILITE/professionnelle': 11,
      'QUALITE/pratiques cliniques': 5,
      'QUALITE/formation et mise à jour des compétences': 4,
      'QUALITE/encadrement clinique': 4,
      'QUALITE/outils et instruments de travail': 5,
      'CONTINUITE/arrimage': 5,
      'CONTINUITE/communication de renseignements': 3,
      'CONTINUITE/coordination': 5,
    });
  });
});

describe('the 324 cells of Annexe II', () => {
  it('are one for each row and service', () => {
    expect(exigences).toHaveLength(402);
    expect(cellules).toHaveLength(324);
    const expected = standards.flatMap(({ code }) => SERVICES.map((service) => `${code}:${service}`));
    expect(exigences.map(({ code }) => code)).toEqual(expected);
  });

  it('carry the literal tokens and the statuses that were counted', () => {
    expect(countBy(cellules, ({ statut_litteral }) => statut_litteral)).toEqual({
      SF: 169,
      SO: 65,
      RR: 59,
      TEXTE: 30,
      'RR+TEXTE': 1,
    });
    expect(countBy(cellules, ({ statut }) => statut)).toEqual({
      FIXE: 199,
      REALITES_REGIONALES: 60,
      SANS_OBJET: 65,
    });
  });

  it.each([
    ['AAOR', { FIXE: 35, REALITES_REGIONALES: 12, SANS_OBJET: 7 }],
    ['INFO_SOCIAL', { FIXE: 29, SANS_OBJET: 18, REALITES_REGIONALES: 7 }],
    ['CRISE', { FIXE: 26, SANS_OBJET: 18, REALITES_REGIONALES: 10 }],
    ['CONSULT_SOCIALE', { FIXE: 36, SANS_OBJET: 6, REALITES_REGIONALES: 12 }],
    ['CONSULT_PSY', { FIXE: 36, SANS_OBJET: 6, REALITES_REGIONALES: 12 }],
    ['SECURITE_CIVILE', { FIXE: 37, SANS_OBJET: 10, REALITES_REGIONALES: 7 }],
  ])('have these statuses for %s', (service, expected) => {
    const ofService = cellules.filter(({ service_code }) => service_code === service);
    expect(countBy(ofService, ({ statut }) => statut)).toEqual(expected);
  });

  it.each([
    ['AAOR', { SF: 30, RR: 12, TEXTE: 5, SO: 7 }],
    ['INFO_SOCIAL', { SF: 24, SO: 18, RR: 6, TEXTE: 5, 'RR+TEXTE': 1 }],
    ['CRISE', { SF: 24, SO: 18, RR: 10, TEXTE: 2 }],
    ['CONSULT_SOCIALE', { SF: 32, SO: 6, RR: 12, TEXTE: 4 }],
    ['CONSULT_PSY', { SF: 32, SO: 6, RR: 12, TEXTE: 4 }],
    ['SECURITE_CIVILE', { SF: 27, TEXTE: 10, SO: 10, RR: 7 }],
  ])('have these literal tokens for %s', (service, expected) => {
    const ofService = cellules.filter(({ service_code }) => service_code === service);
    expect(countBy(ofService, ({ statut_litteral }) => statut_litteral)).toEqual(expected);
  });

  it.each([
    ['AAOR', { FIXE: 34, REALITES_REGIONALES: 3, SANS_OBJET: 7 }],
    ['INFO_SOCIAL', { FIXE: 26, SANS_OBJET: 18 }],
    ['CRISE', { FIXE: 26, SANS_OBJET: 18 }],
    ['CONSULT_SOCIALE', { FIXE: 36, SANS_OBJET: 6, REALITES_REGIONALES: 2 }],
    ['CONSULT_PSY', { FIXE: 36, SANS_OBJET: 6, REALITES_REGIONALES: 2 }],
    ['SECURITE_CIVILE', { FIXE: 34, SANS_OBJET: 10 }],
  ])('have these statuses for %s outside the « Particularités » rows', (service, expected) => {
    const particular = new Set(annexe.filter(({ type }) => type === 'PARTICULARITE').map(({ code }) => code));
    const ofService = cellules.filter(
      ({ service_code, standard_code }) => service_code === service && !particular.has(standard_code),
    );
    expect(countBy(ofService, ({ statut }) => statut)).toEqual(expected);
  });

  it('agree with the fiches, or not, as was counted', () => {
    expect(countBy(cellules, ({ concordance }) => concordance)).toEqual({
      CONCORDE: 147,
      ECART: 51,
      SANS_OBJET: 63,
      REALITES_REGIONALES: 59,
      FICHE_MUETTE: 2,
      DESCRIPTION_SEULEMENT: 2,
    });
  });
});

describe('the six services', () => {
  it('count 195 statements under « Standards fixés »', () => {
    expect(services.map(({ enonces_fiche }) => enonces_fiche)).toEqual([35, 30, 28, 34, 35, 33]);
  });
});

describe('the 32 thresholds', () => {
  it('are 28 of Annexe II and 4 of the fiches', () => {
    expect(seuils).toHaveLength(32);
    expect(seuils.filter(({ exigence_code }) => !exigence_code.startsWith('F-'))).toHaveLength(28);
  });

  it('are resolved with the comparator of the fiche', () => {
    expect(seuilOf('A-G7:AAOR').map(({ comparateur, volet }) => [comparateur, volet])).toEqual([
      ['SUPERIEUR_OU_EGAL', 'en personne'],
      ['SUPERIEUR_OU_EGAL', 'par téléphone'],
    ]);
    expect(seuilOf('A-P11:INFO_SOCIAL')).toMatchObject([
      { valeur: 4, comparateur: 'INFERIEUR_OU_EGAL', unite: 'min', part: 90, echeance: '2015' },
    ]);
  });

  it('have no number where the text gives none', () => {
    const withoutNumber = seuils.filter(({ contenu }) => contenu.valeur === null);
    expect(countBy(withoutNumber, ({ contenu }) => contenu.texte)).toEqual({
      '24 h par jour, 7 jours par semaine': 4,
      'jusqu’à 24 h par jour, 7 jours par semaine': 6,
      '8-1-1': 1,
      immédiat: 2,
    });
  });
});

describe('what each source says', () => {
  it('is said for every cell of Annexe II, and for every cell on which the fiche speaks', () => {
    const spoken = new Set(assertions.map(({ exigence_code, source }) => `${exigence_code}/${source}`));
    const ofAnnexe = cellules.filter(({ code }) => spoken.has(`${code}/ANNEXE_II`));
    const ofFiche = exigences.filter(({ code }) => spoken.has(`${code}/FICHE`));
    expect(ofAnnexe).toHaveLength(324);
    expect(countBy(ofFiche, ({ concordance }) => concordance)).toEqual({
      CONCORDE: 147,
      ECART: 51,
      DESCRIPTION_SEULEMENT: 2,
      FICHE_SEULEMENT: 35,
    });
  });

  it('tells both sides apart on each of the 51 cells in écart', () => {
    for (const { code } of cellules.filter(({ concordance }) => concordance === 'ECART')) {
      const said = assertionsOf(code).map(({ source, dit }) => ({ source, dit }));
      expect(new Set(said.map(({ source }) => source)), code).toEqual(new Set(['ANNEXE_II', 'FICHE']));
      expect(new Set(said.map(({ dit }) => dit)).size, code).toBe(2);
      expect(
        said.every(({ dit }) => dit !== null),
        code,
      ).toBe(true);
    }
  });

  it('D-01: Annexe II exempts crisis intervention from home visits, the fiche asks for them', () => {
    expect(assertionsOf('A-G3:CRISE')).toMatchObject([
      { source: 'ANNEXE_II', statut: 'SANS_OBJET', provenance: { lignes: 'L2242' } },
      { source: 'FICHE', nature: 'STANDARD', statut: 'FIXE', provenance: { lignes: 'L1254-1255' } },
    ]);
    expect(exigences.find(({ code }) => code === 'A-G3:CRISE')?.statut).toBe('SANS_OBJET');
  });

  it('D-02: under 4 minutes, or 4 minutes at most', () => {
    expect(assertionsOf('A-P11:INFO_SOCIAL')).toMatchObject([
      { source: 'ANNEXE_II', seuil: { valeur: 4, part: 90, comparateur: 'INFERIEUR' } },
      { source: 'FICHE', seuil: { valeur: 4, part: 90, comparateur: 'INFERIEUR_OU_EGAL' } },
    ]);
  });

  it('D-03: a bare 70 hours, or 70 hours at least, in person and by telephone', () => {
    expect(assertionsOf('A-G7:AAOR')).toMatchObject([
      { source: 'ANNEXE_II', volet: 'en personne', seuil: { valeur: 70, comparateur: null } },
      { source: 'ANNEXE_II', volet: 'par téléphone', seuil: { valeur: 70, comparateur: null } },
      { source: 'FICHE', volet: 'en personne', seuil: { comparateur: 'SUPERIEUR_OU_EGAL' } },
      { source: 'FICHE', volet: 'par téléphone', seuil: { comparateur: 'SUPERIEUR_OU_EGAL' } },
    ]);
    expect(assertionsOf('A-G7:AAOR')[0]?.dit).toMatch(/^valeur nue/);
  });

  it.each(['AAOR', 'CONSULT_SOCIALE', 'CONSULT_PSY'])(
    'D-04: the fiche adds « immédiat » for %s',
    (service) => {
      const [ofAnnexe, ofFiche] = assertionsOf(`A-P10:${service}`);
      expect(ofAnnexe?.seuil?.texte).toBe('au plus 24 h, selon le degré d’urgence');
      expect(ofFiche?.seuil?.texte).toBe('immédiat, ou au plus tard 24 h, selon le degré d’urgence');
    },
  );

  it('a statement that only describes the service is said to be a description', () => {
    const described = assertions.filter(({ nature }) => nature === 'DESCRIPTION');
    expect(described.map(({ exigence_code }) => exigence_code)).toEqual([
      'A-P1:CRISE',
      'A-P3:AAOR',
      'A-P4:CONSULT_SOCIALE',
      'A-P4:CONSULT_PSY',
      'Q-P4:AAOR',
      'F-Q2:AAOR',
      'F-Q3:CONSULT_SOCIALE',
      'F-Q3:CONSULT_PSY',
    ]);
  });
});

describe('citations', () => {
  it('name lines of document 003, or say that they are an inference', () => {
    const cited = [...standards, ...exigences, ...assertions, ...services].map(
      ({ provenance }) => provenance,
    );
    for (const provenance of cited) {
      expect(provenance.document).toBe('003');
      if (provenance.origine === 'TEXTE') expect(provenance.lignes).toMatch(/^L\d+(-\d+)?$/);
      else expect(provenance).toMatchObject({ origine: 'INFERENCE', confiance: 'inféré' });
    }
    const inferred = cited.filter(({ origine }) => origine === 'INFERENCE');
    expect(countBy(inferred, ({ lignes }) => lignes ?? 'none')).toEqual({
      none: 35,
      L1224: 1,
      'L1086-1087': 1,
      'L1557-1558': 1,
      'L1804-1805': 1,
      'L1886-1895': 1,
      'L2035-2036': 1,
      'L721-723': 4,
      'L845-846': 1,
      'L970-973': 1,
    });
  });

  it('say that what « elle » stands for, in what the AAOR does in three meetings, is a reading (I-26)', () => {
    const read = [...standards, ...exigences, ...assertions].filter(
      ({ provenance }) => provenance.lignes === 'L721-723',
    );
    expect(read).toHaveLength(4);
    for (const { provenance } of read) expect(provenance.origine).toBe('INFERENCE');
  });
});

describe('what écarts touch', () => {
  it('exists, for exigences and standards', () => {
    const known = new Set([
      ...exigences.map(({ code }) => `Exigence ${code}`),
      ...standards.map(({ code }) => `Standard ${code}`),
    ]);
    const touched = ecarts
      .flatMap(({ touche }) => touche)
      .filter(({ type }) => /^(Exigence|Standard)$/.test(type));
    for (const { type, code } of touched) expect(known).toContain(`${type} ${code}`);
  });

  it('covers every cell in écart', () => {
    const touched = new Set(ecarts.flatMap(({ touche }) => touche).map(({ code }) => code));
    for (const { code } of exigences.filter(({ concordance }) => concordance === 'ECART'))
      expect(touched).toContain(code);
  });
});

interface Provenance {
  origine: string;
  document: string;
  lignes?: string;
}

interface Standard {
  code: string;
  source: string;
  type: string;
  attribut: string;
  sous_groupe: string;
  provenance: Provenance;
}

interface Exigence {
  code: string;
  standard_code: string;
  service_code: string;
  statut: string;
  statut_litteral: string;
  concordance: string;
  provenance: Provenance;
}

interface Seuil {
  valeur: number | null;
  comparateur: string | null;
  volet: string | null;
  texte: string;
}

interface Assertion {
  exigence_code: string;
  source: string;
  nature: string;
  dit: string | null;
  seuil: Seuil | null;
  provenance: Provenance;
}

function seuilOf(code: string): Seuil[] {
  return seuils.filter(({ exigence_code }) => exigence_code === code).map(({ contenu }) => contenu);
}

function assertionsOf(code: string): Assertion[] {
  return assertions.filter(({ exigence_code }) => exigence_code === code);
}

function countBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
}

function read<Row>(name: string): Row[] {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as Row[];
}
