import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { parse, print } from 'graphql';

/** A plan as a French tree: what is done in turn, what together, and what each subgraph is asked. */
export function printPlan({ node }: QueryPlan): string {
  if (!node || node.kind === 'Subscription') return 'Rien à demander aux sous-graphes.';
  return linesOf(node).join('\n');
}

function linesOf(node: PlanNode): readonly string[] {
  switch (node.kind) {
    case 'Sequence':
      return ['En séquence', ...indent(node.nodes.flatMap(linesOf))];
    case 'Parallel':
      return ['En parallèle', ...indent(node.nodes.flatMap(linesOf))];
    case 'Flatten':
      return [`Sous ${node.path.map(sayStep).join('.')}`, ...indent(linesOf(node.node))];
    case 'Condition':
      return [
        ...branch(`Si $${node.condition}`, node.ifClause),
        ...branch(`Si $${node.condition} est faux`, node.elseClause),
      ];
    case 'Fetch':
      return fetchLines(node);
    case 'Defer':
      throw new Error('Plans are made without @defer');
  }
}

function fetchLines({ serviceName, requires, operation }: FetchNode): readonly string[] {
  const entities = requires ? `, avec ${requires.map(saySelection).join(' ')}` : '';
  return [`Appel à ${serviceName}${entities}`, ...indent(print(parse(operation)).split('\n'))];
}

const branch = (title: string, node: PlanNode | undefined): readonly string[] =>
  node ? [title, ...indent(linesOf(node))] : [];

const sayStep = (step: string | number): string => (step === '@' ? '[]' : String(step));

function saySelection(node: QueryPlanSelectionNode): string {
  const below = node.selections?.length ? ` { ${node.selections.map(saySelection).join(' ')} }` : '';
  if (node.kind === 'Field') return `${node.alias ? `${node.alias}: ` : ''}${node.name}${below}`;
  return `${node.typeCondition ? `... on ${node.typeCondition}` : '...'}${below}`;
}

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);
