import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

export interface Launched {
  readonly pid: number;
  stop(): Promise<void>;
}

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

const START_DEADLINE_MS = 120_000;

/** Starts a process and waits until `isReady`; its last words are told when it dies first. */
export async function launch(
  { command, args, env, cwd }: Launch,
  isReady: () => Promise<boolean>,
): Promise<Launched> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => words.push(chunk.toString()) > 50 && words.shift());
  }
  const deadline = performance.now() + START_DEADLINE_MS;
  while (!(await isReady())) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop(child);
      throw new Error(`${command} ${args.join(' ')} did not start:\n${words.join('')}`);
    }
    await wait(100);
  }
  return { pid: child.pid!, stop: () => stop(child) };
}

/** Whether a GraphQL server answers there. */
export async function isAnswering(url: string): Promise<boolean> {
  const body = JSON.stringify({ query: '{ __typename }' });
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(timer);
}

export interface ProcessCost {
  /** CPU used since the start, in milliseconds, by the process, all its threads and all its descendants. */
  readonly cpuMs: number;
  /** Memory held now, in MiB. */
  readonly memoryMiB: number;
}

const MS_PER_TICK = 10;
const PAGE_BYTES = 4096;

/** What the system says processes have cost, seen from outside. Linux only. */
export function costOf(...pids: readonly number[]): ProcessCost {
  // A descendant may end between being listed and being read.
  const costs = pids.flatMap((pid) => [
    readCost(pid),
    ...descendantsOf(pid).flatMap((child) => (isAlive(child) ? readCost(child) : [])),
  ]);
  return {
    cpuMs: costs.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    memoryMiB: costs.reduce((sum, { memoryMiB }) => sum + memoryMiB, 0),
  };
}

function readCost(pid: number): ProcessCost {
  const fields = statOf(pid);
  // The numbers of proc(5), less the two that come before the state.
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { cpuMs: ticks * MS_PER_TICK, memoryMiB: (Number(fields[21]) * PAGE_BYTES) / 1_048_576 };
}

function statOf(pid: number): readonly string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function descendantsOf(pid: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}/stat`);

function parentOf(pid: number): number | undefined {
  try {
    return Number(statOf(pid)[1]);
  } catch {
    return undefined;
  }
}
