import { readFileSync, readdirSync } from 'node:fs';
import { measureCost } from '@palier/gateway/guard/measure-cost';
import { OPEN_NETWORK_LIMITS } from '@palier/gateway/guard/limits';
import { prepareSupergraph } from '@palier/federation/prepare/prepare-supergraph';
import type { ListSize } from '@palier/federation/supergraph/demand-control';
import { SUPERGRAPH } from '@palier/start/open-house';
import { type GraphQLObjectType, getNullableType, isListType, isRequiredArgument, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPOSITION_QUERY, EMPREINTE_QUERY, MESURES_QUERY } from '@palier/sante-quebec/ask-levels';
import { type TestHouse, openTestHouse } from '../house.ts';
import {
  type ObjectField,
  fieldsOf,
  isConnection,
  listObjectTypes,
  objectTypeOf,
  readPublicApi,
  rootFields,
} from '../invariants/public-api.ts';

const api = readPublicApi();
const { demand } = prepareSupergraph(readFileSync(SUPERGRAPH, 'utf8'));
const weigh = (query: string, variables: Readonly<Record<string, unknown>> = {}): number =>
  measureCost(parse(query), undefined, variables, { schema: api, demand });

const MEASURED = (
  JSON.parse(
    readFileSync(
      new URL('../../subgraphs/etablissements/data/exigences-mesurees.json', import.meta.url),
      'utf8',
    ),
  ) as { code: string }[]
).map(({ code }) => JSON.stringify(code));

/** A value for each argument that a field on the way to a list requires. */
const GIVEN: Readonly<Record<string, string>> = {
  exigence: '"A-P5:AAOR"',
  valeur: '1',
  texte: '"clsc"',
  expression: '"valeur >= 0"',
  exigences: `[${MEASURED.join(', ')}]`,
  exercice: '"2025-2026"',
  periode: '"2025-2026-P01"',
};

/**
 * Asked by a dimension, each counted list having its own: test/invariants/repartitions.test.ts tries them all. Its `dont` is said to
 * hold what the dimensions of a verdict, a state or a period do; by territory it holds more, and the bounds on work hold that.
 */
const OF_DIMENSIONS = ['GroupeRepartition'];

/** Made only by an act, or by who may do one; or asked by a code that nothing has at birth. */
const OF_ACTS = [
  'CorrespondanceCodePostal',
  'EssaiRegle',
  'LimitePubliee',
  'RedditionResultat',
  'ValidationMesures',
  'ValidationReddition',
];

/** How long a list is said to be beside what it holds: the figure is generous, and true. */
const GENEROSITY = 2;
const SMALL = 10;

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const ways = findWays();
const LISTS = [...ways].flatMap(([name, way]) => {
  const lists = fieldsOf(api.getType(name) as GraphQLObjectType).filter(givesMany);
  return isConnection(api.getType(name) as GraphQLObjectType) || lists.length === 0
    ? []
    : [{ name, way, lists }];
});

/** The fields that lead from the root to each type, by the shortest way that says all its objects. */
function findWays(): ReadonlyMap<string, readonly ObjectField[]> {
  const found = new Map<string, readonly ObjectField[]>([['Query', []]]);
  for (const name of found.keys()) {
    const fields = name === 'Query' ? rootFields(api) : fieldsOf(api.getType(name) as GraphQLObjectType);
    for (const field of fields.filter(canBeAsked)) {
      const type = objectTypeOf(field);
      if (type && !found.has(type.name)) found.set(type.name, [...(found.get(name) ?? []), field]);
    }
  }
  return found;
}

function canBeAsked({ args }: ObjectField): boolean {
  return args.every((argument) => !isRequiredArgument(argument) || argument.name in GIVEN);
}

function givesMany(field: ObjectField): boolean {
  const type = objectTypeOf(field);
  return isListType(getNullableType(field.type)) || (type !== undefined && isConnection(type));
}

function write({ name, args }: ObjectField): string {
  const given = args
    .map((argument) => [argument.name, argument.name === 'first' ? '1000' : GIVEN[argument.name]] as const)
    .filter(([, value]) => value !== undefined)
    .map(([argument, value]) => `${argument}: ${value}`);
  return given.length > 0 ? `${name}(${given.join(', ')})` : name;
}

function writeList(field: ObjectField): string {
  const type = objectTypeOf(field);
  if (type === undefined) return write(field);
  return `${write(field)} { ${isConnection(type) ? 'nodes { __typename }' : '__typename'} }`;
}

/** The most values that one object gives for each list. */
async function measure(
  way: readonly ObjectField[],
  lists: readonly ObjectField[],
): Promise<Map<string, number>> {
  const query = `{ ${way.map((field) => `${write(field)} { `).join('')}${lists.map(writeList).join(' ')}${' }'.repeat(way.length)} }`;
  const { data } = await house.gateway.execute({ query });
  const most = new Map<string, number>();
  const visit = (value: unknown, [next, ...rest]: readonly ObjectField[]): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, next ? [next, ...rest] : []);
    else if (value !== null && value !== undefined) {
      const object = value as Record<string, unknown>;
      if (next) visit(object[next.name], rest);
      else
        for (const { name } of lists) most.set(name, Math.max(most.get(name) ?? 0, lengthOf(object[name])));
    }
  };
  visit(data, way);
  return most;
}

function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return lengthOf((value as { nodes?: unknown } | null)?.nodes ?? []);
}

const sizeOf = (path: string): ListSize => demand.listSizes.get(path)!;

describe('what a list is said to hold', () => {
  it.each(LISTS)('is generous, and true, for the lists of $name', async ({ name, way, lists }) => {
    for (const [field, most] of await measure(way, lists)) {
      const { assumedSize = 0, slicingArguments } = sizeOf(`${name}.${field}`);
      const page = slicingArguments.length > 0;
      const given = page ? Math.min(most, 200) : most;
      expect(assumedSize, `@ListSize of ${name}.${field} gives ${given}`).toBeGreaterThanOrEqual(given);
      if (!page && most > 0)
        expect(assumedSize, `@ListSize of ${name}.${field}`).toBeLessThanOrEqual(
          Math.max(SMALL, most * GENEROSITY),
        );
    }
  });

  it('reaches every list', () => {
    const all = listObjectTypes(api).filter((type) => !isConnection(type) && fieldsOf(type).some(givesMany));
    const reached = new Set(LISTS.map(({ name }) => name));
    const unreached = all.map(({ name }) => name).filter((name) => !reached.has(name));
    expect(unreached.filter((name) => ![...OF_ACTS, ...OF_DIMENSIONS].includes(name))).toEqual([]);
  });
});

describe('what a question is estimated to cost', () => {
  it.each([
    '{ territoiresClsc(first: 20) { nodes { mesures { nodes { id valeur } } } } }',
    '{ exigences(first: 1000) { nodes { code standard { code } service { code } } } }',
    '{ standards { exigences { seuils { valeur } } } }',
    '{ elements { code provenance { lignes } } }',
    '{ regions { reseauxTerritoriaux { code } } ruisss { code } }',
  ])('is near the objects given, never below: %s', async (query) => {
    const { data } = await house.gateway.execute({ query });
    const given = countObjects(data) - 1;
    expect(weigh(query)).toBeGreaterThanOrEqual(given);
    expect(weigh(query)).toBeLessThan(given * 5);
  });

  it('counts a verdict for ten rows, a count for twenty, a search for two thousand', () => {
    const page = 'territoiresClsc { nodes { mesures { nodes { id %s } } } }';
    const without = weigh(`{ ${page.replace('%s', '')} }`);
    expect(weigh(`{ ${page.replace('%s', 'verdict { etat motif }')} }`) - without).toBe(166 * 200 * 10);
    expect(weigh('{ territoiresClsc(first: 1000) { nodes { mesures { totalCount } } } }')).toBe(
      1 + 1_000 * 22,
    );
    expect(weigh('{ recherche(texte: "a", first: 1) { nodes { code } } }')).toBe(2_001);
  });

  it('counts a distribution for its groups, and those within for what each is said to hold', () => {
    expect(weigh('{ mesures { repartition(par: VERDICT) { nombre } } }')).toBe(1 + 170 + 5_000);
    expect(weigh('{ mesures { repartition(par: REGION, puis: VERDICT) { dont { nombre } } } }')).toBe(
      1 + 170 * 14 + 5_000,
    );
  });

  it.each([
    ['a verdict', 'mesures(verdict: CONFORME, first: 1) { nodes { id } }', 5_000],
    ['an order that no index has', 'mesures(tri: VALEUR, first: 1) { nodes { id } }', 3_000],
    ['all periods between two', `mesures(first: 1, periodeDe: "2025-2026-P01") { nodes { id } }`, 2_000],
    ['rules tried on all measures', 'mesuresTouchees(expression: "valeur >= 0") { jugees }', 20_000],
    ['two instants of all tables', 'differencesMsss(first: 1) { nodes { code } }', 3_000],
    [
      'as many times as levels are asked',
      'differences { msss(first: 1) { nodes { code } } etablissements(first: 1) { nodes { code } } }',
      6_000,
    ],
    ['what an index serves', 'mesures(region: "06", first: 1) { nodes { id } }', 0],
  ])('counts what is looked through, however little is given: %s', (_, field, looked) => {
    const cost = weigh(`{ ${field} }`);
    expect(cost).toBeGreaterThanOrEqual(looked);
    expect(cost).toBeLessThan(looked + 10);
  });

  it('counts a ranking for the territories that it scans and those that it shows', () => {
    const ask = (n: string) =>
      weigh(
        `{ classementTerritoires(exigence: "A-P5:AAOR", periode: "2025-2026-P01"${n}) { rangs { rang } } }`,
      );
    expect(ask('')).toBe(170 + 10);
    expect(ask(', n: 50')).toBe(170 + 50);
    expect(
      weigh(
        '{ territoireClsc(code: "06112") { serie(exigence: "A-P5:AAOR", exercice: "2025-2026") { mesure { id } } } }',
      ),
    ).toBe(1 + 13 * 2);
    expect(
      weigh('{ territoireClsc(code: "06112") { imputabilites(exigences: ["A-P5:AAOR"]) { exigence } } }'),
    ).toBe(1 + 20 * 10);
    expect(
      weigh('{ exigence(code: "A-P5:AAOR") { verdicts(valeurs: [{ valeur: 2 }]) { verdict { etat } } } }'),
      // What is given weighs too.
    ).toBe(1 + 1 + 50 * (1 + 10));
  });

  it('leaves the public questions under the limit of an open network', () => {
    const folder = new URL('../questions/', import.meta.url);
    const texts = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ name, text: readFileSync(new URL(`${name}/query.graphql`, folder), 'utf8') }));
    expect(texts.length).toBeGreaterThan(10);
    for (const { name, text } of texts) expect(weigh(text), name).toBeLessThan(OPEN_NETWORK_LIMITS.cost / 5);
  });

  it('leaves what a consolidation asks of the other levels under it', () => {
    const variables = {
      exercice: '2025-2026',
      first: 1_000,
      t0: '01111',
      t1: '01121',
      t2: '01131',
      t3: '01141',
    };
    for (const text of [EMPREINTE_QUERY, COMPOSITION_QUERY, MESURES_QUERY]) {
      const cost = weigh(text, variables);
      expect(cost, text).toBeGreaterThan(1);
      expect(cost, text).toBeLessThan(OPEN_NETWORK_LIMITS.cost);
    }
  });
});

function countObjects(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countObjects(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + countObjects(Object.values(value));
}
