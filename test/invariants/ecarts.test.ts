import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import { ask } from './ask.ts';

interface Ecart {
  readonly code: string;
  readonly serie: string;
  readonly cotes: readonly { readonly source: string; readonly dit: string }[];
  readonly provenances: readonly {
    readonly document: { readonly code: string } | null;
    readonly lignes: string;
  }[];
  readonly touche: readonly { readonly type: string; readonly code: string }[];
}

interface Assertion {
  readonly source: string;
  readonly nature: string;
  readonly statut: string;
  readonly volet: string | null;
  readonly seuil: {
    readonly valeur: number | null;
    readonly comparateur: string | null;
    readonly part: number | null;
  } | null;
}

interface Exigence {
  readonly code: string;
  readonly concordance: string;
  readonly assertions: readonly Assertion[];
  readonly ecarts: readonly { readonly code: string }[];
}

let house: TestHouse;
let ecarts: readonly Ecart[];
let exigences: readonly Exigence[];

beforeAll(async () => {
  house = await openTestHouse();
  const answer = await ask<{ ecarts: Ecart[]; exigences: { nodes: Exigence[] } }>(
    house,
    `{
      ecarts { code serie cotes { source dit } provenances { document { code } lignes } touche { type code } }
      exigences(first: 1000) { nodes { code concordance ecarts { code } assertions { source nature statut volet seuil { valeur comparateur part } } } }
    }`,
  );
  ecarts = answer.ecarts;
  exigences = answer.exigences.nodes;
});

afterAll(() => house.close());

describe('V17: the conflicts', () => {
  it('are all displayed: 148, series by series', () => {
    const series = ecarts.map(({ serie }) => serie);
    const counts = Object.fromEntries(
      [...new Set(series)].map((one) => [one, series.filter((other) => other === one).length]),
    );
    expect(counts).toEqual({ D: 38, I: 31, G: 25, X: 15, P: 26, T: 8, S: 5 });
  });

  it('show every side, each with its source and what it says; misprints have only one', () => {
    for (const { code, cotes } of ecarts) {
      expect(cotes.length, code).toBeGreaterThanOrEqual(['P-05', 'P-26'].includes(code) ? 1 : 2);
      for (const { source, dit } of cotes) expect(source.length * dit.length, code).toBeGreaterThan(0);
      expect(new Set(cotes.map(({ dit }) => dit)).size, code).toBe(cotes.length);
    }
  });

  it('cite the document and the lines of what they oppose', () => {
    for (const { code, provenances } of ecarts) {
      expect(provenances.length, code).toBeGreaterThan(0);
      for (const { document, lignes } of provenances) {
        expect(document?.code, code).toMatch(/^00[0-4]$/);
        expect(lignes, code).toMatch(/^L\d+/);
      }
    }
  });

  it('of the series D oppose Annexe II and the fiche on each exigence that they touch', () => {
    const byCode = new Map(exigences.map((exigence) => [exigence.code, exigence]));
    const touched = ecarts
      .filter(({ serie }) => serie === 'D')
      .flatMap(({ code, touche }) =>
        touche.filter(({ type }) => type === 'Exigence').map((one) => ({ ecart: code, ...one })),
      );
    expect(touched).toHaveLength(165);
    for (const { ecart, code } of touched)
      expect(
        byCode.get(code)?.ecarts.map((one) => one.code),
        `${ecart} on ${code}`,
      ).toContain(ecart);
  });

  it('are displayed on everything that they touch', async () => {
    const shown = await askShown();
    const hidden = ecarts.flatMap(({ code, touche }) =>
      touche
        .filter((one) => !shown.get(`${one.type} ${one.code}`)?.includes(code))
        .map((one) => `${code} on ${one.type} ${one.code}`),
    );
    expect(hidden).toEqual([]);
  });
});

describe('V17: no exigence', () => {
  it('whose two sources differ by status or by threshold is without an écart', () => {
    const differing = exigences.filter(({ assertions }) => differ(assertions));
    expect(differing.length).toBeGreaterThan(3);
    expect(differing.filter((one) => one.ecarts.length === 0).map(({ code }) => code)).toEqual([]);
  });

  it('said to be in écart is without one, nor without both sides', () => {
    const inEcart = exigences.filter(({ concordance }) => concordance === 'ECART');
    expect(inEcart).toHaveLength(51);
    for (const { code, ecarts: own, assertions } of inEcart) {
      expect(own.filter((ecart) => ecart.code.startsWith('D-')).length, code).toBeGreaterThan(0);
      expect(new Set(assertions.map(({ source }) => source)), code).toEqual(new Set(['ANNEXE_II', 'FICHE']));
    }
  });
});

/**
 * Whether the two sources, where both set a standard, ask different things in figures or by status. A value that one
 * of them writes bare is that value.
 */
function differ(assertions: readonly Assertion[]): boolean {
  const sides = ['ANNEXE_II', 'FICHE'].map((source) =>
    assertions
      .filter((one) => one.source === source && one.nature !== 'DESCRIPTION')
      .map(({ statut, volet, seuil }) =>
        JSON.stringify([statut, volet, seuil && { ...seuil, comparateur: seuil.comparateur ?? 'EGAL' }]),
      )
      .sort()
      .join('|'),
  );
  return sides.every((side) => side !== '') && sides[0] !== sides[1];
}

interface Shown {
  readonly __typename: string;
  readonly code: string;
  readonly ecarts: readonly { readonly code: string }[];
}

/** The lists that hold everything an écart may touch. */
const SHOWN = '{ __typename code ecarts { code } }';
const EVERYTHING = `{
  arrimages ${SHOWN} chiffres ${SHOWN} documents ${SHOWN} elements ${SHOWN} mandats ${SHOWN} orientations ${SHOWN}
  politiques ${SHOWN} principes ${SHOWN} recommandations ${SHOWN} modificationsRecommandees ${SHOWN}
  referencesLegales ${SHOWN} rolesClsc ${SHOWN} servicesSociaux ${SHOWN} standards ${SHOWN}
  exigences(first: 1000) { nodes ${SHOWN} }
  axesPolitique { __typename code ecarts { code } orientations ${SHOWN} }
}`;

/** The écarts that each thing shows, by its type and code. */
async function askShown(): Promise<ReadonlyMap<string, readonly string[]>> {
  const shown = new Map<string, readonly string[]>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isShown(value))
      shown.set(
        `${value.__typename} ${value.code}`,
        value.ecarts.map(({ code }) => code),
      );
    Object.values(value).forEach(collect);
  };
  collect(await ask(house, EVERYTHING));
  return shown;
}

function isShown(value: object): value is Shown {
  return '__typename' in value && 'code' in value && 'ecarts' in value;
}
