import { answerMethodRefused } from '../transport/answers.ts';
import type { Step } from '../transport/exchange.ts';

/** A step for the requests of one path; the others go on. */
export const onPath =
  (path: string, step: Step): Step =>
  (exchange) =>
    exchange.path === path ? step(exchange) : undefined;

/** A step for what is read at some paths, and only read; the others go on. */
export const onGet =
  (isThere: (path: string) => boolean, step: Step): Step =>
  (exchange) => {
    if (!isThere(exchange.path)) return undefined;
    if (exchange.method !== 'GET') return answerMethodRefused('GET, HEAD', exchange.clientRequest.id);
    return step(exchange);
  };
