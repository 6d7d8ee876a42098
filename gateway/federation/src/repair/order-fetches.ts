import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { Kind, type SelectionSetNode } from 'graphql';
import { contextPaths } from './context-paths.ts';
import { openEntityFetch, pathKey, requirementOf, selectionPaths, type EntityField } from './entity-fetch.ts';
import { namesOf, readSteps, selectionOf, type PlanStep } from '../plan/steps.ts';
import { EngineError } from '../errors/engine-error.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';

/**
 * Repairs a plan where a field is asked before what it requires is known. The stock planner makes such plans when
 * required fields require others in turn, to and fro between two subgraphs, and when a required field takes several
 * keys to reach; the field is then computed from nothing, or left null, without an error. A plan without these faults
 * is given back as it is.
 */
export function orderFetches(plan: QueryPlan, prepared: PreparedSupergraph): QueryPlan {
  if (!plan.node || plan.node.kind === 'Subscription') return plan;
  if (prepared.requirements.size === 0 && prepared.contextTypes.size === 0) return plan;
  const steps = readSteps(plan.node);
  checkContexts(steps);
  const repaired = steps.map((step) => withoutPremature(step, steps, prepared));
  const isWhole = repaired.every((step, rank) => step === steps[rank]);
  if (isWhole && isInOrder(plan.node, steps)) return plan;
  const node = toSequence(segments(repaired.flat()).flatMap(toStages));
  return { kind: 'QueryPlan', ...(node && { node }) };
}

/** A context that no step gives would be taken to be null. */
function checkContexts(steps: readonly PlanStep[]): void {
  const taken = steps.flatMap(({ fetch, path }) => contextPaths(fetch, namesOf(path)).map(pathKey));
  if (taken.length === 0) return;
  const produced = new Set(steps.flatMap(producedPaths));
  if (!taken.every((path) => produced.has(path))) throw new EngineError('EXIGENCE_INSATISFAITE');
}

/** Whether each step finds what it needs given by one that is over by then, as far as any step gives it. */
function isInOrder(node: PlanNode, steps: readonly PlanStep[]): boolean {
  const byFetch = new Map(steps.map((step) => [step.fetch, step]));
  const givenAtAll = new Set(steps.flatMap(producedPaths));
  const isFound = (inner: PlanNode, given: Set<string>): boolean => {
    switch (inner.kind) {
      case 'Fetch': {
        const step = byFetch.get(inner);
        if (!step) return true;
        const missing = neededPaths(step).some((path) => givenAtAll.has(path) && !given.has(path));
        for (const path of producedPaths(step)) given.add(path);
        return !missing;
      }
      case 'Flatten':
        return isFound(inner.node, given);
      case 'Sequence':
        return inner.nodes.every((part) => isFound(part, given));
      case 'Parallel': {
        const parts = inner.nodes.map((part) => ({ part, given: new Set(given) }));
        const areFound = parts.every((each) => isFound(each.part, each.given));
        for (const each of parts) for (const path of each.given) given.add(path);
        return areFound;
      }
      case 'Condition': {
        const parts = [inner.ifClause, inner.elseClause].filter((part) => part !== undefined);
        return parts.every((part) => isFound(part, given));
      }
      case 'Defer':
        return true;
    }
  };
  return isFound(node, new Set());
}

/** The step without the fields it asks too early, and a later step for those that no other asks rightly. */
function withoutPremature(
  step: PlanStep,
  steps: readonly PlanStep[],
  prepared: PreparedSupergraph,
): PlanStep | readonly PlanStep[] {
  const opened = openEntityFetch(step.fetch, prepared);
  if (!opened) return step;
  const requires = step.fetch.requires ?? [];
  const given = new Set(selectionPaths(requires).map(pathKey));
  const isPremature = (field: EntityField) =>
    field.requiresElsewhere.some((path) => !given.has(pathKey(path)));
  const premature = opened.fields.filter(isPremature);
  if (premature.length === 0) return step;
  const kept = opened.fields.filter((field) => !isPremature(field));
  const missing = premature.filter(
    (field) => !steps.some((other) => other !== step && asksRightly(other, step, field, prepared)),
  );
  const later = missing.map((field, rank): PlanStep => {
    const fetch = opened.withFields([field], [...requires, requirementOf(field)], rank);
    return checkProduced({ ...step, fetch }, steps);
  });
  return [...(kept.length > 0 ? [{ ...step, fetch: opened.withFields(kept, requires) }] : []), ...later];
}

/** A step that needs what no step gives would find nothing to send. */
function checkProduced(step: PlanStep, steps: readonly PlanStep[]): PlanStep {
  const produced = new Set(steps.flatMap(producedPaths));
  if (neededPaths(step).every((path) => produced.has(path))) return step;
  throw new EngineError('EXIGENCE_INSATISFAITE');
}

function asksRightly(
  other: PlanStep,
  step: PlanStep,
  field: EntityField,
  prepared: PreparedSupergraph,
): boolean {
  if (pathKey(other.path) !== pathKey(step.path) || other.fetch.serviceName !== step.fetch.serviceName)
    return false;
  const given = new Set(selectionPaths(other.fetch.requires ?? []).map(pathKey));
  const fields = openEntityFetch(other.fetch, prepared)?.fields ?? [];
  const name = responseName(field);
  return fields.some(
    (candidate) =>
      responseName(candidate) === name &&
      candidate.requiresElsewhere.every((path) => given.has(pathKey(path))),
  );
}

function responseName({ node }: EntityField): string {
  return node.alias?.value ?? node.name.value;
}

/** Root fetches of a mutation keep their order: nothing passes from one side of them to the other. */
function segments(steps: readonly PlanStep[]): readonly (readonly PlanStep[])[] {
  const parts: PlanStep[][] = [];
  for (const step of steps) {
    const isRootMutation = step.fetch.operationKind === 'mutation' && !step.fetch.requires;
    const last = parts.at(-1);
    if (isRootMutation || !last) parts.push([step]);
    else last.push(step);
  }
  return parts;
}

/** Steps put in stages: each as soon as all it needs is there. */
function toStages(steps: readonly PlanStep[]): readonly PlanNode[] {
  const produced = steps.map((step) => new Set(producedPaths(step)));
  const needed = steps.map(neededPaths);
  const pending = new Set(steps.keys());
  const stages: PlanNode[] = [];
  const producersOf = (path: string) => [...steps.keys()].filter((rank) => produced[rank]?.has(path));
  const isReady = (rank: number) =>
    (needed[rank] ?? []).every((path) =>
      producersOf(path).every((other) => other === rank || !pending.has(other)),
    );
  const isPossible = (rank: number) =>
    (needed[rank] ?? []).every((path) => {
      const producers = producersOf(path).filter((other) => other !== rank);
      return producers.length === 0 || producers.some((other) => !pending.has(other));
    });
  while (pending.size > 0) {
    const ready = [...pending].filter(isReady);
    const stage = ready.length > 0 ? ready : [...pending].filter(isPossible).slice(0, 1);
    if (stage.length === 0) throw new EngineError('EXIGENCE_INSATISFAITE');
    stages.push(toParallel(stage.map((rank) => toNode(steps[rank] as PlanStep))));
    for (const rank of stage) pending.delete(rank);
  }
  return stages;
}

function neededPaths({ fetch, path }: PlanStep): readonly string[] {
  const contexts = contextPaths(fetch, namesOf(path)).map(pathKey);
  if (!fetch.requires) return contexts;
  return [...selectionPaths(fetch.requires).map((leaf) => pathKey([...namesOf(path), ...leaf])), ...contexts];
}

function producedPaths({ fetch, path }: PlanStep): readonly string[] {
  const set = selectionOf(fetch);
  return set ? leavesOf(set, namesOf(path)) : [];
}

function leavesOf(set: SelectionSetNode, above: readonly string[]): readonly string[] {
  return set.selections.flatMap((selection): readonly string[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return leavesOf(selection.selectionSet, above);
    const path = [...above, selection.alias?.value ?? selection.name.value];
    return selection.selectionSet ? leavesOf(selection.selectionSet, path) : [pathKey(path)];
  });
}

function toNode({ fetch, path, conditions }: PlanStep): PlanNode {
  const node: PlanNode = path.length > 0 ? { kind: 'Flatten', path: [...path], node: fetch } : fetch;
  return conditions.reduceRight<PlanNode>(
    (inner, { variable, holds }) => ({
      kind: 'Condition',
      condition: variable,
      ...(holds ? { ifClause: inner } : { elseClause: inner }),
    }),
    node,
  );
}

function toParallel(nodes: readonly PlanNode[]): PlanNode {
  const [only] = nodes;
  return nodes.length === 1 && only ? only : { kind: 'Parallel', nodes: [...nodes] };
}

function toSequence(nodes: readonly PlanNode[]): PlanNode | undefined {
  return nodes.length > 1 ? { kind: 'Sequence', nodes: [...nodes] } : nodes[0];
}
