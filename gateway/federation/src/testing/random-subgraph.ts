import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { GraphQLResponseLike } from '../run/data/subgraph-caller.ts';
import { chanceOf, pick } from './random.ts';

/** How often things go wrong in a world, each in [0, 1]. */
export interface Hazards {
  readonly nulls: number;
  readonly errors: number;
  /** Leaves that do not fit their type, typenames that do not exist. */
  readonly corruption: number;
}

type Entity = Record<string, unknown> & { readonly $id: string };

const IDS = ['1', '2', '3', '4', '5'];

/**
 * A subgraph where every value depends on the entity, the field, its arguments and the world alone: two subgraphs
 * agree on what they share, and asking twice gives the same answer.
 */
export function createRandomSubgraph(
  sdl: string,
  world: number,
  hazards: Hazards,
): (query: string, variables: unknown) => Promise<GraphQLResponseLike> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
  addReferences(schema);
  const fieldResolver = createResolver(world, hazards);
  return async (query, variables) => {
    const result = await execute({
      schema,
      document: parse(query),
      variableValues: variables as Record<string, unknown>,
      fieldResolver,
      typeResolver: (value) => (value as { $type: string }).$type,
    });
    const answer = JSON.parse(JSON.stringify(result)) as GraphQLResponseLike;
    if (answer.data) corrupt(answer.data, world, hazards.corruption);
    return answer;
  };
}

function addReferences(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const resolveReference = (reference: Record<string, unknown>) => ({
      ...reference,
      $type: reference['__typename'],
      $id: identify(reference),
    });
    Object.assign(type, { resolveReference });
    type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
  }
}

function identify(reference: Record<string, unknown>): string {
  const key = reference['id'] ?? reference['upc'] ?? reference['code'];
  return String(key).replace(/^.*-/, '');
}

function createResolver(world: number, hazards: Hazards): GraphQLFieldResolver<Entity, unknown> {
  return (parent, args, _context, info) => {
    if (info.fieldName === '_entities' || info.fieldName === '_service')
      throw new Error('Not a field of the world');
    const id = parent?.$id ?? 'root';
    const seed = [
      world,
      info.parentType.name,
      id,
      info.fieldName,
      Object.keys(args as object).length ? args : 0,
    ];
    if (isKey(info)) return keyValue(info, id);
    if (chanceOf('error', ...seed) < hazards.errors)
      throw new Error(`No ${info.parentType.name}:${id}.${info.fieldName}`);
    const value = valueOf(info.returnType, seed, hazards, info.schema);
    return isComputed(info) && value !== null ? `${String(value)}:${requiredValues(parent)}` : value;
  };
}

const KEYS = new Set(['id', 'upc', 'code']);
const isKey = ({ fieldName }: GraphQLResolveInfo): boolean => KEYS.has(fieldName);
const keyValue = ({ fieldName }: GraphQLResolveInfo, id: string): string =>
  fieldName === 'id' ? id : `${fieldName}-${id}`;

const COMPUTED = new Set(['shippingEstimate', 'freight', 'label', 'length', 'summary']);
const isComputed = ({ fieldName, parentType }: GraphQLResolveInfo): boolean =>
  COMPUTED.has(fieldName) && parentType.name !== 'Region';

function requiredValues(parent: Entity): string {
  const required = Object.entries(parent).filter(([name]) => !/^(\$.*|__typename|id|upc|code)$/.test(name));
  return JSON.stringify(required.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function valueOf(
  type: GraphQLOutputType,
  seed: readonly unknown[],
  hazards: Hazards,
  schema: GraphQLSchema,
): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, seed, { ...hazards, nulls: 0 }, schema);
  if (chanceOf('null', ...seed) < hazards.nulls) return null;
  if (isListType(type)) {
    const length = Math.floor(chanceOf('length', ...seed) * 5);
    return Array.from({ length }, (_, index) => valueOf(type.ofType, [...seed, index], hazards, schema));
  }
  const chance = chanceOf('value', ...seed);
  if (isEnumType(type)) return pick(chance, type.getValues()).value;
  if (isScalarType(type)) return scalarOf(type.name, chance);
  const named = getNamedType(type);
  const concrete = isAbstractType(named)
    ? pick(chanceOf('type', ...seed), schema.getPossibleTypes(named))
    : named;
  const isEntity = isObjectType(concrete) && Object.keys(concrete.getFields()).some((name) => KEYS.has(name));
  return { $type: concrete.name, $id: isEntity ? pick(chance, idsOf(concrete.name)) : JSON.stringify(seed) };
}

/** An item is of one kind whoever is asked: its kind is in its identity. */
function idsOf(typename: string): readonly string[] {
  return ['Book', 'Film', 'Disc'].includes(typename) ? IDS.map((id) => `${typename}${id}`) : IDS;
}

function scalarOf(name: string, chance: number): unknown {
  if (name === 'Int') return Math.floor(chance * 100);
  if (name === 'Float') return Math.round(chance * 1000) / 8;
  if (name === 'Boolean') return chance < 0.5;
  return pick(chance, ['plain', 'with "quotes"', 'é\n\u2028', '', 'null', '\ud800', `${chance}`]);
}

const ROOTS = new Set<unknown>(['Query', 'Mutation']);

/** Spoils values by what they are and where, so that the same entity is spoiled the same in every answer. */
function corrupt(value: unknown, world: number, chance: number): void {
  if (Array.isArray(value)) {
    value.forEach((item) => corrupt(item, world, chance));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const object = value as Record<string, unknown>;
  for (const [key, inner] of Object.entries(object)) {
    if (typeof inner === 'object') corrupt(inner, world, chance);
    else if (!KEYS.has(key) && !ROOTS.has(inner) && chanceOf('spoil', world, key, inner) < chance) {
      object[key] =
        key === '__typename'
          ? 'Nobody'
          : pick(chanceOf('how', world, key, inner), ['SPOILED', 1e40, true, 7]);
    }
  }
}
