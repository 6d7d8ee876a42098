import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type ArgumentNode,
  type FieldNode,
} from 'graphql';
import type {
  FetchDataRewrite,
  FetchNode,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
  SubscriptionNode,
} from '@apollo/query-planner';
import type { HiddenField } from './hidden-fields.ts';
import type { PreparedSupergraph } from './prepare-supergraph.ts';
import { splitRequires } from './split-requires.ts';

/** What must be done around one call to a subgraph, besides sending it. */
export interface CallMend {
  readonly isEntityFetch: boolean;
  /** The representations name hidden fields: the subgraph must read the real ones. */
  readonly renamesRepresentations: boolean;
  /** Renamings of the answer that the stock executor forgets for `0`, `false`, `""` and `null`. */
  readonly outputRewrites: readonly FetchDataRewrite[];
}

/** A plan whose operations subgraphs understand. */
export interface MendedPlan {
  readonly plan: QueryPlan;
  /** By the text of the operation sent. */
  readonly mends: ReadonlyMap<string, CallMend>;
}

/** Maps the hidden fields of a plan back to real ones, and takes over what the stock executor does wrong. */
export function rewritePlan(plan: QueryPlan, prepared: PreparedSupergraph): MendedPlan {
  const mends = new Map<string, CallMend>();
  const node = plan.node && rewriteNode(plan.node, prepared, mends);
  return { plan: { kind: 'QueryPlan', ...(node && { node }) }, mends };
}

type Mends = Map<string, CallMend>;

function rewriteNode(
  node: PlanNode | SubscriptionNode,
  prepared: PreparedSupergraph,
  mends: Mends,
): PlanNode | SubscriptionNode {
  if (node.kind === 'Subscription') return node;
  const nodes = rewritePlanNode(node, prepared, mends);
  const [first] = nodes;
  return nodes.length === 1 && first ? first : { kind: 'Parallel', nodes: [...nodes] };
}

/** Several nodes stand for one that had to be split; they may run at the same time. */
function rewritePlanNode(node: PlanNode, prepared: PreparedSupergraph, mends: Mends): readonly PlanNode[] {
  const asOne = (inner: PlanNode) => rewriteNode(inner, prepared, mends) as PlanNode;
  switch (node.kind) {
    case 'Fetch':
      return splitRequires(node, prepared).map((fetch) => rewriteFetch(fetch, prepared, mends));
    case 'Flatten':
      return rewritePlanNode(node.node, prepared, mends).map((inner) => ({ ...node, node: inner }));
    case 'Sequence':
      return [{ ...node, nodes: node.nodes.map(asOne) }];
    case 'Parallel':
      return [{ ...node, nodes: node.nodes.flatMap((inner) => rewritePlanNode(inner, prepared, mends)) }];
    case 'Condition':
      return [
        {
          ...node,
          ...(node.ifClause && { ifClause: asOne(node.ifClause) }),
          ...(node.elseClause && { elseClause: asOne(node.elseClause) }),
        },
      ];
    case 'Defer':
      return [node];
  }
}

function rewriteFetch(fetch: FetchNode, prepared: PreparedSupergraph, mends: Mends): FetchNode {
  const operation = realOperation(fetch.operation, prepared.hiddenFields);
  const renames = namesHidden(fetch.requires ?? [], prepared.hiddenFields);
  const outputRewrites = fetch.outputRewrites ?? [];
  if (renames || outputRewrites.length > 0) {
    mends.set(operation, {
      isEntityFetch: fetch.requires !== undefined,
      renamesRepresentations: renames,
      outputRewrites,
    });
  }
  const { outputRewrites: _taken, ...rest } = fetch;
  return { ...rest, operation };
}

function namesHidden(
  selections: readonly QueryPlanSelectionNode[],
  hidden: ReadonlyMap<string, HiddenField>,
): boolean {
  return selections.some(
    (selection) =>
      (selection.kind === 'Field' && hidden.has(selection.name)) ||
      namesHidden(selection.selections ?? [], hidden),
  );
}

/** The operation with each hidden field as an alias of the real one, with its arguments. */
function realOperation(text: string, hidden: ReadonlyMap<string, HiddenField>): string {
  if (![...hidden.keys()].some((name) => text.includes(name))) return text;
  const document = visit(parse(text, { noLocation: true }), {
    Field: (node): FieldNode | undefined => {
      const real = hidden.get(node.name.value);
      if (!real) return undefined;
      return {
        ...node,
        alias: node.alias ?? node.name,
        name: { kind: Kind.NAME, value: real.field },
        arguments: parseArguments(real.arguments),
      };
    },
  });
  return stripIgnoredCharacters(print(document));
}

function parseArguments(text: string): readonly ArgumentNode[] {
  const definition = parse(`{ f(${text}) }`, { noLocation: true }).definitions[0];
  const field =
    definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections[0] : undefined;
  return field?.kind === Kind.FIELD ? (field.arguments ?? []) : [];
}
