import { type StatusOptions, readStatus } from './read-status.ts';
import { writeStatusPage } from './write-page.ts';
import { answerMethodRefused } from '../answers.ts';
import { PAGE_POLICY } from '../explorer.ts';
import type { Answer, Step } from '../exchange.ts';

/** How long a page serves those who ask for it meanwhile: nobody wears the levels out by reading it. */
const KEPT_MS = 5_000;

/** `/etat`: the state of the graph, for people. Its status is that of `/health`. */
export function useStatusPage(options: StatusOptions): Step {
  let kept: { readonly until: number; readonly answer: Promise<Answer> } | undefined;
  return ({ path, method, clientRequest }) => {
    if (path !== '/etat') return undefined;
    if (method !== 'GET') return answerMethodRefused('GET, HEAD', clientRequest.id);
    const now = Date.now();
    if (kept === undefined || kept.until <= now) kept = { until: now + KEPT_MS, answer: readPage(options) };
    return kept.answer;
  };
}

async function readPage(options: StatusOptions): Promise<Answer> {
  const status = await readStatus(options);
  return {
    status: status.isReady ? 200 : 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_POLICY,
      'cache-control': 'no-store',
    },
    body: writeStatusPage(status, new Date()),
  };
}
