import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Asker } from '@palier/calls/asker';
import { DEADLINE_HEADER } from '@palier/calls/headers';

/** What a call is waited for, unless it says less. */
const MOST_WAITED_MS = 300_000;

/** One call: it waits until its time is over, or its connection closed. */
export class HttpAsker implements Asker {
  readonly operation: ServerResponse;
  readonly #endsAt: number;
  /** A write goes on without whoever asked for it: half of it must not depend on who still listens. */
  isWrite = false;

  constructor({ headers }: IncomingMessage, response: ServerResponse) {
    const givenMs = Number(headers[DEADLINE_HEADER] ?? NaN);
    this.operation = response;
    this.#endsAt = performance.now() + (givenMs > 0 ? Math.min(givenMs, MOST_WAITED_MS) : MOST_WAITED_MS);
  }

  /** What its operation is, once that is known: nothing is read for it before. */
  begin(kind: string | undefined): void {
    this.isWrite = kind === 'mutation';
  }

  get isGone(): boolean {
    return !this.isWrite && (this.operation.destroyed || this.leftMs <= 0);
  }

  get leftMs(): number {
    return this.isWrite ? MOST_WAITED_MS : this.#endsAt - performance.now();
  }
}
