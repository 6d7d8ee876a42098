import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type ArgumentNode,
  type FieldNode,
  type OperationDefinitionNode,
} from 'graphql';
import type {
  FetchDataRewrite,
  FetchNode,
  FlattenNode,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';
import type { HiddenField } from '../prepare/hiding.ts';
import { nameRoots, type NamedRoots } from './name-roots.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';
import type { Path } from './entity-fetch.ts';
import { GivenPaths } from './given-paths.ts';
import { keyRequires } from './key-requires.ts';
import { orderFetches } from './order-fetches.ts';
import { readSteps } from '../plan/steps.ts';
import { splitRequires } from './split-requires.ts';

/** What must be done around one call to a subgraph, besides sending it. */
export interface CallRepair {
  readonly isEntityFetch: boolean;
  /** The representations name hidden fields: the subgraph must read the real ones. */
  readonly renamesRepresentations: boolean;
  /** Renamings of the answer that the stock executor forgets for `0`, `false`, `""` and `null`. */
  readonly outputRewrites: readonly FetchDataRewrite[];
  /** Where root types are met, which the subgraph may name otherwise. */
  readonly roots: NamedRoots | undefined;
}

/** A plan whose operations subgraphs understand. */
export interface RepairedPlan {
  readonly plan: QueryPlan;
  /** By the text of the operation sent. */
  readonly repairs: ReadonlyMap<string, CallRepair>;
}

/** Maps the hidden fields of a plan back to real ones, and takes over what the stock engine does wrong. */
export function rewritePlan(plan: QueryPlan, prepared: PreparedSupergraph): RepairedPlan {
  const { node } = orderFetches(plan, prepared);
  if (!node || node.kind === 'Subscription') return { plan, repairs: new Map() };
  const rewriting: Rewriting = { prepared, given: new GivenPaths(readSteps(node)), repairs: new Map() };
  const rewritten = toParallel(rewriteNode(node, [], rewriting));
  return { plan: { kind: 'QueryPlan', ...(rewritten && { node: rewritten }) }, repairs: rewriting.repairs };
}

interface Rewriting {
  readonly prepared: PreparedSupergraph;
  readonly given: GivenPaths;
  readonly repairs: Map<string, CallRepair>;
}

function toParallel(nodes: readonly PlanNode[]): PlanNode | undefined {
  return nodes.length > 1 ? { kind: 'Parallel', nodes: [...nodes] } : nodes[0];
}

/** Several nodes stand for one that had to be split; they may run at the same time. */
function rewriteNode(node: PlanNode, path: Path, rewriting: Rewriting): readonly PlanNode[] {
  const asOne = (inner: PlanNode | undefined) => inner && toParallel(rewriteNode(inner, path, rewriting));
  switch (node.kind) {
    case 'Fetch':
      return rewriteFetch(node, path, rewriting);
    case 'Flatten': {
      const below = [...path, ...node.path.map(String)];
      return rewriteNode(node.node, below, rewriting).map((inner) => flattenInside(node, inner));
    }
    case 'Sequence':
      return [{ ...node, nodes: node.nodes.flatMap((inner) => asOne(inner) ?? []) }];
    case 'Parallel':
      return [{ ...node, nodes: node.nodes.flatMap((inner) => rewriteNode(inner, path, rewriting)) }];
    case 'Condition': {
      const [ifClause, elseClause] = [asOne(node.ifClause), asOne(node.elseClause)];
      const { kind, condition } = node;
      return [{ kind, condition, ...(ifClause && { ifClause }), ...(elseClause && { elseClause }) }];
    }
    case 'Defer':
      return [node];
  }
}

function rewriteFetch(fetch: FetchNode, path: Path, rewriting: Rewriting): readonly PlanNode[] {
  const { prepared, given, repairs } = rewriting;
  return splitRequires({ fetch, path }, given, prepared).flatMap((part) =>
    part.kind === 'Fetch' ? repairFetch(part, prepared, repairs) : rewriteNode(part, path, rewriting),
  );
}

/** Conditions stay outside: an executor then does not look for entities that it will not ask for. */
function flattenInside(flatten: FlattenNode, inner: PlanNode): PlanNode {
  if (inner.kind !== 'Condition') return { ...flatten, node: inner };
  const { kind, condition, ifClause, elseClause } = inner;
  return {
    kind,
    condition,
    ...(ifClause && { ifClause: flattenInside(flatten, ifClause) }),
    ...(elseClause && { elseClause: flattenInside(flatten, elseClause) }),
  };
}

function repairFetch(
  fetch: FetchNode,
  prepared: PreparedSupergraph,
  repairs: Rewriting['repairs'],
): readonly FetchNode[] {
  const kept = keepConcreteTypenames(keyRequires(fetch, prepared), prepared);
  if (!kept) return [];
  const real = realOperation(kept.operation, prepared.hiddenFields);
  const roots = nameRoots(real, prepared.rootTypes);
  const operation = roots?.operation ?? real;
  const renames = namesHidden(kept.requires ?? [], prepared.hiddenFields);
  const outputRewrites = kept.outputRewrites ?? [];
  if (renames || roots || outputRewrites.length > 0) {
    repairs.set(operation, {
      isEntityFetch: kept.requires !== undefined,
      renamesRepresentations: renames,
      outputRewrites,
      roots,
    });
  }
  const repaired: FetchNode = { ...kept, operation };
  // Done around the call instead.
  delete repaired.outputRewrites;
  return [repaired];
}

/**
 * A subgraph that has an interface as an object names the interface as the type of its entities. Their real type is
 * known by then, and must not be replaced: the answer would be null. Nothing when nothing else was asked.
 */
function keepConcreteTypenames(fetch: FetchNode, prepared: PreparedSupergraph): FetchNode | undefined {
  if (!fetch.requires || !fetch.operation.includes('__typename')) return fetch;
  const isInterfaceObject = (type: string | undefined) =>
    prepared.interfaceObjects.has(`${fetch.serviceName} ${type}`);
  const document = parse(fetch.operation, { noLocation: true });
  let depth = 0;
  const stripped = visit(document, {
    Field: {
      enter: () => void (depth += 1),
      leave: () => void (depth -= 1),
    },
    InlineFragment: (node) => {
      if (depth !== 1 || !isInterfaceObject(node.typeCondition?.name.value)) return undefined;
      const selections = node.selectionSet.selections.filter(
        (selection) => selection.kind !== Kind.FIELD || selection.name.value !== '__typename',
      );
      if (selections.length === node.selectionSet.selections.length) return undefined;
      return selections.length === 0 ? null : { ...node, selectionSet: { ...node.selectionSet, selections } };
    },
  });
  const operation = stripped.definitions[0] as OperationDefinitionNode;
  const entities = operation.selectionSet.selections[0] as FieldNode;
  if (entities.selectionSet?.selections.length === 0) return undefined;
  return { ...fetch, operation: stripIgnoredCharacters(print(stripped)) };
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
