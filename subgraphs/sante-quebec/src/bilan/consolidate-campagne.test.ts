import { StartupError } from '@palier/runtime/errors';
import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { santeQuebec } from '../subgraph.ts';
import type { Tables } from '../tables.ts';
import { consolidateCampagne } from './consolidate-campagne.ts';
import { EMPREINTE_QUERY, MESURES_QUERY, type PublishedMeasure, type QueryGraph } from './read-graph.ts';

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(santeQuebec, { demonstration: 'CHARGEE' });
});
afterAll(() => level.close());
beforeEach(() => tables().deleteFrom('consolidation').execute());

function tables(): Kysely<Tables> {
  return level.database.kysely.withSchema('sante_quebec') as unknown as Kysely<Tables>;
}

const NOON = new Date('2026-05-01T16:00:00Z');
const THRESHOLDS: Readonly<Record<string, number>> = { 'A-G7': 70, 'A-P11': 4, 'F-A1': 365 };
const PERIODES = Array.from({ length: 13 }, (_, index) => `2025-2026-P${String(index + 1).padStart(2, '0')}`);

/** The two other levels, seen through the graph: measures by page in the order of ids, and thresholds. */
function graphOf(
  measures: readonly PublishedMeasure[],
  threshold = (standard: string) => THRESHOLDS[standard] ?? 10,
): QueryGraph {
  return async (query, variables) => {
    if (query === EMPREINTE_QUERY) return { empreinteMesures: JSON.stringify(measures) };
    if (query === MESURES_QUERY)
      return pageOf(measures, variables as { first: number; after: string | null });
    const code = String(variables['code']);
    const standard = code.slice(0, code.indexOf(':'));
    return { exigence: { code, statut: 'FIXE', assertions: assertionsOf(standard, threshold(standard)) } };
  };
}

function pageOf(
  measures: readonly PublishedMeasure[],
  { first, after }: { first: number; after: string | null },
) {
  const start = after === null ? 0 : measures.findIndex(({ id }) => id === after) + 1;
  const nodes = measures.slice(start, start + first);
  const pageInfo = { hasNextPage: start + first < measures.length, endCursor: nodes.at(-1)?.id ?? null };
  return { mesures: { nodes, pageInfo } };
}

function assertionsOf(standard: string, valeur: number) {
  const volets = standard === 'A-G7' ? ['en personne', 'par téléphone'] : [null];
  const comparateur = standard === 'A-G7' ? 'SUPERIEUR_OU_EGAL' : 'INFERIEUR_OU_EGAL';
  return volets.map((volet) => ({
    source: 'FICHE',
    volet,
    seuil: { valeur, comparateur, unite: null, part: null },
  }));
}

function measure(
  periode: string,
  territoire: string,
  exigence: string,
  valeur: number | null,
): PublishedMeasure {
  return {
    id: `${periode}:${territoire}:${exigence}`,
    volet: null,
    valeur,
    unite: null,
    statut: 'FINALE',
    version: 1,
    periode: { code: periode },
    territoire: { code: territoire },
    exigence: { code: exigence },
    provenance: { origine: 'DEMONSTRATION' },
  };
}

const consolidate = (graph: QueryGraph) =>
  consolidateCampagne({ database: level.database, graph, now: () => NOON });

const BILAN = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on TerritoireClsc { bilan(campagne: "2025-2026") {
  campagne { code } conformes nonConformes indetermines sansVerdict absents consolideLe source version provenance { origine }
  parIndicateur { indicateur { code } conformes absents parExigence { exigence { code } volet conformes absents } } } } } }`;

interface BilanSeen {
  readonly conformes: number;
  readonly nonConformes: number;
  readonly absents: number;
  readonly version: string;
  readonly parIndicateur: readonly {
    readonly indicateur: { readonly code: string };
    readonly parExigence: readonly object[];
  }[];
}

async function bilanOf(code: string): Promise<BilanSeen | null> {
  const of = [{ __typename: 'TerritoireClsc', code }];
  const { _entities } = await level.data<{ _entities: { bilan: BilanSeen | null }[] }>(BILAN, { of });
  return _entities[0]?.bilan ?? null;
}

// Thirteen periods on thirteen cells, and one value a year on the two yearly ones.
const EXPECTED_PER_TERRITOIRE = 13 * 13 + 2;

describe('a consolidation', () => {
  it('counts the verdicts of each territory, and what is missing', async () => {
    expect(await bilanOf('06112')).toBeNull();
    const measures = [
      measure('2025-2026-P01', '06112', 'A-P5:AAOR', 8),
      measure('2025-2026-P02', '06112', 'A-P5:AAOR', 12),
    ];
    expect(await consolidate(graphOf(measures))).toMatchObject({ etat: 'CONSOLIDEE', mesures: 2 });
    const bilan = await bilanOf('06112');
    expect(bilan).toMatchObject({
      campagne: { code: '2025-2026' },
      conformes: 1,
      nonConformes: 1,
      indetermines: 0,
      sansVerdict: 0,
      absents: EXPECTED_PER_TERRITOIRE - 2,
      consolideLe: '2026-05-01T16:00:00.000Z',
      provenance: { origine: 'DEMONSTRATION' },
    });
    expect(bilan?.parIndicateur).toHaveLength(9);
    expect(bilan?.parIndicateur[0]).toEqual({
      indicateur: { code: 'I-A-G7' },
      conformes: 0,
      absents: 26,
      parExigence: ['en personne', 'par téléphone'].map((volet) => ({
        exigence: { code: 'A-G7:AAOR' },
        volet,
        conformes: 0,
        absents: 13,
      })),
    });
    expect(await bilanOf('01111')).toMatchObject({ conformes: 0, absents: EXPECTED_PER_TERRITOIRE });
    expect(await bilanOf('99999')).toBeNull();
  });

  it('writes nothing when nothing changed, and follows a corrected measure or threshold', async () => {
    const before = [measure('2025-2026-P01', '06112', 'A-P5:AAOR', 12)];
    const after = [{ ...measure('2025-2026-P01', '06112', 'A-P5:AAOR', 8), version: 2 }];
    await consolidate(graphOf(before));
    const statements = await level.statementsOf(async () =>
      expect(await consolidate(graphOf(before))).toMatchObject({ etat: 'INCHANGEE' }),
    );
    expect(statements.every((text) => text.startsWith('select'))).toBe(true);
    expect(await bilanOf('06112')).toMatchObject({ conformes: 0, nonConformes: 1 });
    expect(await consolidate(graphOf(after))).toMatchObject({ etat: 'CONSOLIDEE' });
    expect(await bilanOf('06112')).toMatchObject({ conformes: 1, nonConformes: 0 });
    expect(await consolidate(graphOf(after, () => 5))).toMatchObject({ etat: 'CONSOLIDEE' });
    expect(await bilanOf('06112')).toMatchObject({ conformes: 0, nonConformes: 1 });
  });

  it('that is cut off leaves the former bilans whole', async () => {
    await consolidate(graphOf([measure('2025-2026-P01', '06112', 'A-P5:AAOR', 8)]));
    const former = await bilanOf('06112');
    const down: QueryGraph = async (query, variables) => {
      if (query === MESURES_QUERY || query === EMPREINTE_QUERY) return graphOf([])(query, variables);
      throw new Error('the ministry does not answer');
    };
    await expect(consolidate(down)).rejects.toThrow('the ministry does not answer');
    await expect(
      consolidate(async (query, variables) =>
        query === MESURES_QUERY || query === EMPREINTE_QUERY
          ? graphOf([])(query, variables)
          : { exigence: null },
      ),
    ).rejects.toThrow('Le ministère ne connaît pas');
    expect(await bilanOf('06112')).toEqual(former);
  });

  it('run twice at once ends with one set of bilans', async () => {
    const graph = graphOf([measure('2025-2026-P01', '06112', 'A-P5:AAOR', 8)]);
    const outcomes = await Promise.all([consolidate(graph), consolidate(graph)]);
    expect(outcomes.map(({ etat }) => etat)).toContain('CONSOLIDEE');
    expect(await bilanOf('06112')).toMatchObject({ conformes: 1, absents: EXPECTED_PER_TERRITOIRE - 1 });
  });

  it('of 24 000 measures reads each page once, writes as many statements as for two, and all bilans are then read in two', async () => {
    const { etablissements } = await level.data<{ etablissements: { territoires: { code: string }[] }[] }>(
      '{ etablissements { territoires { code } } }',
    );
    const territoires = etablissements.flatMap((one) => one.territoires.map(({ code }) => code));
    const exigences = ['AAOR', 'CONSULT_SOCIALE', 'CONSULT_PSY'].map((service) => `A-P10:${service}`);
    const more = ['A-P5:AAOR', 'A-P6:AAOR', 'A-P7:AAOR', 'A-P8:CONSULT_SOCIALE', 'A-P8:CONSULT_PSY'];
    const last = ['A-P9:CONSULT_SOCIALE', 'A-P9:CONSULT_PSY', 'A-P11:INFO_SOCIAL'];
    const measures = PERIODES.flatMap((periode) =>
      territoires.flatMap((territoire) =>
        [...exigences, ...more, ...last].map((exigence) => measure(periode, territoire, exigence, 1)),
      ),
    );
    expect(measures).toHaveLength(23_738);
    const pages = new Map(measures.map(({ id }, index) => [id, index + 1]));
    const asked: { readonly query: string; readonly code: unknown }[] = [];
    const indexed: QueryGraph = async (query, variables) => {
      asked.push({ query, code: variables['code'] });
      if (query !== MESURES_QUERY) return graphOf([])(query, variables);
      const start = pages.get(String(variables['after'])) ?? 0;
      return pageOf(measures.slice(start), { first: Number(variables['first']), after: null });
    };
    const few = await level.statementsOf(() => consolidate(graphOf(measures.slice(0, 2))));
    const many = await level.statementsOf(async () =>
      expect(await consolidate(indexed)).toMatchObject({ etat: 'CONSOLIDEE', mesures: 23_738 }),
    );
    expect(many).toEqual(few);
    const codes = asked.flatMap(({ code }) => code ?? []);
    expect(codes.length).toBe(new Set(codes).size);
    // 24 pages, each exigence of the canevas, and what says whether anything changed.
    expect(asked.filter(({ query }) => query === MESURES_QUERY)).toHaveLength(24);
    expect(asked).toHaveLength(24 + codes.length + 1);
    const of = territoires.map((code) => ({ __typename: 'TerritoireClsc', code }));
    const statements = await level.statementsOf(() =>
      level.data(
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on TerritoireClsc { bilan { conformes } } } }',
        { of },
      ),
    );
    expect(statements).toHaveLength(2);
    expect(await bilanOf('18011')).toMatchObject({
      conformes: 11 * 13,
      absents: EXPECTED_PER_TERRITOIRE - 11 * 13,
    });
  });

  it('says that there is no campagne to consolidate', async () => {
    const request = { database: level.database, graph: graphOf([]), now: () => NOON };
    expect(await consolidateCampagne({ ...request, campagne: '1999-2000' })).toEqual({
      etat: 'SANS_CAMPAGNE',
    });
  });
});

describe('the demonstration', () => {
  it('goes with its bilans, and is refused beside a real canevas', async () => {
    await consolidate(graphOf([]));
    await santeQuebec.open(level.database, { demonstration: 'ABSENTE' });
    expect(await tables().selectFrom('bilan_territoire').select('territoire_code').execute()).toEqual([]);
    await tables()
      .insertInto('canevas')
      .values({
        code: '2026-2027-V1',
        version: 1,
        exercice: '2026-2027',
        nature: 'OFFICIEL',
        provenance: { origine: 'SAISIE' },
      })
      .execute();
    await expect(santeQuebec.open(level.database, { demonstration: 'CHARGEE' })).rejects.toThrow(
      StartupError,
    );
    expect(await level.data('{ canevas { nodes { code nature } } }')).toEqual({
      canevas: { nodes: [{ code: '2026-2027-V1', nature: 'OFFICIEL' }] },
    });
  });
});
