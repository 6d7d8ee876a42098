import { Kind, visit, type ASTNode, type DirectiveNode, type DocumentNode, type VariableNode } from 'graphql';
import { findOperation, readFragments } from './document.ts';

/** Whether a directive decides of the part it stands on: `@skip` or `@include`. */
export function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

/** The variables that decide of some part of an operation, each where it is first met. */
export function readConditionVariables(
  document: DocumentNode,
  operationName: string | undefined,
): ReadonlyMap<string, VariableNode> {
  const fragments = readFragments(document);
  const found = new Map<string, VariableNode>();
  const entered = new Set<string>();
  const read = (part: ASTNode | undefined): void => {
    if (!part) return;
    visit(part, {
      FragmentSpread: ({ name }) => {
        if (entered.has(name.value)) return;
        entered.add(name.value);
        read(fragments.get(name.value));
      },
      Directive: (directive) => {
        const value = isCondition(directive) ? directive.arguments?.[0]?.value : undefined;
        if (value?.kind === Kind.VARIABLE && !found.has(value.name.value)) found.set(value.name.value, value);
      },
    });
  };
  read(findOperation(document, operationName));
  return found;
}
