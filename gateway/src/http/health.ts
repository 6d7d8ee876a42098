import { answerJson, answerMethodRefused } from './answers.ts';
import type { Answer, Step } from './exchange.ts';

const PATHS = new Set(['/health', '/health/ready', '/health/live']);

/** `/health/live`: the process answers. `/health` and `/health/ready`: a query would be answered. */
export function useHealth(isReady: () => boolean | Promise<boolean>): Step {
  return ({ path, method, clientRequest }) => {
    if (!PATHS.has(path)) return undefined;
    if (method !== 'GET' && method !== 'HEAD') return answerMethodRefused('GET, HEAD', clientRequest.id);
    return path === '/health/live' ? answerState(true) : Promise.resolve(isReady()).then(answerState);
  };
}

function answerState(up: boolean): Answer {
  const answer = up ? answerJson(200, { statut: 'pret' }) : answerJson(503, { statut: 'indisponible' });
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } };
}
