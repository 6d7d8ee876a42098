import type { IncomingMessage } from 'node:http';
import type { Bytes } from '../bytes.ts';
import type { ClientRequest } from '../client-request.ts';
import type { ErrorCode } from '../errors.ts';

/** One HTTP request on its way through the life of a request. */
export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly method: string;
  readonly path: string;
  /** What follows « ? », without it. */
  readonly search: string;
  readonly clientRequest: ClientRequest;
  /** Address of the client, as far as the network tells. */
  readonly client: string;
  /** Headers every answer to this request will carry, whoever gives it. */
  readonly headers: Record<string, string>;
  /** What steps learn that those who look on want to know. */
  readonly notes: { operation?: string; code?: ErrorCode };
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | Bytes;
}

/** A step either answers, which ends the request's life, or lets it go on. It refuses by throwing a `Refusal`. */
export type Step = (exchange: Exchange) => Answer | undefined | Promise<Answer | undefined>;
