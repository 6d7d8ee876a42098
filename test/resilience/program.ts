import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const started = new Set<ChildProcess>();

/** One program of the project, in a process of its own. */
export interface Program {
  readonly child: ChildProcess;
  /** All it has said on stderr so far. */
  said(): string;
  /** How it ended: its exit code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export interface ProgramOptions {
  /** Nothing else is in its environment, so that the tester's own settings change nothing. */
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Modules loaded before it. */
  readonly preload?: readonly string[];
}

/** Starts a program from its source, by its path from the root. */
export function startProgram(path: string, { env, args = [], preload = [] }: ProgramOptions): Program {
  const imports = ['tsx', ...preload].flatMap((module) => ['--import', module]);
  const child = spawn(process.execPath, [...imports, path, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  started.add(child);
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'SIGKILL'));
  });
  return { child, said: () => text, ended };
}

/** Kills what a test left running. */
export function killStarted(): void {
  for (const child of started) child.kill('SIGKILL');
}

/** Waits for something to be so; raises what the program said when it ends first, or when it takes too long. */
export async function until(program: Program, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 100_000;
  while (!(await isSo())) {
    const { exitCode, signalCode } = program.child;
    if (exitCode !== null || signalCode !== null || Date.now() > giveUpAt)
      throw new Error(`The program did not get there: ${program.said()}`);
    await sleep(50);
  }
}

export function isHealthy(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health`).then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** Asks the graph that listens on this port; raises when the answer holds an error. */
export async function ask<Data>(port: number, query: string): Promise<Data> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** Sends a signal and waits for the end. */
export async function endWith(
  program: Program,
  signal: NodeJS.Signals,
): Promise<{ readonly exit: number | NodeJS.Signals; readonly afterMs: number }> {
  const asked = performance.now();
  program.child.kill(signal);
  const exit = await program.ended;
  return { exit, afterMs: performance.now() - asked };
}
