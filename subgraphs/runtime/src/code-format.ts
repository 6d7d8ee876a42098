import { PalierError } from './errors.ts';

/** The shape of a code: what a well-formed one looks like, and how to say it in French. */
export interface CodeFormat {
  readonly pattern: RegExp;
  readonly description: string;
}

// Longer than any code; some patterns set no bound of their own.
const MAX_LENGTH = 160;

/** Returns the code when well formed; raises CODE_INVALIDE otherwise. Unknown but well-formed codes are not its concern. */
export function parseCode(format: CodeFormat, code: string): string {
  const trimmed = code.trim();
  if (trimmed.length <= MAX_LENGTH && format.pattern.test(trimmed)) return trimmed;
  throw new PalierError('CODE_INVALIDE', `Attendu : ${format.description}.`);
}
