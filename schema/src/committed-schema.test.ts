import {
  type ServiceDefinition,
  composeServices,
  compositionHasErrors,
} from '@theguild/federation-composition';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql';
import { Supergraph } from '@apollo/federation-internals';
import { beforeAll, describe, expect, it } from 'vitest';
import { CompositionFault, composeSupergraph } from './compose.ts';
import {
  SUPERGRAPH_FILE,
  buildContract,
  findDrift,
  findRuleFaults,
  listSubgraphSdls,
} from './committed-schema.ts';

let contract: ReadonlyMap<string, string>;

beforeAll(() => {
  contract = buildContract();
});

describe('the committed contract', () => {
  it('is what the code says', () => {
    expect(findDrift(contract)).toEqual([]);
  });

  it('names the file that drifts', () => {
    expect(findDrift(new Map([['msss.graphql', 'type Autre { a: Int }']]))).toEqual(['schema/msss.graphql']);
  });

  it('breaks no rule', () => {
    expect(findRuleFaults()).toEqual([]);
  });

  it('explains in one list why subgraphs do not fit together', () => {
    const a = { name: 'a', url: 'http://a', sdl: 'type Query { x: Int }' };
    const b = { name: 'b', url: 'http://b', sdl: 'type Query { x: String }' };
    expect(() => composeSupergraph([a, b])).toThrow(CompositionFault);
  });

  it('describes every type and field in words', () => {
    const schema = publicSchema();
    const bare = Object.values(schema.getTypeMap()).filter(isOurs).flatMap(listBare);
    expect(bare).toEqual([]);
  });
});

describe('a second composition, by other hands', () => {
  it('gives the same public graph', () => {
    const services: ServiceDefinition[] = listSubgraphSdls().map(({ name, url, sdl }) => ({
      name,
      url,
      typeDefs: parse(sdl),
    }));
    const result = composeServices(services);
    if (compositionHasErrors(result)) throw new Error(result.errors.map(({ message }) => message).join('\n'));
    const theirs = Supergraph.build(result.supergraphSdl).apiSchema().toGraphQLJSSchema();
    expect(listMembers(theirs)).toEqual(listMembers(publicSchema()));
  });
});

function publicSchema(): GraphQLSchema {
  return Supergraph.build(contract.get(SUPERGRAPH_FILE) ?? '')
    .apiSchema()
    .toGraphQLJSSchema();
}

function isOurs({ name }: GraphQLNamedType): boolean {
  return (
    !name.startsWith('__') && !(name in buildSchema('type Query { x: Int }').getTypeMap() && name !== 'Query')
  );
}

function listBare(type: GraphQLNamedType): string[] {
  const missing = type.description || ['Query', 'Mutation'].includes(type.name) ? [] : [type.name];
  if (!isObjectType(type) && !isInputObjectType(type) && !isInterfaceType(type)) return missing;
  const fields = Object.values(type.getFields()).filter(({ description }) => !description);
  return [...missing, ...fields.map(({ name }) => `${type.name}.${name}`)];
}

/** Each type and member with its type and arguments, in alphabetical order. */
function listMembers(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).filter(isOurs).flatMap(listMembersOf).sort();
}

function listMembersOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [type.name];
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map(
      (field) => `${type.name}.${field.name}: ${String(field.type)}`,
    );
  }
  return Object.values(type.getFields()).map((field) => {
    const given = field.args.map((arg) => `${arg.name}: ${String(arg.type)}`);
    return `${type.name}.${field.name}(${given.sort().join(', ')}): ${String(field.type)}`;
  });
}
