import type { ChildProcess } from 'node:child_process';
import { reservePorts } from '../../ports.ts';
import { endWith, isHealthy, startNode, until } from '../../program.ts';
import type { AttackRequest } from './attack.ts';

const WATCH = new URL('watch-turns.mjs', import.meta.url).href;

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
  readonly pid: number;
  send(request: AttackRequest): Promise<Attacked>;
  /** What its heap and its buffers hold once garbage is collected, in bytes; needs `--expose-gc`. */
  heap(): Promise<number>;
  /** The most memory it has had at once, in MiB. */
  mostMemory(): Promise<number>;
  stop(): Promise<void>;
}

export interface AttackedGatewayOptions {
  /** The gateway alone, unless said. */
  readonly program?: string;
  readonly nodeOptions?: readonly string[];
  readonly supergraphPath?: string;
  readonly subgraphs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it has ended what it does once it is ready. */
  readonly isSettled?: (url: string) => Promise<boolean>;
}

export async function startAttackedGateway(options: AttackedGatewayOptions): Promise<AttackedGateway> {
  const { subgraphs = {}, supergraphPath, nodeOptions = [] } = options;
  const port = await reservePorts();
  const program = startNode(
    [...nodeOptions, 'gateway/start/start.mjs', options.program ?? 'gateway/src/main.ts'],
    {
      preload: [WATCH],
      env: {
        PORT: String(port),
        ...(supergraphPath !== undefined && { SUPERGRAPH_PATH: supergraphPath }),
        PALIER_SUBGRAPHS: Object.entries(subgraphs)
          .map(([name, url]) => `${name}=${url}`)
          .join(','),
        // Each request would be a line.
        PALIER_LOG_LEVEL: 'error',
        ...options.env,
      },
    },
  );
  const address = `http://127.0.0.1:${port}`;
  await until(program, () => isHealthy(address));
  const { isSettled } = options;
  if (isSettled) await until(program, () => isSettled(address));
  const url = `${address}/graphql`;
  return {
    url,
    pid: program.child.pid ?? 0,
    heap: async () => ((await ask(program.child, 'peser', 'poids')) as { readonly bytes: number }).bytes,
    mostMemory: async () =>
      ((await ask(program.child, 'comble', 'comble')) as { readonly memoryMiB: number }).memoryMiB,
    send: (request) => measure(program.child, url, request),
    stop: async () => void (await endWith(program, 'SIGTERM')),
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
