import type { Asker } from '@palier/calls/asker';
import type { ClientRequest } from '../../request/client-request.ts';
import type { CallWait, SubgraphRequest } from '../../request/subgraph-caller.ts';

/** The calls that are made to one level for one client request: it waits as long as one of them does. */
export class CallAsker implements Asker {
  readonly operation: ClientRequest;
  readonly #waits = new Set<Partial<CallWait>>();

  constructor(operation: ClientRequest) {
    this.operation = operation;
  }

  get isGone(): boolean {
    return this.#waits.size === 0 || this.leftMs <= 0;
  }

  get leftMs(): number {
    const ends = [...this.#waits].map(({ endsAt = Infinity }) => endsAt);
    return Math.min(MOST_MS, Math.max(0, ...ends) - performance.now());
  }

  /**
   * Waits for a call until it is given up, or ends, which what is returned says. A write goes on without its client: half of it
   * must not depend on who still listens.
   */
  begin(kind: SubgraphRequest['operationKind'], wait: CallWait | undefined): () => void {
    const mine: Partial<CallWait> = (kind === 'query' && wait) || {};
    const leave = (): void => void this.#waits.delete(mine);
    if (mine.givenUp?.aborted) return leave;
    this.#waits.add(mine);
    mine.givenUp?.addEventListener('abort', leave);
    return leave;
  }
}

/** What is said of a call that nobody bounds. */
const MOST_MS = 300_000;
