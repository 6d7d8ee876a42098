import type { GraphQLFormattedError } from 'graphql';
import type { ContractDefinition, ContractView } from '../contract/contract-view.ts';
import type { TextChecks } from './find-text-faults.ts';
import type { Introspected } from './introspect.ts';
import type { EngineErrorCode } from '../errors/engine-error.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';
import type { RepairedPlan } from '../repair/rewrite-plan.ts';

export type { RepairedPlan };

/** What a planner thread is started with. */
export interface PlannerStart {
  readonly supergraphSdl: string;
  /** Parts of the graph to show apart, to be read before it is ready. */
  readonly contracts: readonly ContractDefinition[];
  /** What such parts show, when another thread has read them. */
  readonly views: readonly ContractView[];
  readonly checks: TextChecks;
  /** The supergraph as it was prepared, and found good, before: it is not done again. */
  readonly known: PreparedSupergraph | undefined;
}

/** One operation to plan. */
interface PlanTask {
  readonly kind: 'plan';
  readonly text: string;
  readonly operationName: string | undefined;
  readonly labels: ReadonlySet<string>;
}

/** One text to parse and validate. */
interface CheckTask {
  readonly kind: 'check';
  /** Nothing for the whole graph. */
  readonly contract: string | undefined;
  readonly text: string;
}

/** One operation that asks of the schema alone. */
interface IntrospectTask {
  readonly kind: 'introspect';
  /** Nothing for the whole graph. */
  readonly contract: string | undefined;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export type PlannerTask = PlanTask | CheckTask | IntrospectTask;

/** What each task gives. */
export interface PlannerResults {
  readonly plan: RepairedPlan;
  readonly check: readonly GraphQLFormattedError[];
  readonly introspect: Introspected;
}

export interface ToPlanner {
  readonly id: number;
  readonly task: PlannerTask;
}

export interface PlannerReady {
  readonly kind: 'ready';
  readonly prepared: PreparedSupergraph;
  /** The schema clients see. */
  readonly apiSdl: string;
  /** What each contract shows, in the order they were given. */
  readonly contracts: readonly ContractView[];
}

/** What a planner makes of one supergraph, made before: plain data. */
export interface KnownGraph {
  readonly prepared: PreparedSupergraph;
  readonly apiSdl: string;
  /** The plans of operations, by what tells them apart (`Planner.keyOf`). */
  readonly plans: ReadonlyMap<string, RepairedPlan>;
}

/** Why a thread could not do what it was asked. */
export interface PlannerFault {
  /** Absent when it was not refused on purpose. */
  readonly code: EngineErrorCode | undefined;
  readonly message: string;
  /** The engine's own words, for the operator. */
  readonly reason: string | undefined;
}

export type FromPlanner =
  | PlannerReady
  | { readonly kind: 'ready-as-known' }
  | ({ readonly kind: 'refused' } & PlannerFault)
  | { readonly kind: 'done'; readonly id: number; readonly result: PlannerResults[PlannerTask['kind']] }
  | ({ readonly kind: 'failed'; readonly id: number } & PlannerFault);
