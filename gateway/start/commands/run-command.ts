import { parseArgs, type ParseArgsConfig } from 'node:util';
import { toPrintable } from '@palier/gateway/base/printable';
import { EnvironmentFault } from '@palier/gateway/environment';
import { JetonFault } from '@palier/gateway/identity/development/jeton-fault';
import { PalierError, StartupError } from '@palier/runtime/errors';

interface FaultWords {
  /** What failed, and what is then known to be done or not. */
  readonly failed: string;
  /** What to do where the server does not let this user. */
  readonly denied: string;
}

/** Where a command is called: what was typed after its name, the variables, and where it speaks. */
export interface Terminal {
  readonly args: readonly string[];
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

export interface Command {
  readonly words: FaultWords;
  /** Exit code of what was raised; that of a variable that is wrong is 2. */
  readonly failedCode: 1 | 2;
  /** @returns the exit code, or the page to show instead of doing anything */
  run(terminal: Terminal): number | string | Promise<number | string>;
}

/** Runs a command at the terminal of this process, whose exit code is then the command's. */
export async function runCommand(command: Command, variables: Terminal['variables']): Promise<void> {
  const { argv, stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', ignoreClosed);
  process.exitCode = await runAt({ args: argv.slice(2), variables, stdout, stderr }, command);
}

/** @returns the exit code; faults are said in French */
export async function runAt(terminal: Terminal, { words, failedCode, run }: Command): Promise<number> {
  try {
    const outcome = await run(terminal);
    if (typeof outcome === 'number') return outcome;
    terminal.stdout.write(outcome);
    return 0;
  } catch (error) {
    const isBadVariable = error instanceof EnvironmentFault;
    writeLines(terminal.stderr, isBadVariable ? error.faults : sayFault(error, words));
    return isBadVariable ? 2 : failedCode;
  }
}

/** Whoever reads may stop, as « | head » does: the command ends as it would have, with its own exit code, and says no more. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** What was typed, as `parseArgs` reads it, `--aide` too. @param toFault what is raised of what it does not read */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  toFault: (cause: unknown) => Error,
) {
  try {
    const withHelp = { ...options, aide: { type: 'boolean', default: false } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options: withHelp });
  } catch (cause) {
    throw toFault(cause);
  }
}

/** SQLSTATE: this user has not the right. */
const DENIED = '42501';

/** What a command raised, in French, line by line; the server's or the system's own words come last. */
function sayFault(error: unknown, { failed, denied }: FaultWords): readonly string[] {
  if (error instanceof StartupError || error instanceof PalierError || error instanceof JetonFault)
    return error.message.split('\n');
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return [code === DENIED ? `Le serveur refuse. ${denied}` : `${failed} (${String(message)})`];
}

/** Lines for people. Whatever they quote, ends of lines too, is shown, never obeyed by the terminal. */
export function writeLines(stream: NodeJS.WritableStream, lines: readonly string[]): void {
  for (const line of lines) stream.write(`${toPrintable(line)}\n`);
}
