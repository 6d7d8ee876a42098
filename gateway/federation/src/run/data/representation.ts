import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { GraphQLID, type GraphQLSchema } from 'graphql';
import { fieldType, toIds } from './ids.ts';
import { isData, mergeDeep, type Data } from './merge.ts';
import { satisfies } from './object-types.ts';
import type { ApplyRewrites } from './rewrites.ts';

/** How the entities of one concrete type are asked for, when all it takes is leaf fields. */
export interface FlatRepresentation {
  /** Tells this way of asking from any other, in any fetch. */
  readonly signature: string;
  /** The required fields, `__typename` left out; one at least. */
  readonly names: readonly string[];
  /** Those of them that are identifiers. */
  readonly ids: ReadonlySet<string>;
}

/** How a fetch asks for entities. */
export interface Representation {
  /** Undefined when the type takes more than leaf fields. */
  flatFor(typename: string): FlatRepresentation | undefined;
  /**
   * What is sent for an entity; undefined when it lacks something, or is of a type that is not asked for. What several
   * entities hold is selected once, and is the same object in each.
   */
  build(entity: Data, shared?: SharedSelections): Data | undefined;
}

/** What fields have selected, by the object it was selected from. */
export type SharedSelections = Map<QueryPlanFieldNode, Map<Data, Data | null>>;

export function compileRepresentation(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  rewrite: ApplyRewrites | undefined,
): Representation {
  const flats = new Map<string, FlatRepresentation | undefined>();
  // What is rewritten, or completed by another part of the same requirement, is its own.
  const canShare = !rewrite && !asksTwice(requires);
  const ids = new Set(idsIn(schema, requires, ''));
  return {
    flatFor(typename) {
      if (rewrite) return undefined;
      if (!flats.has(typename)) flats.set(typename, compileFlat(schema, requires, typename));
      return flats.get(typename);
    },
    build(entity, shared) {
      const built = selectData({ schema, ids, shared: canShare ? shared : undefined }, entity, requires);
      if (!built?.['__typename']) return undefined;
      rewrite?.(built);
      return built;
    },
  };
}

function compileFlat(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  typename: string,
): FlatRepresentation | undefined {
  const fields = flatFields(schema, requires, typename);
  if (!fields?.includes('__typename')) return undefined;
  const names = fields.filter((name) => name !== '__typename');
  if (names.length === 0) return undefined;
  const ids = new Set(names.filter((name) => fieldType(schema, typename, name) === GraphQLID));
  return { signature: `${typename} ${names.join(' ')}`, names, ids };
}

/** The leaf fields asked of one concrete type, or undefined when something is nested. */
function flatFields(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  typename: string,
): readonly string[] | undefined {
  const fields = new Set<string>();
  for (const selection of requires) {
    if (selection.kind === 'Field') {
      if (selection.selections || selection.alias) return undefined;
      fields.add(selection.name);
      continue;
    }
    if (!selection.typeCondition || !satisfies(schema, typename, selection.typeCondition)) continue;
    const inner = flatFields(schema, selection.selections, typename);
    if (!inner) return undefined;
    inner.forEach((name) => fields.add(name));
  }
  return [...fields];
}

/** The required fields that are identifiers, below a type. */
function idsIn(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  typename: string,
): readonly QueryPlanFieldNode[] {
  return requires.flatMap((selection) => {
    if (selection.kind !== 'Field') {
      return idsIn(schema, selection.selections, selection.typeCondition ?? typename);
    }
    const type = fieldType(schema, typename, selection.name);
    if (selection.selections) return type ? idsIn(schema, selection.selections, type.name) : [];
    return type === GraphQLID ? [selection] : [];
  });
}

/** Whether an object with fields of its own is asked for in two places of one selection. */
function asksTwice(selections: readonly QueryPlanSelectionNode[], names = new Set<string>()): boolean {
  return selections.some((selection) => {
    if (selection.kind !== 'Field') return asksTwice(selection.selections, names);
    if (!selection.selections) return false;
    const name = selection.alias ?? selection.name;
    const isAgain = names.has(name);
    names.add(name);
    return isAgain || asksTwice(selection.selections);
  });
}

interface Selecting {
  readonly schema: GraphQLSchema;
  readonly ids: ReadonlySet<QueryPlanFieldNode>;
  readonly shared: SharedSelections | undefined;
}

/** What `requires` asks of `source`; undefined when a field is missing, for then its fetch has failed and said so. */
function selectData(
  selecting: Selecting,
  source: Data,
  requires: readonly QueryPlanSelectionNode[],
): Data | undefined {
  const selected: Data = {};
  for (const selection of requires) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name;
      const value = Object.hasOwn(source, name) ? source[name] : undefined;
      if (value === undefined) return undefined;
      selected[name] = selectValue(selecting, value, selection);
      continue;
    }
    const { typeCondition } = selection;
    if (!typeCondition || !satisfies(selecting.schema, source['__typename'], typeCondition)) continue;
    const inner = selectData(selecting, source, selection.selections);
    if (inner) mergeDeep(selected, inner);
  }
  return selected;
}

function selectValue(selecting: Selecting, value: unknown, field: QueryPlanFieldNode): unknown {
  if (!field.selections) return typeof value !== 'string' && selecting.ids.has(field) ? toIds(value) : value;
  if (Array.isArray(value)) return value.map((item) => selectValue(selecting, item, field));
  return isData(value) ? selectNested(selecting, value, field) : null;
}

function selectNested(selecting: Selecting, value: Data, field: QueryPlanFieldNode): Data | null {
  const selected = selecting.shared && sharedBy(field, selecting.shared);
  const known = selected?.get(value);
  if (known !== undefined) return known;
  const made = selectData(selecting, value, field.selections!) ?? null;
  selected?.set(value, made);
  return made;
}

function sharedBy(field: QueryPlanFieldNode, shared: SharedSelections): Map<Data, Data | null> {
  const known = shared.get(field);
  if (known) return known;
  const made = new Map<Data, Data | null>();
  shared.set(field, made);
  return made;
}
