import { print, type GraphQLFormattedError } from 'graphql';
import type { ContractDefinition, ContractView } from '../contract/contract-view.ts';
import type { TextChecks } from './find-text-faults.ts';
import type { Introspected } from './introspect.ts';
import { cachePlans, type Planner } from './planner.ts';
import type { KnownGraph, PlannerReady, PlannerResults, PlannerTask } from './planner-messages.ts';
import { startPlannerThread, type PlannerResult, type PlannerThread } from './planner-thread.ts';
import { EngineError } from '../errors/engine-error.ts';

export interface WorkerPlannerOptions {
  readonly supergraphSdl: string;
  readonly contracts?: readonly ContractDefinition[] | undefined;
  /** How texts are checked; the schema may be asked for unless said. */
  readonly checks?: TextChecks | undefined;
  /** What was made of this supergraph before, for no contract: nobody waits for the thread to make it again. */
  readonly known?: KnownGraph | undefined;
  /** How long one task may hold the thread, in milliseconds. */
  readonly deadlineMs?: number | undefined;
  /** How long an operation may wait for its turn and for its task together, in milliseconds. */
  readonly patienceMs?: number | undefined;
}

export interface WorkerPlanner {
  readonly planner: Planner;
  /** What is wrong with a text, found on the thread, in the schema of a contract or the whole. */
  check(contract: string | undefined): (text: string) => Promise<readonly GraphQLFormattedError[]>;
  /** What that schema answers of itself, worked out on the thread. */
  introspect(
    contract: string | undefined,
  ): (text: string, variables: Readonly<Record<string, unknown>>) => Promise<Introspected>;
  /** The prepared supergraph and the clients' schema, made on the thread as well. */
  readonly ready: PlannerReady;
}

const DEADLINE_MS = 2_000;
const PATIENCE_MS = 10_000;

/**
 * A planner on a thread of its own. The calling loop is never held; a task that passes the deadline ends the thread,
 * and another takes its place.
 *
 * @throws SUPERGRAPHE_INVALIDE when the engine refuses the supergraph
 */
export async function createWorkerPlanner(options: WorkerPlannerOptions): Promise<WorkerPlanner> {
  const queue = new PlannerQueue(options);
  const ready = await queue.start();
  const planner = cachePlans(
    (document, operationName, labels) =>
      queue.perform({ kind: 'plan', text: print(document), operationName, labels }),
    ready.prepared,
    { known: options.known?.plans, stop: () => queue.stop() },
  );
  return {
    planner,
    check: (contract) => (text) => queue.perform({ kind: 'check', contract, text }),
    introspect: (contract) => (text, variables) =>
      queue.perform({ kind: 'introspect', contract, text, variables }),
    ready,
  };
}

/** What was being planned when its planner was stopped is not a fault of it. */
export const STOPPED = new Error('The planner is stopped');

interface Waiting {
  readonly task: PlannerTask;
  readonly since: number;
  resolve(result: PlannerResult): void;
  reject(error: unknown): void;
}

/** One thread, one task at a time, the others in the order they came. */
class PlannerQueue {
  readonly #waiting: Waiting[] = [];
  readonly #options: WorkerPlannerOptions;
  #thread: PlannerThread;
  /** What contracts show, once the first thread has read them: those that follow are told. */
  #views: readonly ContractView[] = [];
  /** The thread ended by itself: another is started when there is something to do, not before. */
  #hasEnded = false;
  #isBusy = false;
  #isStopped = false;

  constructor(options: WorkerPlannerOptions) {
    this.#options = options;
    this.#thread = this.#newThread(options.contracts);
  }

  async start(): Promise<PlannerReady> {
    const { known } = this.#options;
    if (known !== undefined) return { kind: 'ready', ...known, contracts: [] };
    try {
      const ready = (await this.#thread.ready)!;
      this.#views = ready.contracts;
      return ready;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async perform<Task extends PlannerTask>(task: Task): Promise<PlannerResults[Task['kind']]> {
    const result = await new Promise<PlannerResult>((resolve, reject) => {
      this.#waiting.push({ task, since: performance.now(), resolve, reject });
      void this.#work();
    });
    return result as PlannerResults[Task['kind']];
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(STOPPED);
    await this.#thread.end(STOPPED);
  }

  #newThread(contracts: readonly ContractDefinition[] = []): PlannerThread {
    this.#hasEnded = false;
    const { supergraphSdl, checks = { introspection: true } } = this.#options;
    const known = this.#options.known?.prepared;
    return startPlannerThread({ supergraphSdl, contracts, views: this.#views, checks, known }, () => {
      this.#hasEnded = true;
    });
  }

  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      try {
        next.resolve(await this.#performInTime(next));
      } catch (error) {
        next.reject(error);
      }
    }
    this.#isBusy = false;
  }

  async #performInTime({ task, since }: Waiting): Promise<PlannerResult> {
    const { deadlineMs = DEADLINE_MS, patienceMs = PATIENCE_MS } = this.#options;
    // The time a new thread takes to be ready counts as waiting, not as work.
    if (this.#hasEnded) this.#thread = this.#newThread();
    await this.#thread.ready;
    if (this.#isStopped) throw STOPPED;
    const left = patienceMs - (performance.now() - since);
    if (left <= 0) throw new EngineError('PLANIFICATION_TROP_LONGUE');
    const thread = this.#thread;
    const timer = setTimeout(() => this.#replace(thread), Math.min(deadlineMs, left));
    try {
      return await thread.perform(task);
    } finally {
      clearTimeout(timer);
    }
  }

  #replace(thread: PlannerThread): void {
    if (this.#isStopped) return;
    this.#thread = this.#newThread();
    void thread.end(new EngineError('PLANIFICATION_TROP_LONGUE'));
  }
}
