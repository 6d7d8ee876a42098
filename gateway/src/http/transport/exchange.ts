import type { IncomingMessage } from 'node:http';
import type { Bytes } from '../../base/bytes.ts';
import type { ClientRequest } from '../../request/client-request.ts';
import type { ErrorCode } from '../../errors/errors.ts';

/** One HTTP request on its way through the life of a request. */
export interface Exchange {
  readonly incoming: IncomingMessage;
  /** A HEAD is a GET whose answer is sent without its body (RFC 9110, 9.3.2). */
  readonly method: string;
  readonly path: string;
  /** What follows « ? », without it. */
  readonly search: string;
  /** The host that the request names in place of its header. */
  readonly authority: string | undefined;
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
  /** In place of a body: what is sent as it is made. Failing, it cuts the answer, whose part is then not taken for the whole. */
  readonly stream?: AsyncIterable<Uint8Array>;
  /** Tells its body from any other, when it may be sent again. To make it is to read the whole. */
  readonly digest?: (() => string) | undefined;
}

/** A step either answers, which ends the request's life, or lets it go on. It refuses by throwing a `Refusal`. */
export type Step = (exchange: Exchange) => Answer | undefined | Promise<Answer | undefined>;
