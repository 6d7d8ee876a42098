import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { AttackRequest } from './attack.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const WATCH = new URL('watch-turns.mjs', import.meta.url).href;
const START_MS = 60_000;

/** What one request did to the process of the gateway. */
interface Turn {
  /** The longest turn of its loop, in milliseconds of that thread's CPU. */
  readonly longestTurnMs: number;
  /** The same by the clock: other processes swell it. */
  readonly longestDelayMs: number;
  /** CPU of all its threads. */
  readonly cpuMs: number;
  readonly memoryMiB: number;
}

export interface Attacked extends Turn {
  readonly status: number;
  /** Codes of the errors, without repeats; « données » when there is data. */
  readonly said: string;
  readonly durationMs: number;
  readonly answerBytes: number;
}

/** A gateway as users start it, built, in a process of its own that says how long its loop was held. */
export interface AttackedGateway {
  readonly url: string;
  send(request: AttackRequest): Promise<Attacked>;
  stop(): Promise<void>;
}

export interface AttackedGatewayOptions {
  readonly supergraphPath: string;
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startAttackedGateway(options: AttackedGatewayOptions): Promise<AttackedGateway> {
  const port = await findFreePort();
  const child = spawn(
    process.execPath,
    ['--import', WATCH, 'gateway/start/start.mjs', 'gateway/src/main.ts'],
    {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        PORT: String(port),
        SUPERGRAPH_PATH: options.supergraphPath,
        PALIER_SUBGRAPHS: Object.entries(options.subgraphs)
          .map(([name, url]) => `${name}=${url}`)
          .join(','),
        PALIER_LOG_LEVEL: 'error',
        ...options.env,
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(-4_000)));
  const url = `http://127.0.0.1:${port}/graphql`;
  await untilHealthy(child, `http://127.0.0.1:${port}/health`, () => said);
  return {
    url,
    send: (request) => measure(child, url, request),
    stop: () => stop(child),
  };
}

async function measure(child: ChildProcess, url: string, request: AttackRequest): Promise<Attacked> {
  await ask(child, 'mesurer', 'pret');
  const start = performance.now();
  const answer = await post(url, request);
  const durationMs = performance.now() - start;
  const { longestTurnMs, longestDelayMs, cpuMs, memoryMiB } = (await ask(child, 'dire', 'mesure')) as Turn;
  return { ...answer, longestTurnMs, longestDelayMs, cpuMs, memoryMiB, durationMs };
}

async function post(
  url: string,
  request: AttackRequest,
): Promise<Pick<Attacked, 'status' | 'said' | 'answerBytes'>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: bodyOf(request),
  });
  const text = await response.text();
  return { status: response.status, said: whatItSays(text), answerBytes: text.length };
}

function bodyOf({ variablesText, ...request }: AttackRequest): string {
  const text = JSON.stringify(request);
  return variablesText === undefined ? text : `${text.slice(0, -1)},"variables":${variablesText}}`;
}

function whatItSays(text: string): string {
  // The first errors are enough, and a long answer need not be read whole.
  const codes = new Set([...text.matchAll(/"code":"([A-Z_]{3,})"/g)].slice(0, 200).map(([, code]) => code));
  if (/(^\{|[\]}],)"data":\{/.test(text)) codes.add('données');
  return [...codes].join(' ') || text.slice(0, 40);
}

/** Tells the process something and waits for what it answers. */
function ask(child: ChildProcess, asked: string, kind: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      if ((message as { readonly kind: string }).kind === kind) settle(() => resolve(message));
    };
    const onExit = (): void => settle(() => reject(new Error('The gateway ended')));
    const settle = (end: () => void): void => {
      child.off('message', onMessage).off('exit', onExit);
      end();
    };
    child.on('message', onMessage).on('exit', onExit);
    child.send(asked);
  });
}

async function untilHealthy(child: ChildProcess, health: string, said: () => string): Promise<void> {
  const giveUpAt = performance.now() + START_MS;
  const isHealthy = (): Promise<boolean> =>
    fetch(health).then(
      ({ status }) => status === 200,
      () => false,
    );
  while (!(await isHealthy())) {
    if (child.exitCode !== null || performance.now() > giveUpAt) {
      child.kill('SIGKILL');
      throw new Error(`The gateway did not start: ${said()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
