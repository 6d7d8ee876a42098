import { composeServices } from '@apollo/composition';
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { toContractSupergraph, type TagFilter } from './contract.ts';
import { readContractView } from './contract-view.ts';
import { createPlannerEngine } from '../planner/planner-engine.ts';
import { prepareSupergraph } from '../prepare/prepare-supergraph.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@tag", "@inaccessible", "@shareable"])';

const SUBGRAPHS = {
  clinics: `
    type Query {
      clinics(order: Order, filter: Filter, near: Near!): [Clinic!]! @tag(name: "public")
      plain: [Clinic!]! @tag(name: "public")
      staff: [Person!]! @tag(name: "staff")
      found: [Found] @tag(name: "public")
      audit: Audit
    }
    type Clinic implements Place @key(fields: "id") { id: ID! @tag(name: "public")  name: String @tag(name: "public")  cost: Money @tag(name: "staff")  chief: Person @tag(name: "public") }
    interface Place { id: ID!  name: String }
    type Person @tag(name: "staff") { name: String  badge: String @tag(name: "secret") }
    type Audit { lines: [String!]! }
    union Found = Clinic | Person
    type Money { cents: Int }
    enum Order { NAME COST @tag(name: "staff") }
    input Filter { name: String  cost: Int @tag(name: "staff") }
    input Near { x: Float!  y: Float! }`,
  beds: `type Clinic @key(fields: "id") { id: ID!  beds: Int @tag(name: "public")  free: Int @inaccessible }`,
};

const { supergraphSdl = '' } = composeServices(
  Object.entries(SUBGRAPHS).map(([name, sdl]) => ({
    name,
    url: `http://127.0.0.1/${name}`,
    typeDefs: parse(`${LINK}\n${sdl}`),
  })),
);

function fieldsOf(sdl: string, type: string): readonly string[] | undefined {
  const found = buildSchema(sdl).getType(type);
  return found && 'getFields' in found ? Object.keys(found.getFields()) : undefined;
}

const toContractSdl = (sdl: string, filter: TagFilter): string =>
  readContractView(sdl, { name: 'essai', filter }).apiSdl;

describe('a contract', () => {
  it('without a filter is the graph of clients', () => {
    const sdl = toContractSdl(supergraphSdl, {});
    expect(fieldsOf(sdl, 'Query')).toEqual(['clinics', 'plain', 'staff', 'found', 'audit']);
    expect(fieldsOf(sdl, 'Clinic')).toEqual(['id', 'beds', 'name', 'cost', 'chief']);
  });

  it('leaves out what bears an excluded tag, and what only led there', () => {
    const sdl = toContractSdl(supergraphSdl, { exclude: ['staff'] });
    expect(fieldsOf(sdl, 'Query')).toEqual(['clinics', 'plain', 'found', 'audit']);
    expect(fieldsOf(sdl, 'Clinic')).toEqual(['id', 'beds', 'name']);
    expect(fieldsOf(sdl, 'Person')).toBeUndefined();
    expect(fieldsOf(sdl, 'Money')).toBeUndefined();
    expect(fieldsOf(sdl, 'Filter')).toEqual(['name']);
    expect(buildSchema(sdl).getType('Order')).toMatchObject({ _values: [{ name: 'NAME' }] });
    expect(sdl).toContain('union Found = Clinic\n');
  });

  it('shows only what bears an included tag, with the inputs it needs', () => {
    const sdl = toContractSdl(supergraphSdl, { include: ['public'] });
    expect(fieldsOf(sdl, 'Query')).toEqual(['clinics', 'plain', 'found']);
    // A person has no public field left: what leads to one goes with it.
    expect(fieldsOf(sdl, 'Clinic')).toEqual(['id', 'beds', 'name']);
    expect(fieldsOf(sdl, 'Near')).toEqual(['x', 'y']);
    expect(fieldsOf(sdl, 'Audit')).toBeUndefined();
  });

  it('takes a tag on a type for one on each of its fields, unless these are excluded', () => {
    const sdl = toContractSdl(supergraphSdl, { include: ['public', 'staff'], exclude: ['secret'] });
    expect(fieldsOf(sdl, 'Person')).toEqual(['name']);
    expect(fieldsOf(sdl, 'Clinic')).toContain('chief');
  });

  it('hides a field with the argument it cannot do without', () => {
    const tagged = supergraphSdl.replace('near: Near!', 'near: Near! @tag(name: "staff")');
    expect(fieldsOf(toContractSdl(tagged, { exclude: ['staff'] }), 'Query')).toEqual([
      'plain',
      'found',
      'audit',
    ]);
  });

  it('plans as the whole graph does', () => {
    const prepared = prepareSupergraph(toContractSupergraph(supergraphSdl, { include: ['public'] }));
    const { plan } = createPlannerEngine(prepared).build(
      parse('{ plain { name beds } }'),
      undefined,
      new Set(),
    );
    expect(JSON.stringify(plan)).toContain('{plain{__typename id name}}');
  });

  it('says in French that nothing is left', () => {
    expect(() => toContractSdl(supergraphSdl, { include: ['nothing'] })).toThrow(
      'Le supergraphe ne peut pas être servi',
    );
  });
});
