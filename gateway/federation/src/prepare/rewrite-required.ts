import { Kind, type ConstDirectiveNode, type SelectionNode } from 'graphql';
import { mapContextSelections, type ContextSetters } from '../supergraph/context-arguments.ts';
import { parseFieldSet, printFieldSet, typeInside } from '../supergraph/field-set.ts';
import type { Hiding } from './hiding.ts';
import { readText, type JoinNames } from '../supergraph/join-directives.ts';
import type { FieldsType } from '../supergraph/supergraph-types.ts';

/** The type, its `@requires` and `@fromContext` naming hidden fields where they named fields with arguments. */
export function rewriteRequires(
  type: FieldsType,
  join: JoinNames,
  hiding: Hiding,
  setters: ContextSetters,
): FieldsType {
  const fields = type.fields?.map((field) => ({
    ...field,
    directives: field.directives?.map((directive) =>
      directive.name.value === join.field
        ? rewriteContexts(rewriteRequiresArgument(directive, type.name.value, hiding), hiding, setters)
        : directive,
    ),
  }));
  return { ...type, ...(fields && { fields }) } as FieldsType;
}

function rewriteRequiresArgument(
  directive: ConstDirectiveNode,
  type: string,
  hiding: Hiding,
): ConstDirectiveNode {
  const requires = readText(directive, 'requires');
  const graph = readText(directive, 'graph');
  if (!requires?.includes('(') || !graph) return directive;
  const value = printFieldSet(rewriteSelections(parseFieldSet(requires), graph, type, hiding));
  return {
    ...directive,
    arguments: (directive.arguments ?? []).map((argument) =>
      argument.name.value === 'requires' ? { ...argument, value: { kind: Kind.STRING, value } } : argument,
    ),
  };
}

function rewriteContexts(
  directive: ConstDirectiveNode,
  hiding: Hiding,
  setters: ContextSetters,
): ConstDirectiveNode {
  const graph = readText(directive, 'graph') ?? '';
  return mapContextSelections(directive, (context, selections) => {
    // A call is hidden under one name, whatever the type it is read on.
    const hidden = (setters.get(context) ?? []).map((setter) =>
      rewriteSelections(selections, graph, setter, hiding),
    );
    return hidden[0] ?? selections;
  });
}

function rewriteSelections(
  selections: readonly SelectionNode[],
  graph: string,
  type: string,
  hiding: Hiding,
): readonly SelectionNode[] {
  return selections.map((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
    const inner = typeInside(selection, type, hiding.types);
    const selectionSet = selection.selectionSet && {
      ...selection.selectionSet,
      selections: rewriteSelections(selection.selectionSet.selections, graph, inner, hiding),
    };
    if (selection.kind === Kind.INLINE_FRAGMENT) return { ...selection, selectionSet } as SelectionNode;
    if (!selection.arguments?.length) return { ...selection, selectionSet } as SelectionNode;
    const name = hiding.hide(graph, type, selection);
    return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name }, selectionSet } as SelectionNode;
  });
}
