import {
  buildSchema,
  type GraphQLFieldResolver,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  responsePathAsArray,
} from 'graphql';
import { chanceOf, pick } from '@palier/federation/testing/random';

const SDL = `
  interface Node { id: ID! label: String }
  interface Named implements Node { id: ID! label: String name(language: String = "fr"): String! }
  enum Kind { LOCAL REGIONAL }
  scalar Moment
  union Any = Person | Place
  type Person implements Node & Named {
    id: ID! label: String name(language: String = "fr"): String!
    age: Int size: Float! adult: Boolean born: Moment kind: Kind!
    friends(first: Int): [Person!]! home: Place! best: Node seen: [Moment] tags: [[String!]]
  }
  type Place implements Node {
    id: ID! label: String kind: Kind open: Boolean! people(first: Int = 2): [Person] near: [Any!] counts: [Int!]!
  }
  type Query { node(id: ID!): Node named: [Named] any: [Any!] person(id: ID!): Person! places(first: Int): [Place!] count: Int! }
`;

/** How often things go wrong in a world, each in [0, 1]. */
export interface Hazards {
  readonly nulls: number;
  readonly errors: number;
  readonly misfits: number;
}

export interface World {
  readonly schema: GraphQLSchema;
  /** What resolvers were told, in no order: one line a call. */
  readonly told: string[];
}

type Made = Record<string, unknown>;
type Way = 'property' | 'promised property' | 'method' | 'resolver' | 'async resolver';
const WAYS: readonly Way[] = ['property', 'promised property', 'method', 'resolver', 'async resolver'];

/**
 * A schema whose every field gives its value in one of the ways graphql-js knows. A value depends on the place in the
 * answer, the arguments and the world: a text asked twice gives the same answer.
 */
export function createWorld(seed: number, hazards: Hazards): World {
  const schema = buildSchema(SDL);
  const values = new RandomValues(schema, seed, hazards);
  const told: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name === 'Moment') Object.assign(type, { serialize: serializeMoment });
    if (type.name === 'Node') Object.assign(type, { resolveType: async (value: unknown) => typeOf(value) });
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isOne = (value: unknown): boolean => typeOf(value) === type.name;
    if (type.name === 'Person') type.isTypeOf = isOne;
    if (type.name === 'Place') type.isTypeOf = async (value) => isOne(value);
    for (const field of Object.values(type.getFields())) {
      const way = type.name === 'Query' ? 'async resolver' : values.wayOf(type.name, field.name);
      if (way.endsWith('resolver')) field.resolve = makeResolver(values, told, way === 'async resolver');
    }
  }
  return { schema, told };
}

const typeOf = (value: unknown): string => String((value as Made)['$type']);

function serializeMoment(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  throw new GraphQLError(`Not a moment: ${String(value)}`);
}

function makeResolver(
  values: RandomValues,
  told: string[],
  isAsync: boolean,
): GraphQLFieldResolver<unknown, unknown> {
  return (_source, args, _context, info) => {
    const { parentType, fieldName, returnType, variableValues, operation, fieldNodes } = info;
    const path = responsePathAsArray(info.path);
    const field = `${parentType.name}.${fieldName}: ${String(returnType)}`;
    told.push(JSON.stringify([path, field, args, variableValues, operation.name?.value, fieldNodes.length]));
    const make = (): unknown => values.make(returnType, [...path, args]);
    return isAsync ? Promise.resolve().then(make) : make();
  };
}

type Place = readonly unknown[];

class RandomValues {
  readonly #schema: GraphQLSchema;
  readonly #seed: number;
  readonly #hazards: Hazards;

  constructor(schema: GraphQLSchema, seed: number, hazards: Hazards) {
    this.#schema = schema;
    this.#seed = seed;
    this.#hazards = hazards;
  }

  wayOf(type: string, field: string): Way {
    return pick(this.#chance('way', [type, field]), WAYS);
  }

  /** @throws as often as the world has it */
  make(type: GraphQLOutputType, place: Place): unknown {
    if (this.#chance('error', place) < this.#hazards.errors) {
      const error = new GraphQLError('Failed on purpose', { extensions: { code: 'EXPRES' } });
      if (this.#chance('thrown', place) < 0.5) throw error;
      return error;
    }
    if (this.#chance('null', place) < this.#hazards.nulls)
      return this.#chance('undefined', place) < 0.5 ? null : undefined;
    if (this.#chance('misfit', place) < this.#hazards.misfits)
      return pick(this.#chance('which', place), MISFITS);
    const present = getNullableType(type);
    if (isListType(present)) return this.#makeList(present.ofType, place);
    return this.#makeOne(present, place);
  }

  #chance(what: string, place: Place): number {
    return chanceOf(this.#seed, what, place);
  }

  #makeList(type: GraphQLOutputType, place: Place): Iterable<unknown> {
    const length = Math.floor(this.#chance('length', place) * 4);
    const items = Array.from({ length }, (_, index) => this.#makeItem(type, [...place, index]));
    return this.#chance('set', place) < 0.3 ? new Set(items) : items;
  }

  #makeItem(type: GraphQLOutputType, place: Place): unknown {
    const make = (): unknown => this.make(type, place);
    if (this.#chance('later', place) < 0.3) return Promise.resolve().then(make);
    try {
      return make();
    } catch (error) {
      return error;
    }
  }

  #makeOne(type: GraphQLOutputType, place: Place): unknown {
    const chance = this.#chance('value', place);
    const named = getNamedType(type);
    if (isAbstractType(named))
      return this.#makeObject(pick(chance, this.#schema.getPossibleTypes(named)), place);
    if (isObjectType(named)) return this.#makeObject(named, place);
    if (isEnumType(named)) return pick(chance, named.getValues()).name;
    if (named.name === 'Int') return Math.floor(chance * 100);
    if (named.name === 'Float') return chance * 100;
    if (named.name === 'Boolean') return chance < 0.5;
    if (named.name === 'Moment') return new Date(Math.floor(chance * 1e12));
    return chance < 0.2 ? Math.floor(chance * 100) : `é${chance}`;
  }

  #makeObject(type: GraphQLObjectType, place: Place): Made {
    const made: Made = { $type: type.name, __typename: type.name };
    for (const field of Object.values(type.getFields())) {
      const make = (args?: unknown): unknown => this.make(field.type, [...place, field.name, args ?? null]);
      const way = this.wayOf(type.name, field.name);
      if (way === 'method') made[field.name] = make;
      if (way === 'property') define(made, field.name, make);
      if (way === 'promised property') define(made, field.name, async () => make());
    }
    return made;
  }
}

const MISFITS: readonly unknown[] = [
  ...['Nobody', 'Person', 'Place'].map((name) => ({ $type: name, __typename: name, id: '1' })),
  ...[Number.NaN, 'misfit', 1e12, Symbol('misfit')],
];

const define = (made: Made, name: string, get: () => unknown): void =>
  void Object.defineProperty(made, name, { get });
