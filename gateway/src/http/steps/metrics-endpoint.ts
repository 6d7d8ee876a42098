import type { Metrics } from '../../observation/metrics/metrics.ts';
import { answerMethodRefused } from '../transport/answers.ts';
import type { Answer, Step } from '../transport/exchange.ts';

export const useMetrics =
  (metrics: Metrics): Step =>
  ({ path, method, clientRequest }) => {
    if (path !== '/metrics') return undefined;
    if (method !== 'GET') return answerMethodRefused('GET, HEAD', clientRequest.id);
    return answerMetrics(metrics);
  };

async function answerMetrics(metrics: Metrics): Promise<Answer> {
  const { type, text } = await metrics.read();
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-store' }, body: text };
}
