import { composeServices } from '@apollo/composition';
import { printType } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createPlannerEngine } from '../planner/planner-engine.ts';
import { prepareSupergraph } from './prepare-supergraph.ts';

const IMPORTS =
  '"@key", "@requires", "@external", "@shareable", "@override", "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize", "@interfaceObject", "@context", "@fromContext"';

function compose(subgraphs: Readonly<Record<string, string>>): string {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${IMPORTS}])`;
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://127.0.0.1/${name}`,
    typeDefs: parse(`${link}\n${sdl}`),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

describe('a prepared supergraph', () => {
  it('lists the resolvable keys of a type first', () => {
    const { sdl } = prepareSupergraph(
      compose({
        a: 'type Query { w: W } type W @key(fields: "b", resolvable: false) @key(fields: "a") { a: ID! b: ID! }',
        b: 'type W @key(fields: "b") { b: ID! }',
      }),
    );
    const line = sdl.split('\n').find((text) => text.startsWith('type W ')) ?? '';
    expect(line.indexOf('key: "a"')).toBeLessThan(line.indexOf('key: "b", resolvable: false'));
  });

  it('gives a hidden field to each argument set that is required, and drops the external field it replaces', () => {
    const prepared = prepareSupergraph(
      compose({
        a: 'type Query { w: W } type W @key(fields: "id") { id: ID! n(x: Int, y: String): Int }',
        b: `type W @key(fields: "id") { id: ID! n(x: Int, y: String): Int @external
          p: Int @requires(fields: "n(y: \\"z\\", x: 1)") q: Int @requires(fields: "n(x: 1, y: \\"z\\")") r: Int @requires(fields: "n(x: 2)") }`,
      }),
    );
    expect([...prepared.hiddenFields.values()]).toEqual([
      { field: 'n', arguments: 'x: 1, y: "z"' },
      { field: 'n', arguments: 'x: 2' },
    ]);
    expect(prepared.sdl).toContain('n(x: Int, y: String): Int @join__field(graph: A)\n');
    expect(prepared.sdl).toContain('url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY');
    const clientFields = createPlannerEngine(prepared).apiSchema.type('W')?.toString();
    expect(clientFields).toBe('W');
    expect([...prepared.reservedNames].toSorted()).toEqual(
      ['__typename', 'id', ...prepared.hiddenFields.keys()].toSorted(),
    );
  });

  it('takes the access specifications out, and keeps who needs what', () => {
    const prepared = prepareSupergraph(
      compose({
        a: `type Query { me: P } interface P { n: Int }
          type Q implements P @key(fields: "id") { id: ID! n: Int @requiresScopes(scopes: [["a", "b"], ["c"]]) s: S }
          type R implements P @authenticated { n: Int } scalar S @policy(policies: [["p"]])`,
        b: 'type Q @key(fields: "id") { id: ID! s: S @external t: Int @requires(fields: "s") @policy(policies: [["p"]]) } scalar S @policy(policies: [["p"]])',
      }),
    );
    expect(prepared.sdl).not.toMatch(/authenticated|requiresScopes|policy/);
    const { fields, types } = prepared.access;
    expect(types.get('R')).toEqual({ authenticated: true, scopes: [], policies: [] });
    expect(fields.get('Q.n')).toMatchObject({ scopes: [[['a', 'b'], ['c']]] });
    expect(fields.get('P.n')).toMatchObject({ authenticated: true, scopes: [[['a', 'b'], ['c']]] });
    expect(fields.get('Q.t')).toMatchObject({ policies: expect.arrayContaining([[['p']]]) as unknown });
  });

  it('reads labels and weights', () => {
    const prepared = prepareSupergraph(
      compose({
        a: 'type Query { w(n: Int = 1 @cost(weight: 3)): [W] @listSize(slicingArguments: ["n"], assumedSize: 9, requireOneSlicingArgument: false) } type W @key(fields: "id") @cost(weight: 7) { id: ID! x: Int }',
        b: 'type W @key(fields: "id") { id: ID! x: Int @override(from: "a", label: "percent(5)") } input I { v: Int @cost(weight: 2) } type Query { i(i: I): Int }',
      }),
    );
    expect(prepared.overrideLabels).toEqual(new Set(['percent(5)']));
    expect(Object.fromEntries(prepared.demand.weights)).toEqual({ W: 7, 'Query.w(n:)': 3, 'I.v': 2 });
    expect(prepared.demand.listSizes.get('Query.w')).toEqual({
      assumedSize: 9,
      slicingArguments: ['n'],
      sizedFields: [],
      requireOneSlicingArgument: false,
    });
  });

  it('is plain data, which crosses threads', () => {
    const prepared = prepareSupergraph(compose({ a: 'type Query { a: Int }' }));
    expect(structuredClone(prepared)).toEqual(prepared);
    expect(prepared.subgraphs).toEqual([{ graph: 'A', name: 'a', url: 'http://127.0.0.1/a' }]);
  });

  it('gives a hidden field to each argument set of a context, and keeps the context', () => {
    const prepared = prepareSupergraph(
      compose({
        a: `type Query { u: U } type U @key(fields: "id") @context(name: "u") { id: ID! p(n: Int): String! v: V }
        type V @key(fields: "id") { id: ID! f(x: String @fromContext(field: "$u { p(n: 1) }")): Int
          g(x: String @fromContext(field: "$u { p(n: 2) }")): Int }`,
      }),
    );
    expect([...prepared.hiddenFields.values()]).toEqual([
      { field: 'p', arguments: 'n: 1' },
      { field: 'p', arguments: 'n: 2' },
    ]);
    expect([...prepared.contextTypes]).toEqual(['U']);
    const { apiSchema } = createPlannerEngine(prepared);
    expect(apiSchema.type('V')?.kind === 'ObjectType' && printType(apiSchema.type('V')!)).not.toContain('x');
    expect(apiSchema.directives().map(({ name }) => name)).not.toContain('context');
  });

  it('protects a field as the value it takes from above is, be it not said to be', () => {
    const sdl = compose({
      a: `type Query { u: U w: W }
        type U @key(fields: "id") @context(name: "u") { id: ID! p: String @authenticated v: V }
        type W @key(fields: "id") @context(name: "u") { id: ID! p: String v: V }
        type V @key(fields: "id") { id: ID! f(x: String @fromContext(field: "$u { p }")): Int @authenticated }`,
    });
    const unsaid = sdl.replace(/^( {2}f: Int .*) @authenticated$/m, '$1');
    expect(unsaid).not.toBe(sdl);
    const { access } = prepareSupergraph(unsaid);
    expect(access.fields.get('V.f')).toEqual({ authenticated: true, scopes: [], policies: [] });
  });

  it('knows which subgraphs give what others only name', () => {
    const { externals } = prepareSupergraph(
      compose({
        a: `type Query { u: U } type U @key(fields: "id") @context(name: "u") { id: ID! p: String @external v: V }
        type V @key(fields: "id") { id: ID! f(x: String @fromContext(field: "$u { p }")): Int }`,
        b: 'type U @key(fields: "id") { id: ID! p: String }',
      }),
    );
    expect(Object.fromEntries(externals)).toEqual({ 'a U.p': ['b'] });
  });

  it.each(['', 'type {', 'type Query { a: Int }'])('refuses %j in French', (text) => {
    expect(() => prepareSupergraph(text)).toThrow('Le supergraphe ne peut pas être servi.');
  });
});
