import { buildSchema, parse, visit, type DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { DemandControl } from '@palier/federation/supergraph/demand-control';
import type { Refusal } from '../errors/errors.ts';
import { createGuard } from './guard-operation.ts';
import { LIMIT_REMEDIES, OPEN_NETWORK_LIMITS, type Limits } from './limits.ts';
import { measureCost, type CostGraph } from './measure-cost.ts';
import { measureDocument } from '@palier/federation/graphql/measure-document';

const schema = buildSchema(`
  type Query { noeud: Noeud  liste(first: Int, n: Int): [Noeud]  page(first: Int): Page  lourd: Int  noeuds(last: Int): Page }
  type Mutation { ecrire(noeuds: [NoeudAEcrire!], codes: [ID!]): Noeud  lourde(codes: [ID!]): Noeud }
  input NoeudAEcrire { id: ID  enfants: [NoeudAEcrire] }
  type Page { edges: [Arete]  total: Int }
  type Arete { node: Noeud }
  type Noeud { id: ID  parent: Noeud  enfants: [Noeud] }
`);
const listSize = {
  assumedSize: undefined,
  slicingArguments: ['first'],
  sizedFields: [] as string[],
  requireOneSlicingArgument: false,
};
const demand: DemandControl = {
  weights: new Map([
    ['Query.lourd', 50],
    ['Mutation.lourde', 500],
    ['Mutation.lourde(codes:)', 3],
  ]),
  listSizes: new Map([
    ['Query.liste', listSize],
    ['Query.page', { ...listSize, sizedFields: ['edges'] }],
  ]),
};
const graph: CostGraph = { schema, demand };

function refusalOf(query: string, limits: Limits = OPEN_NETWORK_LIMITS): Refusal | undefined {
  try {
    createGuard(limits)({ query }, graph);
    return undefined;
  } catch (error) {
    return error as Refusal;
  }
}

/** Parent and children links through fragments: each level doubles what the planner walks, and adds 60 bytes of text. */
function bomb(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, level) => {
    const inside = level + 1 < levels ? `...F${level + 1}` : 'id';
    return `fragment F${level} on Noeud { parent { ${inside} } enfants { ${inside} } }`;
  });
  return `{ noeud { ...F0 } } ${fragments.join(' ')}`;
}

describe('each class of attack is refused with its limit and its count', () => {
  it.each([
    ['tokens', '{ noeud { id } }'.repeat(1000), undefined],
    ['aliases', `{ ${Array.from({ length: 61 }, (_, n) => `a${n}: noeud { id }`).join(' ')} }`, 61],
    ['directives', `{ noeud ${'@a '.repeat(100)} { id } }`, 100],
    ['depth', `{ ${'noeud { parent { '.repeat(15)} id ${'} }'.repeat(15)} }`, 31],
    ['rootFields', `{ ${'noeud { id } '.repeat(40)} }`, 40],
    ['selections', bomb(10), 3071],
    [
      'introspections',
      `{ ...A ...B ...C } ${['A', 'B', 'C'].map((name) => `fragment ${name} on Query { __schema { queryType { name } } __type(name: "Query") { name } }`).join(' ')}`,
      6,
    ],
    ['cost', '{ liste(first: 2000000) { id } }', 2_000_000],
  ] as const)('%s', (mesure, query, compte) => {
    const refusal = refusalOf(query);
    expect(refusal?.code).toBe('LIMITE_DEPASSEE');
    expect(refusal?.extensions).toMatchObject({
      mesure,
      limite: OPEN_NETWORK_LIMITS[mesure],
      remede: LIMIT_REMEDIES[mesure],
    });
    if (compte !== undefined) {
      expect(refusal?.extensions['compte']).toBe(compte);
      expect(refusal?.message).toContain(`Elle compte ${compte} `);
    }
    expect(refusal?.message).toContain(`la limite est de ${OPEN_NETWORK_LIMITS[mesure]}.`);
  });

  it('a bomb under one kilobyte, whatever it would develop into', () => {
    const query = bomb(12);
    expect(query.length).toBeLessThan(1000);
    expect(refusalOf(query)?.extensions['compte']).toBe(2 ** 13 - 1 + 2 ** 12);
    expect(refusalOf(bomb(60))?.extensions['mesure']).toBe('depth');
  });

  it('brackets in one another that exhaust the stack', () => {
    const query = `{ liste(n: ${'['.repeat(200_000)}) { id } }`;
    expect(refusalOf(query, { depth: 5 })?.message).toContain('imbrications');
  });
});

describe('an introspection that multiplies itself', () => {
  it('by aliases is counted as many', () => {
    const types = Array.from({ length: 10 }, (_, n) => `t${n}: types { fields { name } }`).join(' ');
    expect(refusalOf(`{ __schema { ${types} } }`)?.extensions).toMatchObject({
      mesure: 'introspections',
      compte: 11,
    });
  });
});

describe('what is within the limits goes on', () => {
  it('the query every explorer sends first', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect(refusalOf(getIntrospectionQuery({ descriptions: true, specifiedByUrl: true }))).toBeUndefined();
  });

  it('what is not GraphQL, and what contains itself: validation says so better', () => {
    expect(refusalOf('{')).toBeUndefined();
    expect(refusalOf('{ ...F } fragment F on Query { ...F noeud { id } }')).toBeUndefined();
    expect(refusalOf('{ ...Inconnu }')).toBeUndefined();
  });

  it('everything, when nothing is limited', () => {
    expect(refusalOf(bomb(12), {})).toBeUndefined();
  });
});

/** A document that counts how often each of its selection sets is walked. */
function countWalks(document: DocumentNode): { readonly document: DocumentNode; readonly walks: number[] } {
  const walks: number[] = [];
  const counting = visit(document, {
    SelectionSet: {
      leave(set) {
        const rank = walks.push(0) - 1;
        return Object.defineProperty({ ...set }, 'selections', {
          get() {
            walks[rank] = (walks[rank] ?? 0) + 1;
            return set.selections;
          },
        });
      },
    },
  });
  return { document: counting, walks };
}

describe('measures', () => {
  it.each([12, 60])('walk each selection once, whatever they develop into: %i levels', (levels) => {
    const { document, walks } = countWalks(parse(bomb(levels)));
    expect(measureDocument(document).selections).toBe(2 ** (levels + 1) - 1 + 2 ** levels);
    expect([walks.length, new Set(walks)]).toEqual([2 + 3 * levels, new Set([1])]);
    walks.fill(0);
    expect(measureCost(document, undefined, {}, graph)).toBeGreaterThan(10 ** levels);
    expect(new Set(walks)).toEqual(new Set([1]));
  });

  it('count a fragment wherever it is spread, and aliases and directives where they are written', () => {
    const query = `{ ...F a: noeud { ...G } } fragment F on Query { noeud @skip(if: false) { ...G } } fragment G on Noeud { id parent { id } }`;
    expect(measureDocument(parse(query))).toEqual({
      aliases: 1,
      directives: 1,
      depth: 3,
      rootFields: 2,
      selections: 8,
      introspections: 0,
    });
  });

  it.each([
    ['{ noeud { id } }', {}, 1],
    ['{ liste { id } }', {}, 10],
    ['{ liste(first: 3) { enfants { id } } }', {}, 33],
    ['query Q($n: Int = 4) { liste(first: $n) { id } }', {}, 4],
    ['query Q($n: Int = 4) { liste(first: $n) { id } }', { n: 7 }, 7],
    ['{ page(first: 5) { total edges { node { id } } } }', {}, 11],
    ['{ page(first: 5) { ...P } } fragment P on Page { edges { node { id } } }', {}, 11],
    ['{ noeuds(last: 7) { edges { node { id } } } }', {}, 15],
    ['{ lourd }', {}, 50],
    ['mutation { ecrire { id } }', {}, 11],
    ['mutation { a: ecrire { id } b: ecrire { id } }', {}, 22],
    ['mutation { ecrire(noeuds: [{ id: 1 }, { enfants: [{ id: 2 }, null, { id: 3 }] }]) { id } }', {}, 15],
    ['mutation { ecrire(noeuds: { id: 1 }, codes: ["a", "b"]) { id } }', {}, 12],
    ['mutation M($n: [NoeudAEcrire!]) { ecrire(noeuds: $n) { id } }', { n: [{}, {}, {}] }, 14],
    ['mutation M($n: [NoeudAEcrire!]) { ecrire(noeuds: $n) { id } }', { n: 'x' }, 11],
    ['mutation M($n: [NoeudAEcrire!] = [{ id: 1 }]) { ecrire(noeuds: $n) { id } }', {}, 12],
    ['mutation M($c: [ID!]) { lourde(codes: $c) { id } }', { c: ['a', 'b'] }, 506],
    ['{ inconnu { id } }', {}, 0],
    ['query Q($n: Int) { liste(first: $n) { id } }', { n: 'x' }, 10],
  ])('cost of %s with %j is %i', (query, variables, cost) => {
    expect(measureCost(parse(query), undefined, variables, graph)).toBe(cost);
  });

  it.each(['noeuds: [$n, $n, $n]', 'noeuds: [{ enfants: [$n, $n] }, $n]', 'noeuds: $n, autres: [$n, $n]'])(
    'reads a variable once for a type, however often the text names it: %s',
    (given) => {
      let reads = 0;
      const n = Object.defineProperty({}, 'id', { enumerable: true, get: () => (reads += 1) });
      const query = parse(`mutation M($n: NoeudAEcrire) { ecrire(${given}) { id } }`);
      expect(measureCost(query, undefined, { n }, graph)).toBeGreaterThan(11);
      expect(reads).toBeLessThanOrEqual(2);
    },
  );

  it.each([
    ['names that its type does not have', [{ id: 1 }], 12],
    ['a list where none is expected', [['a', 'b']], 11],
  ])('reads nothing of %s', (_what, given, cost) => {
    const unread = given.map(
      (each) =>
        new Proxy(each, {
          ownKeys: () => {
            throw new Error('read');
          },
        }),
    );
    const query = parse('mutation M($n: [NoeudAEcrire!]) { ecrire(noeuds: $n) { id } }');
    expect(measureCost(query, undefined, { n: unread }, graph)).toBe(cost);
  });
});
