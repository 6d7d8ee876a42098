import { toPrintable } from '@palier/gateway/base/printable';
import { PalierError, StartupError } from '@palier/runtime/errors';

export interface FaultWords {
  /** What failed, and what is then known to be done or not. */
  readonly failed: string;
  /** What to do where the server does not let this user. */
  readonly denied: string;
}

/** SQLSTATE: this user has not the right. */
const DENIED = '42501';

/** What a command raised, in French, line by line; the server's or the system's own words come last. */
export function sayFault(error: unknown, { failed, denied }: FaultWords): readonly string[] {
  if (error instanceof StartupError || error instanceof PalierError) return error.message.split('\n');
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return [code === DENIED ? `Le serveur refuse. ${denied}` : `${failed} (${String(message)})`];
}

/** Lines for people. Whatever they quote, ends of lines too, is shown, never obeyed by the terminal. */
export function writeLines(stream: NodeJS.WritableStream, lines: readonly string[]): void {
  for (const line of lines) stream.write(`${toPrintable(line)}\n`);
}
