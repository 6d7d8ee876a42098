import type { Metrics } from '../observation/metrics.ts';
import { answerMethodRefused } from './answers.ts';
import type { Step } from './exchange.ts';

export const useMetrics =
  (metrics: Metrics): Step =>
  async ({ path, method, clientRequest }) => {
    if (path !== '/metrics') return undefined;
    if (method !== 'GET' && method !== 'HEAD') return answerMethodRefused('GET, HEAD', clientRequest.id);
    const { type, text } = await metrics.read();
    return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-store' }, body: text };
  };
