import { answerJson } from '../transport/answers.ts';
import type { Answer, Step } from '../transport/exchange.ts';
import { onGet } from './on-path.ts';

const PATHS = new Set(['/health', '/health/ready', '/health/live']);

/** A part of the gateway that fails while queries are still answered. What fails of it, and where, is for the log. */
export type DegradedPart = 'identite' | 'audit';

export interface HealthOptions {
  readonly isReady: () => boolean | Promise<boolean>;
  readonly listDegraded: () => readonly DegradedPart[];
}

/**
 * `/health/live`: the process answers. `/health` and `/health/ready`: a query would be answered; `degrade` names what
 * fails besides, and changes no status.
 */
export function useHealth({ isReady, listDegraded }: HealthOptions): Step {
  const isThere = (path: string): boolean => PATHS.has(path);
  return onGet(isThere, ({ path }) => {
    if (path === '/health/live') return answerState(true, []);
    return Promise.resolve(isReady()).then((up) => answerState(up, listDegraded()));
  });
}

function answerState(up: boolean, degraded: readonly DegradedPart[]): Answer {
  const answer = answerJson(up ? 200 : 503, {
    statut: up ? 'pret' : 'indisponible',
    ...(degraded.length > 0 && { degrade: degraded }),
  });
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } };
}
