import { print } from 'graphql';
import type { ContractDefinition } from './contract-view.ts';
import { cachePlans, type Planner } from './planner.ts';
import type { PlannerReady } from './planner-messages.ts';
import { startPlannerThread, type PlannerThread } from './planner-thread.ts';
import { PlanningError } from './planning-error.ts';
import type { MendedPlan } from './rewrite-plan.ts';

export interface WorkerPlannerOptions {
  readonly supergraphSdl: string;
  readonly contracts?: readonly ContractDefinition[];
  /** How long one plan may hold the thread, in milliseconds. */
  readonly deadlineMs?: number;
  /** How long an operation may wait for its turn and for its plan together, in milliseconds. */
  readonly patienceMs?: number;
}

export interface WorkerPlanner {
  readonly planner: Planner;
  /** The prepared supergraph and the clients' schema, made on the thread as well. */
  readonly ready: PlannerReady;
}

const DEADLINE_MS = 2_000;
const PATIENCE_MS = 10_000;

/**
 * A planner on a thread of its own. The calling loop is never held; a plan that passes the deadline ends the thread,
 * and another takes its place.
 *
 * @throws SUPERGRAPHE_INVALIDE when the engine refuses the supergraph
 */
export async function createWorkerPlanner(options: WorkerPlannerOptions): Promise<WorkerPlanner> {
  const queue = new PlannerQueue(options);
  const ready = await queue.start();
  const planner = cachePlans(
    (document, operationName, labels) => queue.plan({ text: print(document), operationName, labels }),
    ready.prepared,
    () => queue.stop(),
  );
  return { planner, ready };
}

const STOPPED = new Error('The planner is stopped');

type Request = Parameters<PlannerThread['plan']>[0];

interface Waiting {
  readonly request: Request;
  readonly since: number;
  resolve(made: MendedPlan): void;
  reject(error: unknown): void;
}

/** One thread, one plan at a time, the others in the order they came. */
class PlannerQueue {
  readonly #waiting: Waiting[] = [];
  readonly #options: WorkerPlannerOptions;
  #thread: PlannerThread;
  /** The thread ended by itself: another is started when there is something to plan, not before. */
  #hasEnded = false;
  #isBusy = false;
  #isStopped = false;

  constructor(options: WorkerPlannerOptions) {
    this.#options = options;
    this.#thread = this.#newThread(options.contracts);
  }

  async start(): Promise<PlannerReady> {
    try {
      return await this.#thread.ready;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  plan(request: Request): Promise<MendedPlan> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, since: performance.now(), resolve, reject });
      void this.#work();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(STOPPED);
    await this.#thread.end(STOPPED);
  }

  /** What contracts show was read by the first thread: those that follow only plan. */
  #newThread(contracts: readonly ContractDefinition[] = []): PlannerThread {
    this.#hasEnded = false;
    return startPlannerThread({ supergraphSdl: this.#options.supergraphSdl, contracts }, () => {
      this.#hasEnded = true;
    });
  }

  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      try {
        next.resolve(await this.#planInTime(next));
      } catch (error) {
        next.reject(error);
      }
    }
    this.#isBusy = false;
  }

  async #planInTime({ request, since }: Waiting): Promise<MendedPlan> {
    const { deadlineMs = DEADLINE_MS, patienceMs = PATIENCE_MS } = this.#options;
    // The time a new thread takes to be ready counts as waiting, not as planning.
    if (this.#hasEnded) this.#thread = this.#newThread();
    await this.#thread.ready;
    if (this.#isStopped) throw STOPPED;
    const left = patienceMs - (performance.now() - since);
    if (left <= 0) throw new PlanningError('PLANIFICATION_TROP_LONGUE');
    const thread = this.#thread;
    const timer = setTimeout(() => this.#replace(thread), Math.min(deadlineMs, left));
    try {
      return await thread.plan(request);
    } finally {
      clearTimeout(timer);
    }
  }

  #replace(thread: PlannerThread): void {
    if (this.#isStopped) return;
    this.#thread = this.#newThread();
    void thread.end(new PlanningError('PLANIFICATION_TROP_LONGUE'));
  }
}
