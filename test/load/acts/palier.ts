import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIssuer } from '../../processus/issuer.ts';
import { portAt } from '../ports.ts';
import { isAnswering, launch } from '../processes.ts';
import { ALONE, built } from '../suite.ts';

/** The process of `npm start` on a server, and people whose tokens it believes. */
export interface Palier {
  readonly url: string;
  readonly pid: number;
  tokenOf(claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** Asks the graph; raises when the answer holds an error. */
  ask<Data>(query: string, asked?: Asked): Promise<Data>;
  stop(): Promise<void>;
}

interface Asked {
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function startPalier(databaseUrl: string): Promise<Palier> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-bench-'));
  const issuer = await createIssuer(folder);
  const port = portAt('dashboards', 19);
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...ALONE,
    ...issuer.env,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    PALIER_DOSSIER: folder,
    PALIER_LIMITS: '0',
  };
  const running = await launch(built('gateway/start/all-in-one.ts', env), () =>
    isAnswering(`${url}/graphql`),
  );
  const ask: Palier['ask'] = async <Data>(query: string, { variables, headers }: Asked = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: object[] };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    url,
    pid: running.pid,
    tokenOf: issuer.sign,
    ask,
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Memory of a process, in MiB: what it holds, and the most that it held since `forgetPeak`. Linux alone says it. */
export function readMemory(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');
