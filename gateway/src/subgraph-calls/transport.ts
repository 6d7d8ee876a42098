import { Pool, type Dispatcher } from 'undici';
import { Refusal } from '../errors.ts';

export interface TransportAnswer {
  readonly status: number;
  readonly text: string;
}

export interface TransportCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Time left for the whole call, waiting for a connection included. */
  readonly timeoutMs: number;
  /** Ends the call before its time. */
  readonly signal?: AbortSignal | undefined;
}

/** Sends one POST and gathers what comes back. Follows no redirect. */
export interface Transport {
  send(call: TransportCall): Promise<TransportAnswer>;
  close(): Promise<void>;
}

export interface TransportOptions {
  readonly maxAnswerBytes: number;
  readonly connections: number;
}

export function createTransport(url: URL, { maxAnswerBytes, connections }: TransportOptions): Transport {
  const path = `${url.pathname}${url.search}`;
  // The one clock that counts is the deadline of the call; undici's own would each cost a timer.
  const pool = new Pool(url.origin, {
    connections,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: 5_000 },
  });
  return {
    send: (call) =>
      new Promise((resolve, reject) => {
        const gathering = new Gathering(call, maxAnswerBytes, resolve, reject);
        pool.dispatch({ path, method: 'POST', headers: call.headers, body: call.body }, gathering);
      }),
    close: () => pool.destroy(),
  };
}

/** `dispatch` is undici's cheapest door: no stream, no promise but ours. */
class Gathering implements Dispatcher.DispatchHandler {
  readonly #call: TransportCall;
  readonly #maxBytes: number;
  readonly #resolve: (answer: TransportAnswer) => void;
  readonly #reject: (error: Error) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #size = 0;
  #status = 0;
  #ended = false;

  constructor(
    call: TransportCall,
    maxBytes: number,
    resolve: (answer: TransportAnswer) => void,
    reject: (error: Error) => void,
  ) {
    this.#call = call;
    this.#maxBytes = maxBytes;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(() => this.#fail(new Refusal('DELAI_DEPASSE')), call.timeoutMs);
    call.signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It waited for a connection until its time was over.
    if (this.#ended) controller.abort(new Error('The call ended before it began'));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#maxBytes) this.#fail(new Refusal('REPONSE_TROP_GRANDE'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (!this.#end()) return;
    const [first] = this.#chunks;
    const bytes = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks);
    this.#resolve({ status: this.#status, text: bytes.toString('utf8') });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#end()) this.#reject(error);
  }

  #onAbort = (): void => this.#fail(new Error('The client is gone'));

  #fail(error: Error): void {
    if (!this.#end()) return;
    this.#controller?.abort(error);
    this.#reject(error);
  }

  /** Whether this is the first end of the call. */
  #end(): boolean {
    if (this.#ended) return false;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#call.signal?.removeEventListener('abort', this.#onAbort);
    return true;
  }
}
