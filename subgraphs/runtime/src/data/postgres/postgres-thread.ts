import { Worker } from 'node:worker_threads';
import { workerUrl } from '@palier/calls/program/worker-url';
import { PalierError } from '../../base/errors.ts';
import type {
  EngineFault,
  FromPostgres,
  PostgresResults,
  PostgresStart,
  PostgresTask,
  StatementFault,
  ToPostgres,
} from './postgres-messages.ts';

/** An embedded Postgres, on a thread of its own. */
export interface PostgresThread {
  perform<Kind extends PostgresTask['kind']>(
    task: Extract<PostgresTask, { readonly kind: Kind }>,
  ): Promise<PostgresResults[Kind]>;
  /** Calls `hear` with what is announced on a channel, until the engine closes. */
  listen(channel: string, hear: (payload: string) => void): Promise<void>;
  /** Lets the engine write what it has to, and ends the thread. */
  close(): Promise<void>;
  /** Told once when the engine stops without having been asked to: what was under way has failed. */
  onBroken(listener: (fault: EngineFault) => void): void;
}

/** The engine does not open, or has stopped. */
export class EngineBroken extends Error {
  override readonly name = 'EngineBroken';
  readonly fault: EngineFault;

  constructor(fault: EngineFault) {
    super(fault.words.at(-1) ?? 'the engine stopped');
    this.fault = fault;
  }
}

/** Room for what is short-lived: three times as much is held, and by default 48 MB of it. */
const YOUNG_MB = 8;

/** @throws EngineBroken when the engine does not open */
export async function startPostgresThread(start: PostgresStart): Promise<PostgresThread> {
  const { birth } = start;
  const isGiven = typeof birth === 'object' && 'content' in birth;
  const worker = new Worker(workerUrl(new URL('./postgres-worker.ts', import.meta.url)), {
    workerData: start,
    transferList: isGiven ? [birth.content.buffer] : [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const waiting = new WaitingTasks(worker);
  const listeners = new Map<string, ((payload: string) => void)[]>();
  const onBroken: ((fault: EngineFault) => void)[] = [];
  let state: 'OPEN' | 'CLOSED' | 'BROKEN' = 'OPEN';

  await new Promise<void>((resolve, reject) => {
    const breakWith = (fault: EngineFault): void => {
      if (state !== 'OPEN') return;
      state = 'BROKEN';
      reject(new EngineBroken(fault));
      waiting.failAll();
      for (const listener of onBroken) listener(fault);
    };
    worker.on('message', (message: FromPostgres) => {
      if (message.kind === 'ready') resolve();
      else if (message.kind === 'broken') breakWith(message.fault);
      else if (message.kind === 'heard')
        listeners.get(message.channel)?.forEach((hear) => hear(message.payload));
      else waiting.settle(message);
    });
    worker.on('error', (error) => breakWith({ code: undefined, words: [String(error)] }));
    worker.on('exit', () => breakWith({ code: undefined, words: [] }));
  });
  // A database nobody asks anything of must not keep the process from ending.
  worker.unref();

  const ask = (task: PostgresTask): Promise<PostgresResults[PostgresTask['kind']]> =>
    state === 'OPEN' ? waiting.ask(task) : Promise.reject(new PalierError('BASE_INDISPONIBLE'));

  return {
    // The thread answers each task with the result of its kind.
    perform: (task) => ask(task) as never,
    async listen(channel, hear) {
      const isNew = !listeners.has(channel);
      listeners.set(channel, [...(listeners.get(channel) ?? []), hear]);
      if (isNew) await ask({ kind: 'listen', channel });
    },
    async close() {
      if (state !== 'OPEN') return;
      await waiting.ask({ kind: 'close' });
      // Rows of what was asked before may still be on their way.
      await waiting.allDone();
      state = 'CLOSED';
      await worker.terminate();
    },
    onBroken: (listener) => onBroken.push(listener),
  };
}

interface Waiting {
  /** Rows that came before the last ones. */
  readonly rows: unknown[];
  resolve(result: PostgresResults[PostgresTask['kind']]): void;
  reject(error: Error): void;
}

/** What the thread was asked for and has not done yet. */
class WaitingTasks {
  readonly #worker: Worker;
  readonly #entries = new Map<number, Waiting>();
  #lastId = 0;
  #onDone: (() => void) | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  async allDone(): Promise<void> {
    if (this.#entries.size > 0) await new Promise<void>((resolve) => (this.#onDone = resolve));
  }

  ask(task: PostgresTask): Promise<PostgresResults[PostgresTask['kind']]> {
    this.#lastId += 1;
    const message: ToPostgres = { id: this.#lastId, task };
    return new Promise((resolve, reject) => {
      this.#entries.set(message.id, { rows: [], resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage(message);
    });
  }

  settle(message: Extract<FromPostgres, { readonly id: number }>): void {
    const entry = this.#entries.get(message.id);
    if (message.kind === 'slice') {
      for (const row of message.rows) entry?.rows.push(row);
      const more: ToPostgres = { id: message.id, task: 'MORE' };
      this.#worker.postMessage(more);
      return;
    }
    this.#entries.delete(message.id);
    if (message.kind === 'done') entry?.resolve(withRows(entry.rows, message.result));
    else entry?.reject(toError(message.fault));
    if (this.#entries.size > 0) return;
    this.#worker.unref();
    this.#onDone?.();
  }

  failAll(): void {
    for (const { reject } of this.#entries.values()) reject(new PalierError('BASE_INDISPONIBLE'));
    this.#entries.clear();
    this.#onDone?.();
  }
}

/** A result whole: what came before its last rows, and these. */
function withRows(
  before: unknown[],
  result: PostgresResults[PostgresTask['kind']],
): PostgresResults[PostgresTask['kind']] {
  if (before.length === 0 || result === undefined) return result;
  for (const row of result.rows) before.push(row);
  return { ...result, rows: before };
}

function toError({ message, told }: StatementFault): Error {
  return Object.assign(new Error(message), told);
}
