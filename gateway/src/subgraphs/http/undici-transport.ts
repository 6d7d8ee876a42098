import { Pool, type Dispatcher } from 'undici';
import type { Cancellation } from '../../request/client-request.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import { ContentTooLarge, decodeContent } from './decode-content.ts';
import { createConnector } from './skip-continue.ts';

interface TransportLimits {
  /** Time for the whole answer to arrive, in milliseconds; none when absent. */
  readonly deadlineMs?: number | undefined;
  /** Largest answer taken, in bytes. */
  readonly maxBytes?: number | undefined;
  /** Gives the call up when it is aborted. */
  readonly signal?: Cancellation | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Its codings undone; nothing when they cannot be, or what they hide is not UTF-8. */
  readonly text: string | undefined;
  /** Size of the text. */
  readonly bytes: number;
}

/** Why a call was given up, when it was not for the network. */
export class GivenUp extends Error {
  readonly why: 'deadline' | 'size' | 'signal';

  constructor(why: GivenUp['why']) {
    super(`The call was given up: ${why}`);
    this.why = why;
  }
}

/** Posts to one URL over connections that are kept. No redirect is followed. */
export interface Transport {
  /** `headers` are names and values in turn. Rejects with `GivenUp` past a limit, else with the network's error. */
  post(body: string, headers: readonly string[], limits?: TransportLimits): Promise<HttpAnswer>;
  close(): Promise<void>;
}

const NO_LIMITS: TransportLimits = {};

export function createTransport(url: string, options: Pool.Options = {}): Transport {
  const { origin, pathname, search } = new URL(url);
  // Deadlines are the caller's: undici's own timers would only be paid twice.
  const timeouts = { headersTimeout: 0, bodyTimeout: 0 };
  const pool = new Pool(origin, { connections: 128, connect: createConnector(), ...timeouts, ...options });
  const path = `${pathname}${search}`;
  return {
    post: (body, headers, limits = NO_LIMITS) =>
      new Promise((resolve, reject) => {
        const request = { path, method: 'POST' as const, headers: headers as string[], body };
        pool.dispatch(request, new AnswerCollector(limits, resolve, reject));
      }),
    close: () => pool.close(),
  };
}

/** About what a chunk takes in memory beside its bytes. */
const CHUNK_WEIGHT = 128;

class AnswerCollector implements Dispatcher.DispatchHandler {
  readonly #limits: TransportLimits;
  readonly #resolve: (answer: HttpAnswer) => void;
  readonly #reject: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #given: GivenUp | undefined;
  #status = 0;
  #headers: HttpAnswer['headers'] = {};
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(
    limits: TransportLimits,
    resolve: (answer: HttpAnswer) => void,
    reject: (error: unknown) => void,
  ) {
    this.#limits = limits;
    this.#resolve = resolve;
    this.#reject = reject;
    const { deadlineMs, signal } = limits;
    if (deadlineMs !== undefined) this.#timer = setTimeout(() => this.#giveUp('deadline'), deadlineMs);
    signal?.addEventListener('abort', this.#onAbort);
    if (signal?.aborted) this.#giveUp('signal');
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It may have waited for a connection past its deadline.
    if (this.#given) controller.abort(this.#given);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: HttpAnswer['headers'],
  ): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#given) return;
    this.#size += chunk.length;
    this.#chunks.push(chunk);
    // A byte at a time, what keeps the bytes weighs more than they do.
    const held = this.#size + this.#chunks.length * CHUNK_WEIGHT;
    if (held > (this.#limits.maxBytes ?? Infinity) + CHUNK_WEIGHT) this.#giveUp('size');
  }

  onResponseEnd(): void {
    const [first] = this.#chunks;
    const bytes = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks, this.#size);
    const coding = this.#headers['content-encoding'];
    if (coding === undefined) this.#settle(bytes);
    else void this.#decode(bytes, String(coding));
  }

  async #decode(bytes: Buffer, coding: string): Promise<void> {
    try {
      this.#settle(await decodeContent(bytes, coding, this.#limits.maxBytes));
    } catch (error) {
      if (error instanceof ContentTooLarge) this.#fail(new GivenUp('size'));
      else this.#settle(undefined);
    }
  }

  #settle(content: Buffer | undefined): void {
    this.#finish();
    const text = content && decodeUtf8(content);
    this.#resolve({
      status: this.#status,
      headers: this.#headers,
      text,
      bytes: content?.length ?? this.#size,
    });
  }

  #fail(error: Error): void {
    this.#finish();
    this.#reject(this.#given ?? error);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  readonly #onAbort = (): void => this.#giveUp('signal');

  #giveUp(why: GivenUp['why']): void {
    if (this.#given) return;
    this.#given = new GivenUp(why);
    this.#finish();
    this.#chunks = [];
    this.#reject(this.#given);
    this.#controller?.abort(this.#given);
  }

  #finish(): void {
    clearTimeout(this.#timer);
    this.#limits.signal?.removeEventListener('abort', this.#onAbort);
  }
}
