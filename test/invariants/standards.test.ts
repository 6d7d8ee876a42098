import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import { ask } from './ask.ts';

interface Seuil {
  readonly valeur: number | null;
  readonly comparateur: string | null;
  readonly unite: string | null;
  readonly part: number | null;
  readonly declencheur: string | null;
}

interface Exigence {
  readonly code: string;
  readonly statut: string;
  readonly statutLitteral: string;
  readonly seuils: readonly Seuil[];
  readonly indicateur: { readonly code: string } | null;
  readonly verdict: { readonly etat: string; readonly motif: string; readonly parSource: unknown[] } | null;
  readonly standard: { readonly attribut: string; readonly sourceStandard: string };
}

let house: TestHouse;
let exigences: readonly Exigence[];

beforeAll(async () => {
  house = await openTestHouse();
  const answer = await ask<{ exigences: { nodes: Exigence[] } }>(
    house,
    `{ exigences(first: 1000) { nodes {
      code statut statutLitteral
      seuils { valeur comparateur unite part declencheur }
      standard { attribut sourceStandard }
      indicateur { code }
      verdict(valeur: 1) { etat motif parSource { etat } }
    } } }`,
  );
  exigences = answer.exigences.nodes;
});

afterAll(() => house.close());

describe('V9: Annexe II', () => {
  it('has 54 rows and 6 services: 324 cells, each with one status', () => {
    const cells = cellsOfAnnexe();
    expect(cells).toHaveLength(324);
    expect(new Set(cells.map(({ code }) => code.split(':')[0])).size).toBe(54);
    expect(new Set(cells.map(({ code }) => code.split(':')[1])).size).toBe(6);
    expect(countBy(cells, ({ statut }) => statut)).toEqual({
      FIXE: 199,
      REALITES_REGIONALES: 60,
      SANS_OBJET: 65,
    });
  });

  it('writes « SF » 169 times, a value or a text 30 times, and « RR » with a text once', () => {
    expect(countBy(cellsOfAnnexe(), ({ statutLitteral }) => statutLitteral)).toEqual({
      SF: 169,
      TEXTE: 30,
      RR: 59,
      'RR+TEXTE': 1,
      SO: 65,
    });
  });

  it('is counted the same service by service', async () => {
    const { servicesSociaux } = await ask<{ servicesSociaux: { comptes: Record<string, number> }[] }>(
      house,
      '{ servicesSociaux { comptes { cellules fixes realitesRegionales sansObjet fixesLitteraux } } }',
    );
    expect(servicesSociaux.map(({ comptes }) => comptes).reduce(addCounts)).toEqual({
      cellules: 324,
      fixes: 199,
      realitesRegionales: 60,
      sansObjet: 65,
      fixesLitteraux: 169,
    });
  });
});

describe('V10: what is measured', () => {
  it('is only ever a fixed exigence, with a threshold in figures, that is not of quality', async () => {
    const byCode = new Map(exigences.map((exigence) => [exigence.code, exigence]));
    const measured = await listMeasuredExigences();
    expect(measured.size).toBeGreaterThan(10);
    for (const code of measured) {
      const exigence = byCode.get(code);
      expect(exigence?.statut, code).toBe('FIXE');
      expect(
        exigence?.seuils.some(({ valeur }) => valeur !== null),
        code,
      ).toBe(true);
      expect(exigence?.standard.attribut, code).not.toBe('QUALITE');
      expect(exigence?.indicateur, code).not.toBeNull();
    }
  });

  it.each(['SANS_OBJET', 'NON_DIT', 'REALITES_REGIONALES'])(
    'is never judged, nor made an indicator, where the status is %s',
    (statut) => {
      const cells = exigences.filter((exigence) => exigence.statut === statut);
      expect(cells.length).toBeGreaterThan(0);
      for (const cell of cells) expectNoVerdict(cell);
    },
  );

  it('is never a quality row, even one with a threshold: 25 minutes, 12 rencontres', () => {
    const rows = exigences.filter(({ standard }) => standard.attribut === 'QUALITE');
    expect(rows.length).toBeGreaterThanOrEqual(18 * 6);
    const withFigure = rows.filter(({ seuils }) => seuils.some(({ valeur }) => valeur !== null));
    expect(withFigure.map(({ code }) => code)).toEqual([
      'Q-P4:INFO_SOCIAL',
      'Q-P4:CONSULT_SOCIALE',
      'Q-P4:CONSULT_PSY',
      'F-Q2:AAOR',
    ]);
    for (const row of rows) expectNoVerdict(row);
    for (const { code, verdict } of withFigure) expect(verdict?.motif, code).toContain('L2395-2400');
  });

  it('names among the refused indicators the 18 quality rows of Annexe II, with the reason of the text', async () => {
    const { indicateursRefuses } = await ask<{
      indicateursRefuses: { standard: { code: string }; provenance: { origine: string; lignes: string } }[];
    }>(house, '{ indicateursRefuses(raison: QUALITE) { standard { code } provenance { origine lignes } } }');
    const ofAnnexe = indicateursRefuses.filter(({ standard }) => standard.code.startsWith('Q-'));
    expect(ofAnnexe).toHaveLength(18);
    for (const { provenance } of ofAnnexe) expect(provenance.lignes).toMatch(/^L/);
  });
});

describe('V11: a maximum delay', () => {
  const MAXIMA = ['INFERIEUR', 'INFERIEUR_OU_EGAL'];
  const CLOCKS = ['h', 'min', 'jours'];

  it('starts at an event, but for the answer to a call, which is a share of the calls', () => {
    const delays = exigences.flatMap(({ code, seuils }) =>
      seuils.filter(isDelay).map((seuil) => ({ code, ...seuil })),
    );
    expect(delays.length).toBeGreaterThanOrEqual(11);
    for (const { code, declencheur, part } of delays) expect(declencheur ?? part, code).not.toBeNull();
    const without = delays.filter(({ declencheur }) => declencheur === null);
    expect(without.map(({ code }) => code)).toEqual(['A-P11:INFO_SOCIAL']);
  });

  it('runs from acceptance for the consultations, from the request for the accueil', () => {
    for (const code of [
      'A-P8:CONSULT_SOCIALE',
      'A-P8:CONSULT_PSY',
      'A-P9:CONSULT_SOCIALE',
      'A-P9:CONSULT_PSY',
    ])
      expect(triggersOf(code)).toEqual([expect.stringMatching(/^acceptation de la demande/)]);
    for (const code of ['A-P5:AAOR', 'A-P6:AAOR', 'A-P7:AAOR']) {
      expect(triggersOf(code)).toEqual([expect.stringMatching(/demande/)]);
      expect(triggersOf(code)).not.toEqual([expect.stringContaining('acceptation')]);
    }
  });

  function isDelay({ comparateur, unite }: Seuil): boolean {
    return MAXIMA.includes(comparateur ?? '') && CLOCKS.includes(unite ?? '');
  }

  function triggersOf(code: string): (string | null)[] {
    return (
      exigences.find((exigence) => exigence.code === code)?.seuils.map(({ declencheur }) => declencheur) ?? []
    );
  }
});

function cellsOfAnnexe(): Exigence[] {
  return exigences.filter(({ standard }) => standard.sourceStandard === 'ANNEXE_II');
}

function expectNoVerdict({ code, indicateur, verdict }: Exigence): void {
  expect(indicateur, code).toBeNull();
  expect(verdict, code).toMatchObject({ etat: 'SANS_VERDICT', parSource: [] });
}

/** The exigences of every measure there is, page after page. */
async function listMeasuredExigences(): Promise<ReadonlySet<string>> {
  const measured = new Set<string>();
  let after: string | null = null;
  do {
    const { mesures }: MesuresAnswer = await ask<MesuresAnswer>(
      house,
      'query ($after: String) { mesures(first: 1000, after: $after) { nodes { exigence { code } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    for (const { exigence } of mesures.nodes) measured.add(exigence.code);
    after = mesures.pageInfo.hasNextPage ? mesures.pageInfo.endCursor : null;
  } while (after !== null);
  return measured;
}

interface MesuresAnswer {
  readonly mesures: {
    readonly nodes: readonly { readonly exigence: { readonly code: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

function addCounts(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(Object.entries(one).map(([name, count]) => [name, count + (other[name] ?? 0)]));
}

function countBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
}
