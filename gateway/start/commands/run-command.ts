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

export interface Command {
  readonly words: FaultWords;
  /** Exit code of what was raised; that of a variable that is wrong is 2. */
  readonly failedCode: 1 | 2;
  /** @returns the exit code, or the page to show instead of doing anything */
  run(args: string[]): number | string | Promise<number | string>;
}

/** Runs a command of the terminal with what was typed after its name: its exit code, and its faults in French. */
export async function runCommand({ words, failedCode, run }: Command): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosed);
  try {
    const outcome = await run(process.argv.slice(2));
    if (typeof outcome === 'string') process.stdout.write(outcome);
    else process.exitCode = outcome;
  } catch (error) {
    const isBadVariable = error instanceof EnvironmentFault;
    writeLines(process.stderr, isBadVariable ? error.faults : sayFault(error, words));
    process.exitCode = isBadVariable ? 2 : failedCode;
  }
}

/** Whoever reads may stop, as « | head » does: the command ends as it would have, with its own exit code, and says no more. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** What was typed, as `parseArgs` reads it, `--aide` too. @param toFault what is raised of what it does not read */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
  toFault: (cause: unknown) => Error,
) {
  try {
    const withHelp = { ...options, aide: { type: 'boolean', default: false } } as const;
    return parseArgs({ args, allowPositionals: true, options: withHelp });
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
