import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { workerUrl } from '@palier/calls/program/worker-url';
import type {
  FromPlanner,
  PlannerFault,
  PlannerReady,
  PlannerResults,
  PlannerStart,
  PlannerTask,
  ToPlanner,
} from './planner-messages.ts';
import { EngineError } from '../errors/engine-error.ts';

export type PlannerResult = PlannerResults[PlannerTask['kind']];

/** One worker thread that does what may take long, one task at a time. */
export interface PlannerThread {
  /** What it has made of the supergraph; nothing where that was known before. */
  readonly ready: Promise<PlannerReady | undefined>;
  perform(task: PlannerTask): Promise<PlannerResult>;
  /** Ends the thread wherever it is; what it was doing fails with `reason`. */
  end(reason: Error): Promise<void>;
}

/**
 * Past this the thread ends by itself: a plan that takes more is as good as endless. Half of what this process may take,
 * so that both fit where memory is counted.
 */
const MAX_HEAP_MB = Math.min(1024, Math.max(192, Math.floor(getHeapStatistics().heap_size_limit / 2 ** 21)));

/** Room for what is short-lived, of which three times as much is held. */
const YOUNG_MB = 8;

/** `onExit` is told when the thread ends without having been asked to. */
export function startPlannerThread(start: PlannerStart, onExit: () => void): PlannerThread {
  const worker = new Worker(workerUrl(new URL('./planner-worker.ts', import.meta.url)), {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const waiting = new WaitingTasks(worker);
  let isEnding = false;
  const ready = new Promise<PlannerReady | undefined>((resolve, reject) => {
    worker.on('message', (message: FromPlanner) => {
      if (message.kind === 'ready') resolve(message);
      else if (message.kind === 'ready-as-known') resolve(undefined);
      else if (message.kind === 'refused') reject(toError(message));
      else waiting.settle(message);
    });
    worker.on('error', (cause) => {
      const error = toWaitersError(cause);
      reject(error);
      waiting.failAll(error);
    });
    worker.on('exit', () => {
      const error = new Error('The planner thread ended');
      reject(error);
      waiting.failAll(error);
      if (!isEnding) onExit();
    });
  });
  // A thread that has nothing to do must not keep the process from ending.
  ready.then(
    () => worker.unref(),
    () => worker.unref(),
  );
  return {
    ready,
    perform: (task) => waiting.ask(task),
    async end(reason) {
      isEnding = true;
      waiting.failAll(reason);
      await worker.terminate();
    },
  };
}

/** The tasks that a thread was asked for and has not done yet. */
class WaitingTasks {
  readonly #worker: Worker;
  readonly #entries = new Map<number, { resolve(result: PlannerResult): void; reject(error: Error): void }>();
  #lastId = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  ask(task: PlannerTask): Promise<PlannerResult> {
    this.#lastId += 1;
    const message: ToPlanner = { id: this.#lastId, task };
    return new Promise((resolve, reject) => {
      this.#entries.set(message.id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage(message);
    });
  }

  settle(message: Extract<FromPlanner, { readonly id: number }>): void {
    const entry = this.#entries.get(message.id);
    this.#entries.delete(message.id);
    if (this.#entries.size === 0) this.#worker.unref();
    if (message.kind === 'done') entry?.resolve(message.result);
    else entry?.reject(toError(message));
  }

  failAll(error: Error): void {
    for (const { reject } of this.#entries.values()) reject(error);
    this.#entries.clear();
  }
}

/** A thread out of memory ends, and nothing else does: for who waits, it is a plan that takes too long. */
function toWaitersError(cause: unknown): Error {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new EngineError('PLANIFICATION_TROP_LONGUE', undefined, { originalError: error });
}

function toError({ code, message, reason }: PlannerFault): Error {
  return code ? EngineError.fromMessage(code, message, reason) : new Error(message);
}
