import {
  Kind,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isCondition, listConditions, type Condition } from '../graphql/conditions.ts';
import { TYPENAME } from '../graphql/document.ts';

/** What decides of the parts of a document: nothing when it has no condition. */
export function readConditions(document: DocumentNode): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  let found = false;
  visit(document, {
    Directive(directive) {
      if (!isCondition(directive)) return;
      found = true;
      const value = directive.arguments?.[0]?.value;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return found ? names : undefined;
}

/** The Boolean variables that are true, given or by default. */
export function trueVariables(
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

/**
 * An operation without what its conditions leave out, and without the conditions. The stock planner loses some of what is
 * under conditions, and plans more calls than what is asked takes: without them it does neither.
 */
export function resolveConditions(document: DocumentNode, truths: ReadonlySet<string>): DocumentNode {
  const resolveOne = <Node extends SelectionNode>(node: Node): Node | null | undefined => {
    if (!node.directives?.some(isCondition)) return undefined;
    if (!listConditions(node.directives).every((condition) => isMet(condition, truths))) return null;
    return { ...node, directives: node.directives.filter((directive) => !isCondition(directive)) };
  };
  return visit(document, {
    Field: resolveOne,
    InlineFragment: resolveOne,
    FragmentSpread: resolveOne,
    SelectionSet: {
      // A selection of nothing is not GraphQL.
      leave: (node): SelectionSetNode => {
        const selections = node.selections.flatMap(unwrap);
        return { ...node, selections: selections.length > 0 ? selections : [TYPENAME] };
      },
    },
  });
}

/** What a condition alone was around. */
const unwrap = (selection: SelectionNode): readonly SelectionNode[] =>
  selection.kind === Kind.INLINE_FRAGMENT && !selection.typeCondition && !selection.directives?.length
    ? selection.selectionSet.selections
    : [selection];

const isMet = ({ on, holds }: Condition, truths: ReadonlySet<string>): boolean =>
  (typeof on === 'string' ? truths.has(on) : on) === holds;
