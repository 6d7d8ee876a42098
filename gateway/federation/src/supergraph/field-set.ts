import { Kind, parse, print, type SelectionNode } from 'graphql';
import { namedTypeOf, type SupergraphTypes } from './supergraph-types.ts';

/** Parses the value of a `fields`, `requires`, `provides` or `key` argument. */
export function parseFieldSet(text: string): readonly SelectionNode[] {
  const document = parse(`{ ${text} }`, { noLocation: true });
  const definition = document.definitions[0];
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
}

export function printFieldSet(selections: readonly SelectionNode[]): string {
  return selections.map((selection) => print(selection).replace(/\s+/g, ' ')).join(' ');
}

/** Every field of a field set, at any depth. */
export function* fieldNamesIn(selections: readonly SelectionNode[]): Generator<string> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield selection.name.value;
    if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) {
      yield* fieldNamesIn(selection.selectionSet.selections);
    }
  }
}

/** Every field of a field set as `Type.field`, the type being the one it is asked of. */
export function* coordinatesIn(
  selections: readonly SelectionNode[],
  type: string,
  types: SupergraphTypes,
): Generator<string> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield `${type}.${selection.name.value}`;
    if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) continue;
    yield* coordinatesIn(selection.selectionSet.selections, typeInside(selection, type, types), types);
  }
}

/** The type that the selections inside a field or fragment are asked of. */
export function typeInside(selection: SelectionNode, type: string, types: SupergraphTypes): string {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection.typeCondition?.name.value ?? type;
  if (selection.kind !== Kind.FIELD) return type;
  const definition = types.field(type, selection.name.value);
  return definition ? namedTypeOf(definition.type) : type;
}
