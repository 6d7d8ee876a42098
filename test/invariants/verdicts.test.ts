import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import { ask } from './ask.ts';

// A verdict never says more than the texts do: each of the 32 thresholds, judged on both sides.

interface Verdict {
  readonly etat: string;
  readonly motif: string;
  readonly parSource: readonly (OfSource & { readonly etat: string; readonly note: string | null })[];
}

/** Which source speaks, and where. */
interface OfSource {
  readonly source: string;
  readonly provenance: { readonly origine: string; readonly lignes: string | null };
}

interface Seuil {
  readonly valeur: number | null;
  readonly volet: string | null;
  readonly texte: string;
  readonly precision: string | null;
  readonly condition: string | null;
}

interface Exigence {
  readonly code: string;
  readonly seuils: readonly Seuil[];
  readonly assertions: readonly (OfSource & { readonly seuil: Seuil | null })[];
}

const OF_SOURCE = 'source provenance { origine document { code } section lignes confiance note }';

let house: TestHouse;
let exigences: readonly Exigence[];

beforeAll(async () => {
  house = await openTestHouse();
  const SEUIL = '{ valeur volet texte precision condition }';
  const answer = await ask<{ exigences: { nodes: Exigence[] } }>(
    house,
    `{ exigences(filtre: { avecSeuil: true }) { nodes { code seuils ${SEUIL} assertions { ${OF_SOURCE} seuil ${SEUIL} } } } }`,
  );
  exigences = answer.exigences.nodes;
});

afterAll(() => house.close());

async function judge(code: string, valeur: number, volet: string | null = null): Promise<Verdict> {
  const { exigence } = await ask<{ exigence: { verdict: Verdict } }>(
    house,
    `query ($code: ID!, $valeur: Float!, $volet: String) { exigence(code: $code) { verdict(valeur: $valeur, volet: $volet) { etat motif parSource { etat note ${OF_SOURCE} } } } }`,
    { code, valeur, volet },
  );
  return exigence.verdict;
}

/** [exigence, volet, [value, outcome]…, what the note of every source supposes]: what the texts decide of each threshold in figures. */
const IN_FIGURES: readonly (readonly [
  string,
  string | null,
  readonly (readonly [number, string])[],
  RegExp | null,
])[] = [
  [
    'A-G7:AAOR',
    'en personne',
    [
      [69.5, 'NON_CONFORME'],
      [70, 'CONFORME'],
      [169, 'SANS_VERDICT'],
    ],
    null,
  ],
  [
    'A-G7:AAOR',
    'par téléphone',
    [
      [69.5, 'NON_CONFORME'],
      [70, 'CONFORME'],
      [169, 'SANS_VERDICT'],
    ],
    null,
  ],
  [
    'A-P5:AAOR',
    null,
    [
      [0, 'CONFORME'],
      [2, 'CONFORME'],
      [2.1, 'NON_CONFORME'],
      [-1, 'SANS_VERDICT'],
    ],
    /compté depuis/,
  ],
  [
    'A-P6:AAOR',
    null,
    [
      [24, 'CONFORME'],
      [24.1, 'NON_CONFORME'],
    ],
    /compté depuis : demande formulée par téléphone/,
  ],
  [
    'A-P7:AAOR',
    null,
    [
      [10, 'CONFORME'],
      [11, 'NON_CONFORME'],
    ],
    /compté depuis : réception.*ouvrables/,
  ],
  [
    'A-P8:CONSULT_SOCIALE',
    null,
    [
      [7, 'CONFORME'],
      [8, 'NON_CONFORME'],
    ],
    /compté depuis : acceptation.*ouvrables/,
  ],
  [
    'A-P8:CONSULT_PSY',
    null,
    [
      [7, 'CONFORME'],
      [8, 'NON_CONFORME'],
    ],
    /compté depuis : acceptation.*ouvrables/,
  ],
  [
    'A-P9:CONSULT_SOCIALE',
    null,
    [
      [30, 'CONFORME'],
      [31, 'NON_CONFORME'],
    ],
    /compté depuis : acceptation.*ouvrables/,
  ],
  [
    'A-P9:CONSULT_PSY',
    null,
    [
      [30, 'CONFORME'],
      [31, 'NON_CONFORME'],
    ],
    /compté depuis : acceptation.*ouvrables/,
  ],
  ...['AAOR', 'CONSULT_SOCIALE', 'CONSULT_PSY'].map(
    (service) =>
      [
        `A-P10:${service}`,
        null,
        [
          [0, 'CONFORME'],
          [0.5, 'INDETERMINE'],
          [20, 'INDETERMINE'],
          [24, 'INDETERMINE'],
          [24.1, 'NON_CONFORME'],
        ],
        /le degré d’urgence.*compté depuis : situation considérée urgente/,
      ] as const,
  ),
  [
    'A-P11:INFO_SOCIAL',
    null,
    [
      [3.9, 'CONFORME'],
      [4, 'INDETERMINE'],
      [4.1, 'NON_CONFORME'],
    ],
    /90e centile.*2015/,
  ],
  [
    'F-A1:INFO_SOCIAL',
    null,
    [
      [364, 'NON_CONFORME'],
      [365, 'CONFORME'],
      [366, 'SANS_VERDICT'],
    ],
    null,
  ],
  [
    'F-A1:CRISE',
    null,
    [
      [364, 'NON_CONFORME'],
      [365, 'CONFORME'],
      [366, 'SANS_VERDICT'],
    ],
    null,
  ],
];

/** Thresholds in figures, and quality: never judged (I-07). */
const OF_QUALITY: readonly (readonly [string, readonly number[]])[] = [
  ['Q-P4:INFO_SOCIAL', [24, 25, 26]],
  ['Q-P4:CONSULT_SOCIALE', [12, 13]],
  ['Q-P4:CONSULT_PSY', [12, 13]],
  ['F-Q2:AAOR', [3, 4]],
];

describe('each threshold of document 003', () => {
  it('is held here: 15 in figures, 4 of quality, 13 that are no number', () => {
    const all = exigences.flatMap(({ code, seuils }) => seuils.map(({ volet }) => `${code} ${volet ?? ''}`));
    expect(all).toHaveLength(32);
    const quality = OF_QUALITY.map(([code]) => `${code} `);
    const held = [...IN_FIGURES.map(([code, volet]) => `${code} ${volet ?? ''}`), ...quality];
    const others = exigences.filter(({ seuils }) => seuils.every(({ valeur }) => valeur === null));
    expect(others).toHaveLength(13);
    expect([...held, ...others.map(({ code }) => `${code} `)].sort()).toEqual(all.sort());
  });

  it.each(IN_FIGURES)(
    '%s %s is judged on both sides, and says what it supposes',
    async (code, volet, cases, supposed) => {
      for (const [valeur, etat] of cases) {
        const verdict = await judge(code, valeur, volet);
        expect(verdict.etat, String(valeur)).toBe(etat);
        if (etat === 'SANS_VERDICT') continue;
        for (const { note } of verdict.parSource) if (supposed !== null) expect(note).toMatch(supposed);
      }
    },
  );

  it.each(IN_FIGURES)(
    '%s %s is judged by each source with the lines where it writes its threshold',
    async (code, volet, cases) => {
      const { assertions } = exigences.find((one) => one.code === code) ?? { assertions: [] };
      const spoken = assertions.filter(({ seuil }) => seuil?.volet === volet && seuil.valeur !== null);
      const { parSource } = await judge(code, cases[0]?.[0] ?? Number.NaN, volet);
      const cited = ({ source, provenance }: OfSource): OfSource => ({ source, provenance });
      expect(parSource.map(cited)).toEqual(spoken.map(cited));
      for (const { provenance } of parSource)
        expect(provenance).toMatchObject({ origine: 'TEXTE', lignes: expect.stringMatching(/^L\d/) });
    },
  );

  it.each(OF_QUALITY)('%s is never judged, being of quality', async (code, values) => {
    for (const valeur of values)
      expect(await judge(code, valeur)).toMatchObject({
        etat: 'SANS_VERDICT',
        motif: expect.stringContaining('L2395-2400'),
      });
  });

  it('that is no number is never judged, and is quoted but for quality', async () => {
    for (const { code, seuils } of exigences.filter((one) =>
      one.seuils.every(({ valeur }) => valeur === null),
    ))
      for (const valeur of [0, 1, 24, 1_000]) {
        const verdict = await judge(code, valeur);
        expect(verdict, code).toMatchObject({ etat: 'SANS_VERDICT', parSource: [] });
        if (!code.startsWith('Q-')) expect(verdict.motif, code).toContain(seuils[0]?.texte ?? '?');
      }
  });

  it('has a condition wherever its words make it depend on something, and nowhere else', () => {
    const all = exigences.flatMap(({ code, seuils, assertions }) =>
      [...seuils, ...assertions.flatMap(({ seuil }) => seuil ?? [])].map((seuil) => ({ code, ...seuil })),
    );
    for (const { code, texte, precision, condition } of all)
      expect(condition !== null, code).toBe(/selon/.test(`${texte} ${precision ?? ''}`));
  });
});

describe('a verdict that cannot be given', () => {
  it('names the volet that is missing where two sources give a number for each', async () => {
    for (const valeur of [0, 70, 100])
      expect(await judge('A-G7:AAOR', valeur)).toMatchObject({
        etat: 'SANS_VERDICT',
        parSource: [],
        motif: expect.stringMatching(/volet.*« en personne » ou « par téléphone »/),
      });
  });

  it.each([
    ['A-G7:AAOR', 'en ligne', /« en ligne ».*« en personne » ou « par téléphone »/],
    ['A-P5:AAOR', 'en personne', /n’a pas de volet/],
    ['A-P11:INFO_SOCIAL', 'par téléphone', /n’a pas de volet/],
  ])('of %s says that « %s » is no volet of it', async (code, volet, motif) => {
    expect(await judge(code, 70, volet)).toMatchObject({
      etat: 'SANS_VERDICT',
      motif: expect.stringMatching(motif),
    });
  });

  it.each([
    ['A-G3:CRISE', /Annexe II.*Une source dit autre chose/],
    ['C-O5:INFO_SOCIAL', /réalités régionales.*Une source dit autre chose/],
    ['A-P5:CRISE', /Annexe II : aucune mesure n’y est attendue\.$/],
    ['A-G1:AAOR', /^Aucune source ne donne de seuil chiffré/],
  ])('of %s says what each source says of its status', async (code, motif) => {
    expect((await judge(code, 1)).motif).toMatch(motif);
  });
});

describe('the bilan of a territory', () => {
  it('counts a measure of an urgent situation as the judge does', async () => {
    const answer = await ask<{
      territoireClsc: {
        mesures: { nodes: { valeur: number | null; verdict: Verdict }[] };
        bilan: {
          parIndicateur: {
            parExigence: {
              exigence: { code: string };
              conformes: number;
              indetermines: number;
              nonConformes: number;
            }[];
          }[];
        };
      };
    }>(
      house,
      `{ territoireClsc(code: "06112") {
        mesures(exigence: "A-P10:AAOR", first: 20) { nodes { valeur verdict { etat motif parSource { etat note } } } }
        bilan { parIndicateur { parExigence { exigence { code } conformes indetermines nonConformes } } } } }`,
    );
    const { mesures, bilan } = answer.territoireClsc;
    const counted = bilan.parIndicateur
      .flatMap(({ parExigence }) => parExigence)
      .find(({ exigence }) => exigence.code === 'A-P10:AAOR');
    const count = (etat: string): number =>
      mesures.nodes.filter(({ verdict }) => verdict.etat === etat).length;
    expect(mesures.nodes.length).toBeGreaterThan(0);
    expect(counted).toMatchObject({
      conformes: count('CONFORME'),
      indetermines: count('INDETERMINE'),
      nonConformes: count('NON_CONFORME'),
    });
    for (const { valeur, verdict } of mesures.nodes)
      if (valeur !== null && valeur > 0) expect(verdict.etat).not.toBe('CONFORME');
  });
});
