import type { Metrics } from '../../observation/metrics/metrics.ts';
import type { Answer, Step } from '../transport/exchange.ts';
import { onGet } from './on-path.ts';

export const useMetrics = (metrics: Metrics): Step =>
  onGet(
    (path) => path === '/metrics',
    () => answerMetrics(metrics),
  );

async function answerMetrics(metrics: Metrics): Promise<Answer> {
  const { type, text } = await metrics.read();
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-store' }, body: text };
}
