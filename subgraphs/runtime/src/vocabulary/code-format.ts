import { PalierError } from '../base/errors.ts';

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

// How what several levels name is written.

export const CODE_TERRITOIRE: CodeFormat = {
  pattern: /^\d{5}$/,
  description: 'cinq chiffres, par exemple 06112',
};

/** Of the units that territories make up, by their kind. */
export const CODE_UNITE = {
  RLS: { pattern: /^\d{4}$/, description: 'quatre chiffres, par exemple 0611' },
  RTS: { pattern: /^\d{3}$/, description: 'trois chiffres, par exemple 061' },
  RSS: { pattern: /^\d{2}$/, description: 'deux chiffres, par exemple 06' },
  RUISSS: { pattern: /^[1-4]$/, description: 'un chiffre de 1 à 4' },
} as const satisfies Record<string, CodeFormat>;

export const CODE_ETABLISSEMENT: CodeFormat = {
  pattern: /^(\d{8}|[A-Z]{3,10})$/,
  description: 'huit chiffres, par exemple 11045119, ou RRSSSN',
};
