import { Kind, type DocumentNode } from 'graphql';
import { directivesNamed, readText, type JoinNames } from './join-directives.ts';
import { namedTypeOf, type SupergraphSubgraph, type SupergraphTypes } from './supergraph-types.ts';

/**
 * What tells a root type where it is a value. A subgraph names its roots as it wishes, and the supergraph does not hold
 * these names: what an unknown name stands for is known by where it is met.
 */
export interface RootTypes {
  /** The root types by the kind of operation. */
  readonly byKind: ReadonlyMap<string, string>;
  /** The roots that a value of a type can be, by that type. Empty where no field gives a root. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** The type of each field that has fields, by `Type.field`. */
  readonly fields: ReadonlyMap<string, string>;
  /** The types that a subgraph has under their names here, as `subgraph Type`. */
  readonly known: ReadonlySet<string>;
}

const NONE: RootTypes = { byKind: new Map(), places: new Map(), fields: new Map(), known: new Set() };

export function readRootTypes(
  document: DocumentNode,
  types: SupergraphTypes,
  join: JoinNames,
  subgraphs: readonly SupergraphSubgraph[],
): RootTypes {
  const byKind = readRoots(document);
  const names = new Set(byKind.values());
  const places = new Map<string, readonly string[]>();
  for (const type of types.all.keys()) {
    const roots = types.runtimeTypes(type).filter((name) => names.has(name));
    if (roots.length > 0) places.set(type, roots);
  }
  const fields = new Map<string, string>();
  for (const { name, fields: own = [] } of types.withFields) {
    for (const field of own) fields.set(`${name.value}.${field.name.value}`, namedTypeOf(field.type));
  }
  const isGiven = [...fields.values()].some((type) => places.has(type));
  return isGiven ? { byKind, places, fields, known: readKnown(types, join, subgraphs) } : NONE;
}

function readRoots({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const roots = definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION
      ? (node.operationTypes ?? []).map(({ operation, type }) => [operation, type.name.value] as const)
      : [],
  );
  return new Map(roots);
}

function readKnown(
  types: SupergraphTypes,
  join: JoinNames,
  subgraphs: readonly SupergraphSubgraph[],
): ReadonlySet<string> {
  const names = new Map(subgraphs.map(({ graph, name }) => [graph, name]));
  const known = [...types.all.values()].flatMap((type) =>
    directivesNamed(type, join.type).map(
      (directive) => `${names.get(readText(directive, 'graph') ?? '')} ${type.name.value}`,
    ),
  );
  return new Set(known);
}
