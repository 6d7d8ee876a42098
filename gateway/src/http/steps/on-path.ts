import type { Step } from '../transport/exchange.ts';

/** A step for the requests of one path; the others go on. */
export const onPath =
  (path: string, step: Step): Step =>
  (exchange) =>
    exchange.path === path ? step(exchange) : undefined;
