import { Pool } from 'undici';
import { costOf } from './processes.ts';
import { bodyOf, type Question } from './suite.ts';

export interface Sample {
  readonly requests: number;
  /** CPU for one request, in milliseconds, of all that is counted. */
  readonly cpuMs: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly memoryMiB: number;
}

export interface Load {
  readonly url: string;
  readonly pids: readonly number[];
  readonly question: Question;
  readonly connections: number;
  readonly seconds: number;
}

let requests = 0;

/** Each request bears another authorization, as the requests of many people do: nothing is remembered by it. */
const nextHeaders = (): string[] => {
  requests += 1;
  return ['content-type', 'application/json', 'authorization', `Bearer essai-${process.pid}-${requests}`];
};

/** Asks one question once, and gives the answer's text. */
export async function ask(url: string, question: Question): Promise<string> {
  const pool = new Pool(new URL(url).origin, { connections: 1, headersTimeout: 20_000 });
  try {
    return await post(pool, new URL(url).pathname, bodyOf(question));
  } finally {
    await pool.close();
  }
}

/** Asks one question again and again for a while, each connection as soon as it has its answer. */
export async function applyLoad({ url, pids, question, connections, seconds }: Load): Promise<Sample> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, headersTimeout: 10_000 });
  const body = bodyOf(question);
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const before = costOf(...pids);
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const sent = performance.now();
      await post(pool, pathname, body);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const after = costOf(...pids);
  const took = performance.now() - start;
  await pool.close();
  latencies.sort((a, b) => a - b);
  return {
    requests: latencies.length,
    cpuMs: (after.cpuMs - before.cpuMs) / latencies.length,
    perSecond: (latencies.length * 1000) / took,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    memoryMiB: after.memoryMiB,
  };
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

function post(pool: Pool, path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    pool.dispatch(
      { path, method: 'POST', headers: nextHeaders(), body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_, code) => void (status = code),
        onResponseData: (_, chunk) => void chunks.push(chunk),
        onResponseEnd() {
          const text = Buffer.concat(chunks).toString('utf8');
          if (status === 200) resolve(text);
          else reject(new Error(`Status ${status}: ${text.slice(0, 300)}`));
        },
        onResponseError: (_, error) => reject(error),
      },
    );
  });
}
