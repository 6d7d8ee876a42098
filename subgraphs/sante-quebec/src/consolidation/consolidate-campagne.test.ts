import { createHash, createHmac } from 'node:crypto';
import type { AskGraph } from '@palier/runtime/ask-graph';
import { StartupError } from '@palier/runtime/errors';
import { tablesOf } from '@palier/runtime/tables-of';
import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import type { Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { santeQuebec } from '../subgraph.ts';
import type { Tables } from '../tables.ts';
import { consolidateCampagne } from './consolidate-campagne.ts';
import { consolidateDue } from './consolidate-due.ts';
import {
  COMPOSITION_QUERY,
  EMPREINTE_QUERY,
  MESURES_QUERY,
  type PublishedMeasure,
  SUPPRIMEES_QUERY,
} from './ask-levels.ts';

let level: SubgraphUnderTest;
let territoires: string[];
let units: { readonly totalCount: number; readonly nodes: readonly object[] };
beforeAll(async () => {
  level = await openForTest(santeQuebec, { demonstration: 'CHARGEE' });
  const { etablissements } = await level.data<{ etablissements: { territoires: { code: string }[] }[] }>(
    '{ etablissements { territoires { code } } }',
  );
  territoires = etablissements.flatMap((one) => one.territoires.map(({ code }) => code)).sort();
  // As the ministry composes them, near enough: by the first figures of their codes.
  const nodes = territoires.map((code) => ({
    code,
    reseauLocal: { code: code.slice(0, 4) },
    reseauTerritorial: { code: code.slice(0, 3) },
    region: { code: code.slice(0, 2) },
    ruisss: { code: code < '06200' ? '2' : '3' },
  }));
  units = { totalCount: nodes.length, nodes };
});
afterAll(() => level.close());
beforeEach(async () => {
  await tables().deleteFrom('releve_territoire').execute();
  await tables().deleteFrom('consolidation').execute();
});

function tables(): Kysely<Tables> {
  return tablesOf<Tables>(level.database.kysely, 'sante_quebec');
}

const NOON = new Date('2026-05-01T16:00:00Z');
const THRESHOLDS: Readonly<Record<string, number>> = { 'A-G7': 70, 'A-P11': 4, 'F-A1': 365 };
const PERIODES = Array.from({ length: 13 }, (_, index) => `2025-2026-P${String(index + 1).padStart(2, '0')}`);

/** The two other levels, seen through the graph: measures by page in the order of ids, thresholds, units, and what is suppressed. */
function graphOf(
  measures: readonly PublishedMeasure[],
  threshold = (standard: string) => THRESHOLDS[standard] ?? 10,
  suppressed = measures.filter(({ statut }) => statut === 'SUPPRIMEE'),
): AskGraph {
  const byTerritoire = new Map<string, PublishedMeasure[]>();
  for (const one of measures) {
    const code = one.territoire?.code ?? '';
    byTerritoire.set(code, [...(byTerritoire.get(code) ?? []), one]);
  }
  return async (query, variables) => {
    const mesuresSupprimees = suppressed.map(({ territoire, exigence, volet, periode }) => ({
      territoire: territoire?.code,
      exigence: exigence?.code,
      volet,
      periode: periode.code,
    }));
    if (query === SUPPRIMEES_QUERY) return { mesuresSupprimees };
    if (query === EMPREINTE_QUERY)
      return {
        empreintesMesures: [...byTerritoire].map(([territoire, own]) => ({
          territoire,
          empreinte: JSON.stringify(own),
          nombre: own.length,
        })),
        mesuresSupprimees,
      };
    if (query === COMPOSITION_QUERY) return { territoiresClsc: units };
    if (query === MESURES_QUERY)
      return Object.fromEntries(
        [0, 1, 2, 3].map((rank) => [
          `t${rank}`,
          pageOf(
            byTerritoire.get(String(variables[`t${rank}`])) ?? [],
            variables[`a${rank}`] as string | null,
          ),
        ]),
      );
    const code = String(variables['code']);
    const standard = code.slice(0, code.indexOf(':'));
    return { exigence: { code, statut: 'FIXE', assertions: assertionsOf(standard, threshold(standard)) } };
  };
}

const FIRST = 250;

function pageOf(measures: readonly PublishedMeasure[], after: string | null) {
  const start = after === null ? 0 : measures.findIndex(({ id }) => id === after) + 1;
  const nodes = measures.slice(start, start + FIRST);
  const pageInfo = { hasNextPage: start + FIRST < measures.length, endCursor: nodes.at(-1)?.id ?? null };
  return { totalCount: measures.length, nodes, pageInfo };
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

const consolidate = (graph: AskGraph) =>
  consolidateCampagne({ database: level.database, graph, now: () => NOON, campagne: '2025-2026' });

/** A graph that answers so many times, then no more. */
function cutOff(graph: AskGraph, times: number): AskGraph {
  let left = times;
  return async (query, variables) => {
    left -= 1;
    if (left < 0) throw new Error('cut off');
    return graph(query, variables);
  };
}

const BILAN = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on TerritoireClsc { bilan(campagne: "2025-2026") {
  campagne { code } conformes nonConformes indetermines sansVerdict absents territoires territoiresSansMesure consolideLe source version provenance { origine }
  parIndicateur {
    indicateur { code } conformes absents provenance { origine }
    parExigence { exigence { code } volet conformes absents provenance { origine } }
  } } } } }`;

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

const WHY = 'bilan { conformes } bilanAbsence { motif doitRepondre { code } }';
const NORTHERN = ['17011', '17012', '18011'];

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
      provenance: { origine: 'DEMONSTRATION' },
      parExigence: ['en personne', 'par téléphone'].map((volet) => ({
        exigence: { code: 'A-G7:AAOR' },
        volet,
        conformes: 0,
        absents: 13,
        provenance: { origine: 'DEMONSTRATION' },
      })),
    });
    expect(await bilanOf('01111')).toMatchObject({ conformes: 0, absents: EXPECTED_PER_TERRITOIRE });
    for (const code of [...NORTHERN, '99999']) expect(await bilanOf(code)).toBeNull();
  });

  it('counts in the north, where no text makes anybody answer, what is measured, and nothing else', async () => {
    await consolidate(graphOf([measure('2025-2026-P01', '17011', 'A-P5:AAOR', 12)]));
    expect(await bilanOf('17011')).toMatchObject({ nonConformes: 1, absents: 0, parIndicateur: [{}] });
    await consolidate(graphOf([]));
    const { region, _entities } = await level.data<{ region: object[]; _entities: object[] }>(
      `query ($of: [_Any!]!) {
        region: _entities(representations: [{ __typename: "Region", code: "17" }]) { ... on Region { ${WHY} } }
        _entities(representations: $of) { ... on TerritoireClsc { ${WHY} } } }`,
      { of: NORTHERN.map((code) => ({ __typename: 'TerritoireClsc', code })) },
    );
    for (const place of [...region, ..._entities])
      expect(place).toEqual({
        bilan: null,
        bilanAbsence: {
          motif: expect.stringContaining('personne n’en doit de bilan') as string,
          doitRepondre: null,
        },
      });
  });

  it('is a demonstration when a measure that it counts is made up, and by no other', async () => {
    const real = { ...measure('2025-2026-P01', '06112', 'A-P5:AAOR', 8), provenance: { origine: 'SAISIE' } };
    const saySource = (origine: string) =>
      level.rows(`update sante_quebec.campagne set provenance = '{"origine":"${origine}"}' returning code`);
    await saySource('SAISIE');
    await consolidate(graphOf([real, measure('2025-2026-P01', '06112', 'Z-Z1:AAOR', 8)]));
    expect(await bilanOf('06112')).toMatchObject({ conformes: 1, provenance: { origine: 'SAISIE' } });
    await consolidate(graphOf([real, measure('2025-2026-P02', '06112', 'A-P5:AAOR', 8)]));
    expect(await bilanOf('06112')).toMatchObject({ conformes: 2, provenance: { origine: 'DEMONSTRATION' } });
    await saySource('DEMONSTRATION');
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

  it('has a version that nobody makes by trying, even from all that it is made of', async () => {
    const graph = graphOf([measure('2025-2026-P01', '06112', 'A-P5:AAOR', 8)]);
    const { version } = (await consolidate(graph))!;
    const read = await tables()
      .selectFrom('releve_territoire')
      .select(['territoire_code', 'empreinte'])
      .orderBy('territoire_code')
      .execute();
    const composition = await tables()
      .selectFrom('composition_territoire')
      .select(['territoire_code', 'rls', 'rts', 'rss', 'ruisss'])
      .orderBy('territoire_code')
      .execute();
    const whole = JSON.stringify([
      read.map(({ territoire_code, empreinte }) => [territoire_code, empreinte]),
      composition,
    ]);
    expect(version).not.toBe(createHash('sha256').update(whole).digest('hex'));
    const { cle } = await tables().selectFrom('secret_consolidation').select('cle').executeTakeFirstOrThrow();
    expect(version).toBe(createHmac('sha256', cle).update(whole).digest('hex'));
    expect(cle).toMatch(/^[0-9a-f]{64}$/);
    // The same from one run to the next, and another where another secret was drawn.
    await tables().deleteFrom('consolidation').execute();
    expect(await consolidate(graph)).toMatchObject({ etat: 'CONSOLIDEE', version });
    await tables().deleteFrom('secret_consolidation').execute();
    const [again, atOnce] = await Promise.all([consolidate(graph), consolidate(graph)]);
    expect(again?.version).not.toBe(version);
    expect(atOnce?.version).toBe(again?.version);
  });

  it('that is cut off leaves the former bilans whole', async () => {
    await consolidate(graphOf([measure('2025-2026-P01', '06112', 'A-P5:AAOR', 8)]));
    const former = await bilanOf('06112');
    const down: AskGraph = async (query, variables) => {
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
    ).rejects.toMatchObject({
      message: expect.stringContaining('Le ministère ne connaît pas') as string,
      extensions: { code: 'CONTENU_INVALIDE', regle: 'COMPTER_CE_QUI_EST_CONNU' },
    });
    expect(await bilanOf('06112')).toEqual(former);
  });

  it('reads again what changed alone, and goes on from where it was cut off, wherever that is', async () => {
    const before = PERIODES.map((periode) => measure(periode, '06112', 'A-P5:AAOR', 8));
    const after = territoires.map((code) => measure('2025-2026-P01', code, 'A-P5:AAOR', 12));
    await consolidate(graphOf(before));
    const one = [...before.slice(1), measure('2025-2026-P01', '06112', 'A-P5:AAOR', 12)];
    const read: unknown[] = [];
    const spied = (graph: AskGraph): AskGraph => {
      return async (query, variables) => {
        if (query === MESURES_QUERY) read.push(...new Set([0, 1, 2, 3].map((rank) => variables[`t${rank}`])));
        return graph(query, variables);
      };
    };
    expect(await consolidate(spied(graphOf(one)))).toMatchObject({ etat: 'CONSOLIDEE', mesures: 13 });
    expect(read).toEqual(['06112']);
    const former = await bilanOf('06112');
    read.length = 0;
    // Cut off ever later, one run after the other: each goes on from the one before.
    const run = (calls: number) => consolidate(spied(cutOff(graphOf(after), calls)));
    let runs = 0;
    while ((await run(7 * runs).catch((error: Error) => error.message)) === 'cut off') {
      expect(await bilanOf('06112')).toEqual(former);
      runs += 1;
    }
    expect(runs).toBeGreaterThan(4);
    const resumed = await bilanOf('06112');
    expect(resumed).toMatchObject({ nonConformes: 1, absents: EXPECTED_PER_TERRITOIRE - 1 });
    expect(read.length).toBeLessThan(territoires.length * 2);
    await tables().deleteFrom('releve_territoire').execute();
    await tables().deleteFrom('consolidation').execute();
    await consolidate(graphOf(after));
    expect(await bilanOf('06112')).toEqual(resumed);
  });

  it('is made of all the measures, or not made', async () => {
    const measures = [measure('2025-2026-P01', '06112', 'A-P5:AAOR', 8)];
    const fewer = (change: (page: ReturnType<typeof pageOf>) => object): AskGraph => {
      return async (query, variables) => {
        const answer = (await graphOf(measures)(query, variables)) as Record<
          string,
          ReturnType<typeof pageOf>
        >;
        if (query !== MESURES_QUERY) return answer;
        return Object.fromEntries(Object.entries(answer).map(([name, page]) => [name, change(page)]));
      };
    };
    for (const change of [
      (page: ReturnType<typeof pageOf>) => ({ ...page, nodes: [] }),
      (page: ReturnType<typeof pageOf>) => ({ ...page, nodes: page.nodes.map(() => null) }),
      (page: ReturnType<typeof pageOf>) => ({ ...page, nodes: [], totalCount: 0 }),
    ])
      await expect(consolidate(fewer(change))).rejects.toThrow('de moins que toutes');
    await expect(
      consolidate(async (query, variables) =>
        query === COMPOSITION_QUERY
          ? { territoiresClsc: { ...units, nodes: units.nodes.slice(1) } }
          : graphOf(measures)(query, variables),
      ),
    ).rejects.toThrow('de moins que tous');
    expect(await bilanOf('06112')).toBeNull();
  });

  it('sums the territories of each unit up, each once, and counts those of which nothing is measured', async () => {
    await consolidate(
      graphOf([
        measure('2025-2026-P01', '06112', 'A-P5:AAOR', 8),
        measure('2025-2026-P01', '06113', 'A-P5:AAOR', 12),
        measure('2025-2026-P01', '01111', 'A-P5:AAOR', 8),
      ]),
    );
    const COUNTS = 'conformes nonConformes absents territoires territoiresSansMesure';
    const of = [
      { __typename: 'ReseauLocal', code: '0611' },
      { __typename: 'ReseauTerritorial', code: '061' },
      { __typename: 'Region', code: '06' },
      { __typename: 'Region', code: '99' },
    ];
    const asked = `query ($of: [_Any!]!) { bilanQuebec { ${COUNTS} version provenance { origine } }
      _entities(representations: $of) { ${['ReseauLocal', 'ReseauTerritorial', 'Region'].map((type) => `... on ${type} { bilan { ${COUNTS} } }`).join(' ')} } }`;
    const { bilanQuebec, _entities } = await level.data<{
      bilanQuebec: object;
      _entities: readonly { readonly bilan: object | null }[];
    }>(asked, { of });
    const unit = (start: string, conformes: number, nonConformes: number) => {
      const count = territoires.filter((code) => code.startsWith(start)).length;
      const measured = conformes + nonConformes;
      const owing = territoires.filter((code) => code.startsWith(start) && !/^1[78]/.test(code)).length;
      const absents = EXPECTED_PER_TERRITOIRE * owing - measured;
      return {
        conformes,
        nonConformes,
        absents,
        territoires: count,
        territoiresSansMesure: count - measured,
      };
    };
    expect(_entities.map(({ bilan }) => bilan)).toEqual([
      unit('0611', 1, 1),
      unit('061', 1, 1),
      unit('06', 1, 1),
      null,
    ]);
    expect(bilanQuebec).toMatchObject({ ...unit('', 2, 1), provenance: { origine: 'DEMONSTRATION' } });
    // A sum has versions too: sante-quebec/src/bilan/versions-of-sums.test.ts holds them to what they sum.
    const versions = 'parIndicateur { parExigence { versions { conformes } } }';
    const { summed, _entities: alone } = await level.data<Record<'summed' | '_entities', unknown>>(
      `query ($of: [_Any!]!) { summed: bilanQuebec { ${versions} }
        _entities(representations: $of) { ... on TerritoireClsc { bilan { ${versions} } } } }`,
      { of: [{ __typename: 'TerritoireClsc', code: '06112' }] },
    );
    expect(JSON.stringify(summed)).toMatch(/"versions":\[\{"conformes":\d\}/);
    expect(JSON.stringify(alone)).toMatch(/"versions":\[\{"conformes":1\}/);
  });

  describe('gives a list of bilans', () => {
    interface Node {
      readonly territoire: { readonly code: string };
      readonly bilan: Readonly<Record<(typeof COUNTS)[number], number>> & { readonly provenance: object };
    }
    interface List {
      readonly totalCount: number;
      readonly nodes: readonly Node[];
      readonly repartition: readonly {
        readonly cle: string;
        readonly nombre: number;
        readonly fictifs: number;
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      readonly absence: {
        readonly motif: string;
        readonly doitRepondre: { readonly code: string } | null;
      } | null;
      readonly origine: string | null;
    }
    const COUNTS = ['conformes', 'nonConformes', 'indetermines', 'sansVerdict', 'absents'] as const;
    const NODES = `nodes { territoire { code } provenance { origine } bilan { ${COUNTS.join(' ')} territoires territoiresSansMesure parIndicateur { conformes parExigence { volet absents } } provenance { origine } } }`;
    const list = async (given: string, fields: string) =>
      (await level.data<{ bilans: List }>(`{ bilans${given === '' ? '' : `(${given})`} { ${fields} } }`))
        .bilans;
    const publish = () =>
      consolidate(
        graphOf([
          measure('2025-2026-P01', '06112', 'A-P5:AAOR', 8),
          measure('2025-2026-P01', '06113', 'A-P5:AAOR', 12),
          measure('2025-2026-P02', '06113', 'A-P5:AAOR', 12),
          measure('2025-2026-P01', '01111', 'A-P5:AAOR', 12),
          measure('2025-2026-P01', '02111', 'A-P5:AAOR', 12),
        ]),
      );

    it('that says of each territory what its own bilan says', async () => {
      await publish();
      const { totalCount, nodes, origine } = await list('first: 200', `totalCount origine ${NODES}`);
      const counted = territoires.length - NORTHERN.length;
      expect([totalCount, nodes.length, origine]).toEqual([counted, counted, 'DEMONSTRATION']);
      const { _entities } = await level.data<{ _entities: readonly { readonly bilan: object }[] }>(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on TerritoireClsc { bilan {
          ${COUNTS.join(' ')} territoires territoiresSansMesure parIndicateur { conformes parExigence { volet absents } } provenance { origine } } } } }`,
        { of: nodes.map(({ territoire }) => ({ __typename: 'TerritoireClsc', ...territoire })) },
      );
      expect(nodes.map(({ bilan }) => bilan)).toEqual(_entities.map(({ bilan }) => bilan));
    });

    it.each([
      ['TERRITOIRE', undefined],
      ['CONFORMES', 'conformes'],
      ['NON_CONFORMES', 'nonConformes'],
      ['INDETERMINES', 'indetermines'],
      ['SANS_VERDICT', 'sansVerdict'],
      ['ABSENTS', 'absents'],
    ] as const)('in the order of %s, both ways, each territory once, ties by code', async (tri, count) => {
      await publish();
      const { nodes } = await list('first: 200', NODES);
      for (const sens of ['CROISSANT', 'DECROISSANT']) {
        const way = sens === 'CROISSANT' ? 1 : -1;
        const sorted = nodes.toSorted((a, b) => {
          const byCount = count === undefined ? 0 : (a.bilan[count] - b.bilan[count]) * way;
          const byCode = a.territoire.code < b.territoire.code ? -1 : 1;
          return byCount || byCode * (count === undefined ? way : 1);
        });
        const paged: string[] = [];
        for (let after = ''; ;) {
          const page = await list(
            `first: 60, tri: ${tri}, sens: ${sens}${after}`,
            'nodes { territoire { code } } pageInfo { hasNextPage endCursor }',
          );
          paged.push(...page.nodes.map(({ territoire }) => territoire.code));
          if (!page.pageInfo.hasNextPage) break;
          after = `, after: "${page.pageInfo.endCursor}"`;
        }
        expect(paged, sens).toEqual(sorted.map(({ territoire }) => territoire.code));
      }
    });

    it('narrowed and counted by the units that it was consolidated in, in one statement beside the campagne', async () => {
      await publish();
      for (const [given, start] of [
        ['region: "06"', '06'],
        ['reseauTerritorial: "061"', '061'],
        ['reseauLocal: "0611"', '0611'],
      ] as const) {
        const own = territoires.filter((code) => code.startsWith(start));
        const { totalCount, nodes } = await list(given, 'totalCount nodes { territoire { code } }');
        expect(totalCount).toBe(own.length);
        expect(nodes.map(({ territoire }) => territoire.code)).toEqual(own);
      }
      const statements = await level.statementsOf(async () => {
        const { repartition } = await list('ruisss: "2"', 'repartition(par: REGION) { cle nombre fictifs }');
        const own = territoires.filter((code) => code < '06200');
        expect(Object.fromEntries(repartition.map(({ cle, nombre }) => [cle, nombre]))).toEqual(
          own.reduce<Record<string, number>>(
            (counts, code) => ({ ...counts, [code.slice(0, 2)]: (counts[code.slice(0, 2)] ?? 0) + 1 }),
            {},
          ),
        );
        expect(repartition.every(({ nombre, fictifs }) => nombre === fictifs)).toBe(true);
      });
      // Rows are read too, since a unit is given: they say that it is one.
      expect(statements).toHaveLength(3);
      expect(await level.statementsOf(() => list('tri: NON_CONFORMES', NODES))).toHaveLength(2);
    });

    it('narrowed to those that count a measure of an indicateur, of an outcome, and whole', async () => {
      await consolidate(
        graphOf([
          measure('2025-2026-P01', '01111', 'A-P6:AAOR', 30),
          measure('2025-2026-P01', '06112', 'A-P5:AAOR', 1),
          measure('2025-2026-P01', '06113', 'A-P5:AAOR', 12),
          measure('2025-2026-P01', '06113', 'A-P6:AAOR', 1),
        ]),
      );
      for (const [given, codes] of [
        ['verdict: CONFORME', ['06112', '06113']],
        ['verdict: NON_CONFORME', ['01111', '06113']],
        ['verdict: INDETERMINE', []],
        ['verdict: CONFORME, indicateur: "I-A-P5"', ['06112']],
        ['verdict: CONFORME, indicateur: "I-A-P5", region: "01"', []],
      ] as const) {
        const { totalCount, nodes } = await list(given, 'totalCount nodes { territoire { code } }');
        expect([given, totalCount]).toEqual([given, codes.length]);
        expect(nodes.map(({ territoire }) => territoire.code)).toEqual(codes);
      }
      const { nodes: all } = await list('first: 200', NODES);
      const statements = await level.statementsOf(async () => {
        const { nodes } = await list('verdict: CONFORME, indicateur: "I-A-P5"', NODES);
        expect(nodes).toEqual(all.filter(({ territoire }) => territoire.code === '06112'));
      });
      expect(statements).toHaveLength(2);
    });

    it('that refuses what does not exist, and says what is missing', async () => {
      expect(await list('region: "99"', 'totalCount absence { motif doitRepondre { code } }')).toMatchObject({
        totalCount: 0,
        absence: {
          motif: expect.stringContaining('n’est pas encore consolidée') as string,
          doitRepondre: null,
        },
      });
      await publish();
      for (const [given, said] of [
        ['region: "99"', '« region » : « 99 » est inconnu.'],
        ['ruisss: "4"', '« ruisss » : « 4 » est inconnu.'],
        ['indicateur: "I-A-P99"', '« indicateur » : « I-A-P99 » est inconnu.'],
        ['campagne: "1999-2000"', '« campagne » : « 1999-2000 » est inconnu.'],
      ] as const) {
        const { errors } = await level.execute(`{ bilans(${given}) { totalCount } }`);
        expect(errors?.[0]?.extensions['code'], given).toBe('FILTRE_INVALIDE');
        expect(errors?.[0]?.message, given).toContain(said);
      }
      expect(
        await list('region: "06", reseauLocal: "0111"', 'totalCount absence { motif doitRepondre { code } }'),
      ).toMatchObject({ totalCount: 0, absence: { doitRepondre: null } });
    });
  });

  it('run twice at once ends with one set of bilans', async () => {
    const graph = graphOf([measure('2025-2026-P01', '06112', 'A-P5:AAOR', 8)]);
    const outcomes = await Promise.all([consolidate(graph), consolidate(graph)]);
    expect(outcomes.map((outcome) => outcome?.etat)).toContain('CONSOLIDEE');
    expect(await bilanOf('06112')).toMatchObject({ conformes: 1, absents: EXPECTED_PER_TERRITOIRE - 1 });
  });

  it('that another counts beside, from other measures, publishes nothing of it, and is made again', async () => {
    const of = (valeur: number) =>
      graphOf(territoires.map((territoire) => measure('2025-2026-P01', territoire, 'A-P5:AAOR', valeur)));
    /** Once the first territories are written. */
    const onSecondBatch = (graph: AskGraph, work: () => Promise<void>): AskGraph => {
      let texts = 0;
      return async (query, variables) => {
        if (query === MESURES_QUERY && ++texts === 7) await work();
        return graph(query, variables);
      };
    };
    const cutOffThere = onSecondBatch(of(12), () => Promise.reject(new Error('cut off')));
    // A slower run, which had read what was there before, writes it over.
    const crossed = onSecondBatch(of(8), () => expect(consolidate(cutOffThere)).rejects.toThrow('cut off'));
    await expect(consolidate(crossed)).rejects.toMatchObject({
      extensions: { regle: 'BILANS_D_UNE_SEULE_LECTURE' },
    });
    expect(await bilanOf(territoires[0]!)).toBeNull();
    expect(await consolidate(of(8))).toMatchObject({ etat: 'CONSOLIDEE' });
    expect(await bilanOf(territoires[0]!)).toMatchObject({ conformes: 1, nonConformes: 0 });
  });

  it('of 24 000 measures reads each page once, writes as many statements as for two, and all bilans are then read in two', async () => {
    const exigences = ['AAOR', 'CONSULT_SOCIALE', 'CONSULT_PSY'].map((service) => `A-P10:${service}`);
    const more = ['A-P5:AAOR', 'A-P6:AAOR', 'A-P7:AAOR', 'A-P8:CONSULT_SOCIALE', 'A-P8:CONSULT_PSY'];
    const last = ['A-P9:CONSULT_SOCIALE', 'A-P9:CONSULT_PSY', 'A-P11:INFO_SOCIAL'];
    const measures = PERIODES.flatMap((periode) =>
      territoires.flatMap((territoire) =>
        [...exigences, ...more, ...last].map((exigence) => measure(periode, territoire, exigence, 1)),
      ),
    );
    expect(measures).toHaveLength(23_738);
    const asked: { readonly query: string; readonly code: unknown }[] = [];
    const all = graphOf(measures);
    const indexed: AskGraph = async (query, variables) => {
      asked.push({ query, code: variables['code'] });
      return all(query, variables);
    };
    const few = await level.statementsOf(() => consolidate(graphOf(measures.slice(0, 2))));
    await tables().deleteFrom('releve_territoire').execute();
    const many = await level.statementsOf(async () =>
      expect(await consolidate(indexed)).toMatchObject({ etat: 'CONSOLIDEE', mesures: 23_738 }),
    );
    expect(many).toEqual(few);
    const codes = asked.flatMap(({ code }) => code ?? []);
    expect(codes.length).toBe(new Set(codes).size);
    // Four territories a text, each exigence of the canevas, the units, what says whether anything changed, before and meanwhile, and what is suppressed since.
    const pages = Math.ceil(territoires.length / 4);
    expect(asked.filter(({ query }) => query === MESURES_QUERY)).toHaveLength(pages);
    expect(asked).toHaveLength(pages + codes.length + 4);
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
      absents: 0,
    });
  });

  describe('of what is due', () => {
    const CAMPAGNE = '2025-2026';
    const due = (graph: AskGraph) => consolidateDue({ database: level.database, graph, now: () => NOON });
    const close = (fermeeLe: string | null) =>
      tables().updateTable('campagne').set({ fermee_le: fermeeLe }).where('code', '=', CAMPAGNE).execute();
    const before = graphOf([measure('2025-2026-P01', '06112', 'A-P5:AAOR', 8)]);
    const after = graphOf([
      measure('2025-2026-P01', '06112', 'A-P5:AAOR', 12),
      measure('2025-2026-P02', '06112', 'A-P5:AAOR', 12),
    ]);
    const NOTHING_DUE = { outcomes: [], failures: [] };
    afterEach(async () => {
      await close(null);
      await tables().deleteFrom('campagne').where('code', '!=', CAMPAGNE).execute();
    });

    it('makes again what was closed while it was made, whatever the clocks say, and then no more', async () => {
      // Closed an hour before the clock of the consolidation, after it has begun.
      const crossed: AskGraph = async (query, variables) => {
        if (query === MESURES_QUERY) await close('2026-05-01T15:00:00Z');
        return before(query, variables);
      };
      expect(await consolidate(crossed)).toMatchObject({ etat: 'CONSOLIDEE' });
      expect(await due(after)).toMatchObject({
        outcomes: [{ etat: 'CONSOLIDEE', campagne: CAMPAGNE, mesures: 2 }],
        failures: [],
      });
      expect(await bilanOf('06112')).toMatchObject({ conformes: 0, nonConformes: 2 });
      expect(await due(before)).toEqual(NOTHING_DUE);
    });

    it('makes again what was closed before, and corrected while it was made', async () => {
      await close('2026-05-01T15:00:00Z');
      const corrected = graphOf([measure('2025-2026-P01', '06112', 'A-P5:AAOR', 12)]);
      let graph = before;
      const crossed: AskGraph = async (query, variables) => {
        const answer = await graph(query, variables);
        if (query === MESURES_QUERY) graph = corrected;
        return answer;
      };
      expect(await consolidate(crossed)).toMatchObject({ etat: 'CONSOLIDEE' });
      expect(await due(corrected)).toMatchObject({ outcomes: [{ etat: 'CONSOLIDEE', mesures: 1 }] });
      expect(await due(before)).toEqual(NOTHING_DUE);
    });

    it('notes once that a campagne closed since has what it had, and moves its bilans when asked alone', async () => {
      await consolidate(before);
      const former = await bilanOf('06112');
      // Closed an hour after the clock of any consolidation.
      await close('2026-05-01T17:00:00Z');
      const statements = await level.statementsOf(async () =>
        expect(await due(before)).toMatchObject({ outcomes: [{ etat: 'INCHANGEE' }], failures: [] }),
      );
      expect(statements.filter((text) => !text.startsWith('select'))).toHaveLength(1);
      expect(await due(after)).toEqual(NOTHING_DUE);
      expect(await bilanOf('06112')).toEqual(former);
      expect(await consolidate(after)).toMatchObject({ etat: 'CONSOLIDEE' });
      expect(await due(before)).toEqual(NOTHING_DUE);
      expect(await bilanOf('06112')).toMatchObject({ nonConformes: 2 });
    });

    it('makes every campagne but the one that fails, which is told', async () => {
      await tables()
        .insertInto('campagne')
        .columns(['code', 'nom', 'exercice', 'canevas_code', 'ouverte_le', 'provenance'])
        .expression(({ selectFrom, val }) =>
          selectFrom('campagne').select([
            val('2026-2027').as('code'),
            'nom',
            val('2026-2027').as('exercice'),
            'canevas_code',
            'ouverte_le',
            'provenance',
          ]),
        )
        .execute();
      expect(
        await due(async (query, variables) =>
          variables['exercice'] === '2026-2027'
            ? Promise.reject(new Error('cut off'))
            : before(query, variables),
        ),
      ).toEqual({
        outcomes: [expect.objectContaining({ etat: 'CONSOLIDEE', campagne: CAMPAGNE })],
        failures: [{ campagne: '2026-2027', error: new Error('cut off') }],
      });
      expect(await bilanOf('06112')).toMatchObject({ conformes: 1 });
    });
  });

  describe('of a figure that is suppressed once it was counted', () => {
    const late = measure('2025-2026-P01', '06112', 'A-P5:AAOR', 12);
    const suppressed = { ...late, valeur: null, statut: 'SUPPRIMEE', version: 2 };
    /** Those measures alone are published, and those figures suppressed, whether or not they still are. */
    const graphAfter = (suppressions: PublishedMeasure[], ...measures: PublishedMeasure[]) =>
      graphOf(measures, undefined, suppressions);
    const COUNTS = 'conformes nonConformes indetermines sansVerdict verdictsReserves';
    const NO_VERDICT = { conformes: 0, nonConformes: 0, indetermines: 0, sansVerdict: 1 };
    const WITHHELD = { ...NO_VERDICT, verdictsReserves: true };
    const TOLD = { ...NO_VERDICT, nonConformes: 1, sansVerdict: 0, verdictsReserves: false };
    interface Cell {
      readonly exigence: { readonly code: string };
      readonly versions: readonly object[];
    }
    interface Read {
      readonly _entities: readonly [
        {
          readonly bilan: {
            readonly parIndicateur: readonly { readonly parExigence: readonly Cell[] }[];
          } | null;
        },
      ];
    }
    /** The bilan, its cell and the versions of that. */
    const read = async (au?: string, code = '06112') => {
      const { _entities } = await level.data<Read>(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on TerritoireClsc { bilan(campagne: "2025-2026") {
          ${COUNTS} parIndicateur { parExigence { exigence { code } ${COUNTS} versions { ${COUNTS} } } } } } } }`,
        { of: [{ __typename: 'TerritoireClsc', code }] },
        undefined,
        au,
      );
      const { parIndicateur, ...bilan } = _entities[0].bilan!;
      const cell = parIndicateur
        .flatMap(({ parExigence }) => parExigence)
        .find(({ exigence }) => exigence.code === 'A-P5:AAOR')!;
      return { bilan, cell, versions: cell.versions };
    };
    const lastInstant = async () => {
      const [row] = await level.rows<{ au: string }>(
        'select max(connu_depuis) as au from sante_quebec.bilan_territoire',
      );
      return new Date(row!.au).toISOString();
    };
    const differencesSince = async (de: string) =>
      (
        await level.data<{ differencesSanteQuebec: { totalCount: number; nodes: readonly object[] } }>(
          `{ differencesSanteQuebec(type: "BilanExigence", territoire: "06112", de: "${de}") {
            totalCount nodes { champ avant apres } } }`,
        )
      ).differencesSanteQuebec;
    const expectWithheld = async (...instants: readonly (string | undefined)[]) => {
      for (const au of instants) {
        const { bilan, cell, versions } = await read(au);
        expect([bilan, cell]).toEqual([WITHHELD, expect.objectContaining(WITHHELD)]);
        expect(versions.length).toBeGreaterThan(0);
        expect(versions.filter((version) => JSON.stringify(version).includes('"nonConformes":1'))).toEqual(
          [],
        );
      }
    };

    it('nothing tells its verdict, now, then or between, until it is said again', async () => {
      await consolidate(graphOf([late]));
      const au = await lastInstant();
      expect(await read(au)).toMatchObject({ bilan: TOLD, cell: TOLD });
      await consolidate(graphOf([suppressed]));
      await expectWithheld(au);
      // What is counted now is told: that it has no verdict.
      const { bilan, versions } = await read();
      expect(bilan).toEqual({ ...NO_VERDICT, verdictsReserves: false });
      expect(versions.slice(0, 2)).toEqual([{ ...NO_VERDICT, verdictsReserves: false }, WITHHELD]);
      expect(await differencesSince(au)).toEqual({
        totalCount: 1,
        nodes: [{ champ: 'verdictsReserves', avant: 'true', apres: 'false' }],
      });
      // Taken out, nobody said it again.
      await consolidate(graphAfter([late]));
      expect((await read(au)).cell).toMatchObject(WITHHELD);
      // Nor by what stands for a value and tells none.
      const none = { ...late, valeur: null, statut: 'NON_DISPONIBLE', version: 3 };
      await consolidate(graphAfter([late], none));
      expect((await read(au)).cell).toMatchObject(WITHHELD);
      await consolidate(graphOf([{ ...late, valeur: 8, version: 4 }]));
      expect(await read()).toMatchObject({ cell: { conformes: 1, sansVerdict: 0 } });
      expect(await read(au)).toMatchObject({ bilan: TOLD, cell: TOLD });
      expect((await differencesSince(au)).totalCount).toBeGreaterThan(0);
    });

    it('nor where it was suppressed and taken out, or said not to be available, between two consolidations', async () => {
      for (const left of [[], [{ ...late, valeur: null, statut: 'NON_DISPONIBLE', version: 3 }]]) {
        await consolidate(graphOf([late]));
        const au = await lastInstant();
        await consolidate(graphAfter([late], ...left));
        await expectWithheld(au);
        // Said again, suppressed again, and cut off before what was counted of it is published.
        await consolidate(graphOf([{ ...late, version: 4 }]));
        expect(await read(au)).toMatchObject({ bilan: TOLD, cell: TOLD });
        let asked = 0;
        const cut: AskGraph = async (query, variables) => {
          if (query === EMPREINTE_QUERY && ++asked > 1) throw new Error('cut off');
          return graphOf([suppressed])(query, variables);
        };
        await expect(consolidate(cut)).rejects.toThrow('cut off');
        await consolidate(graphAfter([late], ...left));
        await expectWithheld(au);
      }
    });

    it('nor where what is due is not made again, or was being made', async () => {
      await consolidate(graphOf([late]));
      const failing: AskGraph = (query, variables) =>
        query === MESURES_QUERY ? Promise.reject(new Error('away')) : graphOf([suppressed])(query, variables);
      expect(await consolidateDue({ database: level.database, graph: failing, now: () => NOON })).toEqual({
        outcomes: [{ etat: 'RESERVEE', campagne: '2025-2026', cases: 1 }],
        failures: [{ campagne: '2025-2026', error: new Error('away') }],
      });
      await expectWithheld(undefined);
      await consolidate(graphOf([late]));
      expect(await read()).toMatchObject({ bilan: TOLD, cell: TOLD });
      // Suppressed once all was read, before it is written.
      const crossed: AskGraph = (query, variables) =>
        graphOf(query === SUPPRIMEES_QUERY ? [suppressed] : [{ ...late, version: 3 }])(query, variables);
      await consolidate(crossed);
      await expectWithheld(undefined);
    });

    it('nor where no account is owed, whatever else is measured there since', async () => {
      const north = measure('2025-2026-P01', '17011', 'A-P5:AAOR', 12);
      await consolidate(graphOf([north]));
      const au = await lastInstant();
      expect((await read(au, '17011')).cell).toMatchObject(TOLD);
      for (const measures of [[{ ...north, valeur: null, statut: 'SUPPRIMEE', version: 2 }], []]) {
        await consolidate(graphAfter([north], ...measures));
        expect((await read(au, '17011')).cell).toMatchObject(WITHHELD);
      }
      expect(await bilanOf('17011')).toBeNull();
      expect(
        await level.data('{ bilans(campagne: "2025-2026", region: "17") { totalCount nodes { id } } }'),
      ).toEqual({
        bilans: { totalCount: 0, nodes: [] },
      });
      await consolidate(graphAfter([north], measure('2025-2026-P02', '17011', 'A-P5:AAOR', 8)));
      expect(await bilanOf('17011')).toMatchObject({ conformes: 1, nonConformes: 0, absents: 0 });
      expect((await read(au, '17011')).cell).toMatchObject(WITHHELD);
    });

    it('and the other cells, and those that never counted it, tell theirs', async () => {
      const next = measure('2025-2026-P02', '06112', 'A-P5:AAOR', null);
      await consolidate(graphOf([late]));
      const au = await lastInstant();
      await consolidate(graphOf([late, { ...next, statut: 'SUPPRIMEE' }]));
      expect(await read(au)).toMatchObject({ bilan: TOLD, cell: TOLD });
      expect(await read()).toMatchObject({
        cell: { nonConformes: 1, sansVerdict: 1, verdictsReserves: false },
      });
    });

    describe('nor do the bilans of a closed campagne, which stand otherwise', () => {
      const close = (fermeeLe: string | null) =>
        tables()
          .updateTable('campagne')
          .set({ fermee_le: fermeeLe })
          .where('code', '=', '2025-2026')
          .execute();
      afterEach(() => close(null));
      const due = (graph: AskGraph) => consolidateDue({ database: level.database, graph, now: () => NOON });
      const other = measure('2025-2026-P01', '06113', 'A-P5:AAOR', 8);
      /** The territories of the bilans of the région, as they are asked. */
      const codesOf = async (asked: string) => {
        const { bilans } = await level.data<{
          bilans: { nodes: readonly { territoire: { code: string } }[] };
        }>(`{ bilans(campagne: "2025-2026", region: "06", ${asked}) { nodes { territoire { code } } } }`);
        return bilans.nodes.map(({ territoire }) => territoire.code);
      };
      /** @returns when the campagne was consolidated, before it closed */
      const stand = async () => {
        await consolidate(graphOf([late, other]));
        const au = await lastInstant();
        await close('2026-05-01T15:00:00Z');
        await due(graphOf([late, other]));
        return au;
      };

      it('of a figure that is suppressed, or was and is no more', async () => {
        for (const of06112 of [[suppressed], []]) {
          const au = await stand();
          const former = await bilanOf('06112');
          // Corrected since, the other stays as it was counted.
          const since = graphAfter([late], ...of06112, { ...other, valeur: 12, version: 2 });
          expect(await due(since)).toEqual({
            outcomes: [{ etat: 'RESERVEE', campagne: '2025-2026', cases: 1 }],
            failures: [],
          });
          await expectWithheld(undefined, au);
          expect(await bilanOf('06112')).toMatchObject({ version: former!.version });
          expect(await bilanOf('06113')).toMatchObject({ conformes: 1 });
          expect(await due(since)).toEqual({ outcomes: [], failures: [] });
          expect(
            await level.data('{ bilanQuebec(campagne: "2025-2026") { conformes verdictsReserves } }'),
          ).toEqual({ bilanQuebec: { conformes: 1, verdictsReserves: true } });
          // Withheld, it is put in no order of verdicts, and found by none.
          for (const sens of ['CROISSANT', 'DECROISSANT'])
            expect((await codesOf(`tri: CONFORMES, sens: ${sens}`)).at(-1)).toBe('06112');
          expect(await codesOf('verdict: SANS_VERDICT, indicateur: "I-A-P5"')).toEqual([]);
          // Transmitted or consolidated by name, it counts what is published.
          await consolidate(graphOf([{ ...late, version: 4 }, other]));
          expect(await read()).toMatchObject({ cell: TOLD });
          await tables().deleteFrom('consolidation').execute();
          await close(null);
        }
      });

      it('of all its cells at one instant, in one statement', async () => {
        await stand();
        const statements = await level.statementsOf(async () =>
          expect(await due(graphAfter([late, other], suppressed))).toMatchObject({
            outcomes: [{ etat: 'RESERVEE', cases: 2 }],
          }),
        );
        expect(statements.filter((text) => !text.startsWith('select'))).toHaveLength(1);
      });

      it('of none for a figure that it never counted', async () => {
        const au = await stand();
        const before = await read();
        const later = measure('2025-2026-P02', '06112', 'A-P5:AAOR', null);
        expect(await due(graphOf([late, other, { ...later, statut: 'SUPPRIMEE' }]))).toEqual({
          outcomes: [],
          failures: [],
        });
        expect(await read()).toEqual(before);
        expect(await read(au)).toMatchObject({ cell: TOLD });
      });
    });
  });

  it('makes nothing of a campagne that is not there', async () => {
    const request = { database: level.database, graph: graphOf([]), now: () => NOON };
    expect(await consolidateCampagne({ ...request, campagne: '1999-2000' })).toBeUndefined();
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
