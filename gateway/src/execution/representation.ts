import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { stringText, valueText } from './json-text.ts';
import { isData, mergeDeep, type Data } from './merge.ts';
import { satisfies } from './object-types.ts';
import type { ApplyRewrites } from './rewrites.ts';

/** The JSON text by which a subgraph is asked for an entity, or undefined when the entity lacks what it takes. */
export type RepresentationOf = (entity: Data) => string | undefined;

export function compileRepresentation(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  rewrite: ApplyRewrites | undefined,
): RepresentationOf {
  const anyEntity: RepresentationOf = (entity) => {
    const built = selectData(schema, entity, requires);
    if (!built?.['__typename']) return undefined;
    rewrite?.(built);
    return JSON.stringify(built);
  };
  if (rewrite) return anyEntity;
  const byTypename = new Map<string, RepresentationOf>();
  return (entity) => {
    const typename = entity['__typename'];
    if (typeof typename !== 'string' || typename === '') return undefined;
    let known = byTypename.get(typename);
    if (!known) {
      known = compileForType(schema, requires, typename, anyEntity);
      byTypename.set(typename, known);
    }
    return known(entity);
  };
}

function compileForType(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  typename: string,
  anyEntity: RepresentationOf,
): RepresentationOf {
  const fields = flatFields(schema, requires, typename);
  if (!fields) return anyEntity;
  if (!fields.includes('__typename')) return () => undefined;
  const names = fields.filter((name) => name !== '__typename');
  const head = `{"__typename":${stringText(typename)}`;
  const keys = names.map((name) => `,${JSON.stringify(name)}:`);
  return (entity) => {
    let text = head;
    for (let index = 0; index < names.length; index++) {
      const value = entity[names[index]!];
      if (value === undefined) return anyEntity(entity);
      text += keys[index]! + (typeof value === 'string' ? stringText(value) : valueText(value));
    }
    return `${text}}`;
  };
}

/** The leaf fields asked of one concrete type, or undefined when something is nested and needs the general way. */
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

/** What `requires` asks of `source`; undefined when a field is missing, for then its fetch has failed and said so. */
function selectData(
  schema: GraphQLSchema,
  source: Data,
  requires: readonly QueryPlanSelectionNode[],
): Data | undefined {
  const selected: Data = {};
  for (const selection of requires) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name;
      const value = Object.hasOwn(source, name) ? source[name] : undefined;
      if (value === undefined) return undefined;
      selected[name] = selectValue(schema, value, selection);
      continue;
    }
    if (!selection.typeCondition || !satisfies(schema, source['__typename'], selection.typeCondition))
      continue;
    const inner = selectData(schema, source, selection.selections);
    if (inner) mergeDeep(selected, inner);
  }
  return selected;
}

function selectValue(schema: GraphQLSchema, value: unknown, field: QueryPlanFieldNode): unknown {
  if (!field.selections) return value;
  if (Array.isArray(value)) return value.map((item) => selectValue(schema, item, field));
  return isData(value) ? (selectData(schema, value, field.selections) ?? null) : null;
}
