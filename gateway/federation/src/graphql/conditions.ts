import {
  Kind,
  visit,
  type ASTNode,
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  type VariableNode,
} from 'graphql';
import { findOperation, readFragments } from './document.ts';

/** Whether a directive decides of the part it stands on: `@skip` or `@include`. */
export function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

/** What must hold for a part to be asked: a variable, or a value that never changes, to be true or false. */
export interface Condition {
  readonly on: string | boolean;
  readonly holds: boolean;
}

/** The conditions among the directives of a part. */
export function listConditions(
  directives: readonly ConstDirectiveNode[] | readonly DirectiveNode[] = [],
): readonly Condition[] {
  return directives
    .filter(isCondition)
    .flatMap(({ name, arguments: [condition] = [] }): readonly Condition[] => {
      const value = condition?.value;
      const holds = name.value === 'include';
      if (value?.kind === Kind.VARIABLE) return [{ on: value.name.value, holds }];
      return value?.kind === Kind.BOOLEAN ? [{ on: value.value, holds }] : [];
    });
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
