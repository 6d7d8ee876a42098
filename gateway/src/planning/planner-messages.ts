import type { ContractDefinition, ContractView } from './contract-view.ts';
import type { PlanningErrorCode } from './planning-error.ts';
import type { PreparedSupergraph } from './prepare-supergraph.ts';
import type { MendedPlan } from './rewrite-plan.ts';

/** What a planner thread is started with. */
export interface PlannerStart {
  readonly supergraphSdl: string;
  /** Parts of the graph to show apart. */
  readonly contracts: readonly ContractDefinition[];
}

/** One operation to plan. */
export interface ToPlanner {
  readonly id: number;
  readonly text: string;
  readonly operationName: string | undefined;
  readonly labels: ReadonlySet<string>;
}

export interface PlannerReady {
  readonly kind: 'ready';
  readonly prepared: PreparedSupergraph;
  /** The schema clients see. */
  readonly apiSdl: string;
  /** What each contract shows, in the order they were given. */
  readonly contracts: readonly ContractView[];
}

/** Why a thread could not do what it was asked. */
export interface PlannerFault {
  /** Absent when it was not refused on purpose. */
  readonly code: PlanningErrorCode | undefined;
  readonly message: string;
  /** The engine's own words, for the operator. */
  readonly reason: string | undefined;
}

export type FromPlanner =
  | PlannerReady
  | ({ readonly kind: 'refused' } & PlannerFault)
  | { readonly kind: 'planned'; readonly id: number; readonly made: MendedPlan }
  | ({ readonly kind: 'failed'; readonly id: number } & PlannerFault);
