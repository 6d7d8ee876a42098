import {
  Kind,
  valueFromASTUntyped,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { QueryPlan } from '@apollo/query-planner';
import { fetchesOf } from './authorize-plan.ts';
import type { RewrittenOperation } from './rewrite-operation.ts';

/** An operation has one form for each answer of its conditions; past that many, forms are made anew. */
const MAX_FORMS = 64;

/** Whether some field of the plan takes an argument from what is above it. */
export function takesContexts({ node }: QueryPlan): boolean {
  return [...(node ? fetchesOf(node) : [])].some(({ contextRewrites }) => contextRewrites?.length);
}

/** Whether some part of an operation is under `@skip` or `@include`. */
export function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Directive: (directive) => void (found ||= isCondition(directive)) });
  return found;
}

/** Operations with what their conditions leave out taken out, each form kept as long as its document. */
export class SettledOperations {
  readonly #forms = new WeakMap<DocumentNode, Map<string, DocumentNode>>();

  /** `document` is the operation, or what its caller may see of it. */
  of(
    document: DocumentNode,
    { operation }: RewrittenOperation,
    variables: Readonly<Record<string, unknown>>,
  ): DocumentNode {
    const known = this.#forms.get(document) ?? new Map<string, DocumentNode>();
    this.#forms.set(document, known);
    const truths = new Set(trueVariables(operation, variables));
    const key = [...truths].join(' ');
    const found = known.get(key);
    if (found) return found;
    const settled = settle(document, truths);
    if (known.size < MAX_FORMS) known.set(key, settled);
    return settled;
  }
}

function trueVariables(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): readonly string[] {
  return variableDefinitions.flatMap(({ variable, defaultValue }) => {
    const name = variable.name.value;
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = given === undefined && defaultValue ? valueFromASTUntyped(defaultValue) : given;
    return value === true ? [name] : [];
  });
}

function settle(document: DocumentNode, truths: ReadonlySet<string>): DocumentNode {
  const settleOne = <Node extends SelectionNode>(node: Node): Node | null | undefined => {
    if (!node.directives?.some(isCondition)) return undefined;
    if (!node.directives.filter(isCondition).every((directive) => holds(directive, truths))) return null;
    return { ...node, directives: node.directives.filter((directive) => !isCondition(directive)) };
  };
  return visit(document, {
    Field: settleOne,
    InlineFragment: settleOne,
    FragmentSpread: settleOne,
    SelectionSet: {
      // A selection of nothing is not GraphQL.
      leave: (node): SelectionSetNode | undefined =>
        node.selections.length === 0 ? { ...node, selections: [TYPENAME] } : undefined,
    },
  });
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

function holds({ name, arguments: [condition] = [] }: DirectiveNode, truths: ReadonlySet<string>): boolean {
  const value = condition?.value;
  const isTrue =
    value?.kind === Kind.VARIABLE
      ? truths.has(value.name.value)
      : value?.kind === Kind.BOOLEAN && value.value;
  return isTrue === (name.value === 'include');
}
