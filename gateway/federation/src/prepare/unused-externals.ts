import { Kind, type ConstDirectiveNode, type FieldNode, type SelectionNode } from 'graphql';
import { readContextArguments, type ContextSetters } from '../supergraph/context-arguments.ts';
import { parseFieldSet, typeInside } from '../supergraph/field-set.ts';
import type { Hiding } from './hiding.ts';
import { directivesNamed, readArguments, readText, type JoinNames } from '../supergraph/join-directives.ts';
import {
  hasFields,
  namedTypeOf,
  type FieldsType,
  type SupergraphTypes,
} from '../supergraph/supergraph-types.ts';

/** The engine refuses an external field that no key, `@requires` or `@provides` of its subgraph names any more. */
export function unusedExternals(
  rewritten: readonly FieldsType[],
  types: SupergraphTypes,
  join: JoinNames,
  hiding: Hiding,
  setters: ContextSetters,
): ReadonlySet<string> {
  const used = new Set<string>();
  const use = (graph: string, selections: readonly SelectionNode[], type: string) => {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
      const owners = [type, ...types.subtypes(type)];
      if (selection.kind === Kind.FIELD) {
        for (const owner of owners) used.add(`${graph} ${owner}.${selection.name.value}`);
      }
      const hidden =
        selection.kind === Kind.FIELD ? hiding.fields.get(selection.name.value)?.field : undefined;
      const real = hidden && selection.kind === Kind.FIELD ? renamed(selection, hidden) : selection;
      if (selection.selectionSet)
        use(graph, selection.selectionSet.selections, typeInside(real, type, types));
    }
  };
  for (const type of rewritten) {
    for (const directive of directivesNamed(type, join.type))
      useFieldSet(directive, 'key', type.name.value, use);
    for (const field of type.fields ?? []) {
      for (const directive of directivesNamed(field, join.field)) {
        useFieldSet(directive, 'requires', type.name.value, use);
        useFieldSet(directive, 'provides', namedTypeOf(field.type), use);
      }
    }
  }
  for (const { graph, selections, setters: owners } of readContextArguments(
    { withFields: rewritten },
    join,
    setters,
  )) {
    for (const owner of owners) use(graph, selections, owner);
  }
  for (const type of rewritten) useForInterfaces(type, types, join, used);
  return new Set([...hiding.replaced].filter((place) => !used.has(place)));
}

/** An external field may also be there only because an interface of its subgraph asks for it. */
function useForInterfaces(
  type: FieldsType,
  types: SupergraphTypes,
  join: JoinNames,
  used: Set<string>,
): void {
  for (const parent of type.interfaces ?? []) {
    const definition = types.all.get(parent.name.value);
    if (!definition || !hasFields(definition)) continue;
    const parentGraphs = directivesNamed(definition, join.type).map((directive) =>
      readText(directive, 'graph'),
    );
    for (const field of definition.fields ?? []) {
      const joins = directivesNamed(field, join.field);
      const graphs = joins.length > 0 ? joins.map((directive) => readText(directive, 'graph')) : parentGraphs;
      for (const graph of graphs) used.add(`${graph} ${type.name.value}.${field.name.value}`);
    }
  }
}

function renamed(node: FieldNode, name: string): FieldNode {
  return { ...node, name: { kind: Kind.NAME, value: name } };
}

function useFieldSet(
  directive: ConstDirectiveNode,
  argument: string,
  type: string,
  use: (graph: string, selections: readonly SelectionNode[], type: string) => void,
): void {
  const text = readText(directive, argument);
  const graph = readText(directive, 'graph');
  if (text && graph) use(graph, parseFieldSet(text), type);
}

/** The type without the external fields that are there for nothing. */
export function dropExternals(type: FieldsType, unused: ReadonlySet<string>, join: JoinNames): FieldsType {
  const fields = type.fields?.map((field) => ({
    ...field,
    directives: field.directives?.filter((directive) => {
      if (directive.name.value !== join.field || readArguments(directive).get('external') !== true)
        return true;
      return !unused.has(`${readText(directive, 'graph')} ${type.name.value}.${field.name.value}`);
    }),
  }));
  return { ...type, ...(fields && { fields }) } as FieldsType;
}
