import { execute, Kind, parse, type GraphQLSchema, type SelectionNode } from 'graphql';
import type { DrawnData, DrawnObject } from './drawn-data.ts';
import type { DrawnField, DrawnGraph } from './drawn-graph.ts';
import { fieldSet, required } from './drawn-subgraphs.ts';

type Args = Readonly<Record<string, unknown>>;

/** One server that has it all, without federation: what the answers of the federated graph must equal. */
export async function answerWhole(
  graph: DrawnGraph,
  data: DrawnData,
  schema: GraphQLSchema,
  query: string,
  variables: Args,
): Promise<unknown> {
  const { data: answer, errors } = await execute({
    schema,
    document: parse(query),
    variableValues: variables,
    typeResolver: (value) => (value as DrawnObject).__typename,
    fieldResolver: (source: DrawnObject | undefined, args: Args, _context, { fieldName }) => {
      if (source && !('__typename' in source)) return (source as Record<string, unknown>)[fieldName];
      if (source) return read(data, source, fieldName, args);
      const root = graph.roots.find(({ name }) => name === fieldName);
      return root && data.link('Query', root);
    },
  });
  if (errors) throw new AggregateError(errors, 'The truth itself fails');
  return JSON.parse(JSON.stringify(answer));
}

function read(data: DrawnData, object: DrawnObject, name: string, args: Args): unknown {
  if (name === '__typename') return object.__typename;
  if (name === 'id' || name === 'code' || name === 'at') return data.keyPart(object, name);
  const field = data.typeOf(object).fields.find((candidate) => candidate.name === name);
  if (!field) return data.leaf(object, name, {});
  return readField(data, object, field, args);
}

function readField(data: DrawnData, object: DrawnObject, field: DrawnField, args: Args): unknown {
  if (field.requires) return required(field.name, readSet(data, object, fieldSet(field.requires)));
  return field.kind === 'link' ? data.link(object.id, field) : data.leaf(object, field.name, args);
}

function readSet(data: DrawnData, value: unknown, selections: readonly SelectionNode[]): unknown {
  if (Array.isArray(value)) return value.map((item) => readSet(data, item, selections));
  if (value === null) return null;
  const entries = selections.flatMap((selection): readonly (readonly [string, unknown])[] => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if ((value as DrawnObject).__typename !== selection.typeCondition?.name.value) return [];
      return Object.entries(readSet(data, value, selection.selectionSet.selections) as object);
    }
    if (selection.kind !== Kind.FIELD) return [];
    const args = Object.fromEntries(
      (selection.arguments ?? []).map(({ name, value: given }) => [
        name.value,
        given.kind === Kind.INT ? Number(given.value) : null,
      ]),
    );
    const isCall = selection.name.value.startsWith('g');
    const inner = read(data, value as DrawnObject, selection.name.value, isCall ? { ...args, s: 'd' } : args);
    const whole = selection.selectionSet ? readSet(data, inner, selection.selectionSet.selections) : inner;
    return [[selection.name.value, whole] as const];
  });
  return Object.fromEntries(entries);
}
