import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type DirectiveNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import { operationOf, readFragments, type Fragments } from '../graphql/document.ts';
import { EngineError } from '../errors/engine-error.ts';
import { listConditions } from '../graphql/conditions.ts';
import { namesOf, readSteps } from './steps.ts';
import type { RewrittenOperation } from '../operation/rewrite-operation.ts';

/** The response names that the fetches of a plan can fill, as a tree. */
interface Covered {
  readonly below: Map<string, Covered>;
  /** Fragments that were looked at here, on the type they were met on: met again, they say nothing more. */
  readonly seen: Set<string>;
}

/**
 * Refuses a plan that no fetch of fills a field the client asked for: the stock engine would answer `null` and say
 * nothing. That happens with an interface that no type of the owning subgraph implements.
 */
export function refuseSilentNulls(
  plan: QueryPlan,
  rewritten: RewrittenOperation,
  schema: GraphQLSchema,
): readonly EngineError[] {
  const operation = operationOf(rewritten.document, rewritten.operation.name?.value);
  const root = schema.getRootType(operation.operation);
  if (!root) return [];
  const covered = newPlace();
  for (const { fetch, path } of plan.node ? readSteps(plan.node) : [])
    coverFetch(fetch, covered, namesOf(path));
  const search: Search = {
    schema,
    fragments: readFragments(rewritten.document),
    names: rewritten.responseNames,
  };
  const refusals = new Map<string, EngineError>();
  for (const refusal of uncovered(operation.selectionSet, root, covered, search, [])) {
    refusals.set(refusal.path?.join('.') ?? '', refusal);
  }
  return [...refusals.values()];
}

interface Search {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly names: ReadonlyMap<string, string>;
}

function coverFetch(fetch: FetchNode, root: Covered, path: readonly string[]): void {
  const document = parse(fetch.operation, { noLocation: true });
  const fragments = readFragments(document);
  const { selectionSet } = operationOf(document);
  const [first] = selectionSet.selections;
  const set = fetch.requires && first?.kind === Kind.FIELD ? first.selectionSet : selectionSet;
  if (set) coverSet(set, at(root, path), fragments);
}

const newPlace = (): Covered => ({ below: new Map(), seen: new Set() });

function at(root: Covered, path: readonly string[]): Covered {
  let place = root;
  for (const name of path) place = belowOf(place, name);
  return place;
}

function belowOf(place: Covered, name: string): Covered {
  const known = place.below.get(name);
  if (known) return known;
  const created = newPlace();
  place.below.set(name, created);
  return created;
}

function coverSet(set: SelectionSetNode, place: Covered, fragments: Fragments): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) coverSet(selection.selectionSet, place, fragments);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      if (fragment) coverSet(fragment.selectionSet, place, fragments);
    }
    if (selection.kind !== Kind.FIELD) continue;
    const name = (selection.alias?.value ?? selection.name.value).replace(/__alias_\d+$/, '');
    const below = belowOf(place, name);
    if (selection.selectionSet) coverSet(selection.selectionSet, below, fragments);
  }
}

/** Only what every object of a place must have is looked for: a fragment may concern types that never come. */
function* uncovered(
  set: SelectionSetNode,
  type: GraphQLNamedType,
  place: Covered,
  search: Search,
  path: readonly string[],
): Generator<EngineError> {
  for (const selection of set.selections) {
    if (isNeverAsked(selection.directives)) continue;
    if (selection.kind === Kind.FIELD) {
      yield* uncoveredField(selection, type, place, search, path);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? search.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    if (!fragment || !appliesToAll(condition, type, search.schema)) continue;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const met = `${selection.name.value} ${type.name}`;
      if (place.seen.has(met)) continue;
      place.seen.add(met);
    }
    yield* uncovered(fragment.selectionSet, type, place, search, path);
  }
}

function* uncoveredField(
  field: FieldNode,
  type: GraphQLNamedType,
  place: Covered,
  search: Search,
  path: readonly string[],
): Generator<EngineError> {
  // The engine gives __typename and introspection itself.
  if (field.name.value.startsWith('__')) return;
  const name = field.alias?.value ?? field.name.value;
  const below = place.below.get(name);
  const clientPath = [...path, search.names.get(name) ?? name];
  if (!below) {
    yield new EngineError('CHAMP_INATTEIGNABLE', `Il s’agit de « ${clientPath.join('.')} ».`, {
      path: clientPath,
    });
    return;
  }
  const definition =
    isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
  const inner = definition && getNamedType(definition.type);
  if (!field.selectionSet || !inner || !isCompositeType(inner)) return;
  yield* uncovered(field.selectionSet, inner, below, search, clientPath);
}

function appliesToAll(condition: string | undefined, type: GraphQLNamedType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wider = schema.getType(condition);
  if (!isInterfaceType(wider)) return false;
  return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wider, type);
}

function isNeverAsked(directives: readonly (DirectiveNode | ConstDirectiveNode)[] | undefined): boolean {
  return listConditions(directives).some(({ on, holds }) => on === !holds);
}
