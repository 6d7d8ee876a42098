import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Ecart {
  readonly code: string;
  readonly serie: string;
  readonly titre: string;
  readonly detail: string;
  readonly gravite: string;
  readonly graviteInferee: boolean;
  readonly cote: readonly { readonly source: string; readonly dit: string }[];
  readonly provenances: readonly {
    readonly document: string;
    readonly section: string;
    readonly lignes: string;
  }[];
  readonly touche: readonly { readonly type: string; readonly code: string }[];
}

const ecarts = JSON.parse(
  readFileSync(new URL('./ecarts.json', import.meta.url), 'utf8'),
) as readonly Ecart[];

const sizes = { D: 38, I: 31, G: 25, X: 15, P: 26, T: 8, S: 5 };

// The discrepancies between Annexe II and the fiches that change a status, a value or a comparator.
const majorsOfSerieD = [
  ...['D-01', 'D-02', 'D-03', 'D-04', 'D-05', 'D-06', 'D-07', 'D-08', 'D-09', 'D-10'],
  ...['D-11', 'D-12', 'D-13', 'D-14', 'D-16', 'D-22', 'D-23', 'D-25', 'D-35'],
];

const services = 'AAOR|INFO_SOCIAL|CRISE|CONSULT_SOCIALE|CONSULT_PSY|SECURITE_CIVILE';
const standard = '(A-[GTP]|Q-[PFEO]|C-[ACO]|F-[EQCA])\\d+';
const codesByType: Readonly<Record<string, RegExp>> = {
  Exigence: new RegExp(`^${standard}:(${services})$`),
  Standard: new RegExp(`^${standard}$`),
  ServiceSocial: new RegExp(`^(${services})$`),
  Document: /^00[0-4]$/,
  OrientationMinisterielle: /^O[1-4]$/,
  Principe: /^P[1-6]$/,
  RoleClsc: /^(NAVIGATEUR|COORDONNATEUR|LEADER_INTERSECTORIEL|COANIMATEUR)$/,
  Arrimage: /^ARR-(PS|M1L|GU|DTMF|SSPPCC|CIETOC|SP)$/,
  Mandat: /^(M[1-9]|S[1-7]|E([1-9]|1[0-3]))$/,
  Chiffre: /^F([1-9]|1\d|2[0-5])$/,
  Politique: /^PL[1-7]$/,
  AxePolitique: /^AXE[1-5]$/,
  Recommandation: /^PT[1-5]-(MSSS|SQ|ET)-\d$/,
  ModificationRecommandee: /^A\d-[A-Z]\d+$/,
  OrientationPolitique: /^\d\.\d$/,
  Element: /^[A-Z0-9][A-Z0-9.-]*$/,
  ReferenceLegale: /^RL([1-9]|1[0-2])$/,
  Enonce: /^E00[0-4]-\d{4}-\d{2}$/,
};

const textsOf = (ecart: Ecart) => [
  ecart.titre,
  ecart.detail,
  ...ecart.cote.flatMap(({ source, dit }) => [source, dit]),
];

const linesNamedIn = (text: string) => text.match(/L\d+(-\d+)?/g) ?? [];

const codesTouchedBy = (code: string) =>
  ecarts.find((ecart) => ecart.code === code)?.touche.map((touched) => `${touched.type} ${touched.code}`) ??
  [];

describe('the écarts as a whole', () => {
  it.each(Object.entries(sizes))('count as many of series %s as the analysis: %i', (serie, size) => {
    const codes = ecarts.filter((ecart) => ecart.serie === serie).map((ecart) => ecart.code);
    const expected = Array.from({ length: size }, (_, i) => `${serie}-${String(i + 1).padStart(2, '0')}`);
    expect(codes).toEqual(expected);
  });

  it('are 148, each with its own code', () => {
    expect(ecarts).toHaveLength(148);
    expect(new Set(ecarts.map((ecart) => ecart.code)).size).toBe(148);
  });

  it('tie series D to 165 exigences', () => {
    const exigences = ecarts.flatMap((ecart) => ecart.touche.filter(({ type }) => type === 'Exigence'));
    expect(exigences).toHaveLength(165);
  });

  it('tie I-07 to the 18 quality rows of Annexe II', () => {
    const touched = codesTouchedBy('I-07');
    expect(touched).toHaveLength(18);
    expect(touched.every((code) => code.startsWith('Standard Q-'))).toBe(true);
  });

  it('tie G-01 to the three figures that do not add up', () => {
    expect(codesTouchedBy('G-01')).toEqual(
      expect.arrayContaining(['Chiffre F2', 'Chiffre F3', 'Chiffre F4']),
    );
  });

  it.each(['X-13', 'X-14'])('tie %s to the mandates and documents that no text links', (code) => {
    const expected = ['Mandat M6', 'Mandat S4', 'Mandat E11', 'Document 003', 'Document 004'];
    expect(codesTouchedBy(code)).toEqual(expect.arrayContaining(expected));
  });
});

describe('the data that name an écart', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.json'));

  it.each(files)('name in %s one that there is', (name) => {
    const text = readFileSync(new URL(name, import.meta.url), 'utf8');
    const named = [...text.matchAll(/écarts? ([A-Z]-\d[\d-]*\d)/g)].map(([, code]) => code);
    expect(ecarts.map(({ code }) => code)).toEqual(expect.arrayContaining(named));
  });
});

describe.each(ecarts.map((ecart) => [ecart.code, ecart] as const))('%s', (_code, ecart) => {
  it('has a short title, a detail and what each side says', () => {
    expect(ecart.titre.length).toBeGreaterThan(0);
    expect(ecart.titre.length).toBeLessThanOrEqual(90);
    expect(ecart.detail.length).toBeGreaterThan(ecart.titre.length);
    // Those that list misprints: the text is their only side.
    expect(ecart.cote.length).toBeGreaterThanOrEqual(['P-05', 'P-26'].includes(ecart.code) ? 1 : 2);
    expect(textsOf(ecart).every((text) => text.trim() === text && text.length > 0)).toBe(true);
  });

  it('is in French', () => {
    for (const text of textsOf(ecart)) expect(` ${text} `).not.toMatch(/ (the|and|of|with|only) /i);
  });

  it('cites a document, a section and lines', () => {
    expect(ecart.provenances.length).toBeGreaterThan(0);
    for (const provenance of ecart.provenances) {
      expect(provenance.document).toMatch(/^00[0-4]$/);
      expect(provenance.section).not.toBe('');
      expect(provenance.lignes).toMatch(/^L\d+(-\d+)?$/);
    }
  });

  it('names in its text no line that its provenances leave out', () => {
    const cited = ecart.provenances.map(({ lignes }) => lignes);
    expect(cited).toEqual(expect.arrayContaining(textsOf(ecart).flatMap(linesNamedIn)));
  });

  it('touches at least one thing, each of a known type and once', () => {
    expect(ecart.touche.length).toBeGreaterThan(0);
    for (const { type, code } of ecart.touche) expect(code).toMatch(codesByType[type] ?? /^unknown type$/);
    const pairs = ecart.touche.map(({ type, code }) => `${type} ${code}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('has a severity, read in series D and inferred elsewhere', () => {
    expect(['MAJEURE', 'MINEURE', 'MISE_EN_GARDE']).toContain(ecart.gravite);
    expect(ecart.graviteInferee).toBe(ecart.serie !== 'D');
    if (ecart.serie !== 'D') return;
    expect(ecart.gravite).toBe(majorsOfSerieD.includes(ecart.code) ? 'MAJEURE' : 'MINEURE');
  });
});
