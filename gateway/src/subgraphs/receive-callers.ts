import type { CallerFactory } from '../request/subgraph-caller.ts';

/** Callers that come later: the supergraph is prepared meanwhile. */
export function receiveCallers(callers: CallerFactory | Promise<CallerFactory> | undefined): {
  readonly given: CallerFactory | undefined;
  readonly ready: Promise<unknown> | undefined;
} {
  if (!(callers instanceof Promise)) return { given: callers, ready: undefined };
  let received: CallerFactory | undefined;
  const ready = callers.then((factory) => (received = factory));
  // Told by whoever waits for it; nobody does when something else fails first.
  ready.catch(() => undefined);
  return { given: (subgraph) => received?.(subgraph), ready };
}
