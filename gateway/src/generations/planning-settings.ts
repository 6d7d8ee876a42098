import type { KnownGraph } from '@palier/federation/planner/planner-messages';
import type { createFederationExecutor } from '@palier/federation/executor/create-executor';
import type { createWorkerPlanner } from '@palier/federation/planner/worker-planner';
import type { Limits } from '../guard/limits.ts';
import type { VariableReader } from '../base/variable-reader.ts';

/** Where operations are planned, and how long one may take. */
export interface Planning {
  /**
   * On a thread of its own, where the loop is never held; or by what plans on this one, which starts at once and has no deadline.
   * It is given, so that a program that plans apart loads the engine on that thread alone.
   */
  readonly place: 'APART' | typeof createFederationExecutor;
  readonly timeoutMs: number;
  /** What was made before of the supergraph that has this digest, if anything was. */
  readonly findKnown?: (digest: string) => KnownGeneration | undefined;
  /** How the thread is had where operations are planned apart: one for each generation, unless given. */
  readonly startPlanner?: typeof createWorkerPlanner;
}

/** What a generation is made of, made before. */
export interface KnownGeneration extends KnownGraph {
  /** The digests of the texts that were found to fit the graph, whose plans are known. */
  readonly fitting: ReadonlySet<string>;
}

export const DEFAULT_PLANNING: Planning = { place: 'APART', timeoutMs: 30_000 };

/** On an open network a plan that takes two seconds is an attack; elsewhere it may be a heavy question. */
export function readPlanning(limits: Limits, reader: VariableReader): Planning {
  const { place, timeoutMs } = DEFAULT_PLANNING;
  const usual = limits.selections === undefined ? timeoutMs : 2_000;
  return { place, timeoutMs: reader.positive('PALIER_PLANNING_TIMEOUT_MS', usual) };
}
