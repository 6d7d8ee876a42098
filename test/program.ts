import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A program in a process of its own. It never outlives the test, or the file, that started it: see setup.ts. */
export interface Program {
  readonly child: ChildProcess;
  /** What it is, for whoever reads that it failed. */
  readonly name: string;
  /** All it has said on stderr so far. */
  said(): string;
  /** All it has written on stdout so far. */
  wrote(): string;
  /** How it ended: its exit code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export interface ProgramOptions {
  /** Nothing else is in its environment, so that the tester's own settings change nothing. */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Modules loaded before it. */
  readonly preload?: readonly string[];
  /** The command that runs it, such as `unshare`. */
  readonly within?: readonly string[];
}

const running = new Set<Program>();
const gone: Program[] = [];

/** Those that were started and have not ended. */
export const listRunning = (): Program[] => [...running];

/** Those that ended since this was last asked. */
export const takeEnded = (): Program[] => gone.splice(0);

/** Starts a program of the project, by the path of its source from the root: built, as people start it. */
export function startProgram(path: string, options: ProgramOptions = {}): Program {
  return startNode(['gateway/start/start.mjs', path], options);
}

/** Starts Node with these words before the arguments of the options. */
export function startNode(
  command: readonly string[],
  { env = {}, args = [], preload = [], within = [] }: ProgramOptions = {},
): Program {
  const imports = preload.flatMap((module) => ['--import', module]);
  return startCommand([...within, process.execPath, ...imports, ...command, ...args], { env });
}

/** Starts any command, in the root folder unless told. */
export function startCommand(
  command: readonly string[],
  { env = {}, cwd = ROOT }: { env?: Readonly<Record<string, string>>; cwd?: string } = {},
): Program {
  const [file = '', ...args] = command;
  const child = spawn(file, args, {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    // The channel tells our programs when this process is gone, even killed; the group lets their children be killed too.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  let said = '';
  let wrote = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (wrote += chunk));
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'SIGKILL'));
  });
  const program: Program = { child, name: command.join(' '), said: () => said, wrote: () => wrote, ended };
  running.add(program);
  const leave = (): void => {
    running.delete(program);
    gone.push(program);
  };
  ended.then(leave, leave);
  return program;
}

/** Kills it and all that it started, and waits until they are gone. */
export async function kill({ child, ended }: Program): Promise<void> {
  try {
    process.kill(-(child.pid ?? NaN), 'SIGKILL');
  } catch {
    // They have ended.
  }
  await ended.catch(() => undefined);
}

/** Waits for something to be so, as long as the test may last; raises what the program said when it ends first. */
export async function until(program: Program, isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    if (hasEnded(program)) throw new Error(`The program did not get there: ${program.said()}`);
    await sleep(20);
  }
}

const hasEnded = ({ child }: Program): boolean => child.exitCode !== null || child.signalCode !== null;

/** Where it says that it listens, without a path: with PORT=0 the system chooses. */
export async function addressOf(program: Program): Promise<string> {
  const find = (): string | undefined =>
    /(?:"(?:url|graph)":"|répond sur )(http:[^\s"]+)\/graphql/.exec(program.said())?.[1];
  await until(program, () => find() !== undefined);
  return find() ?? '';
}

/** Its address, once it is ready for all that it is asked. */
export async function untilReady(program: Program): Promise<string> {
  const url = await addressOf(program);
  await until(program, () => isHealthy(url));
  return url;
}

/** Whether what listens at this address is ready. */
export function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** Asks the graph at this address; raises when the answer holds an error. */
export async function ask<Data>(url: string, query: string): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** Sends a signal and waits for the end: how it ended. */
export function endWith({ child, ended }: Program, signal: NodeJS.Signals): Promise<number | NodeJS.Signals> {
  child.kill(signal);
  return ended;
}
