import { PalierError } from '../base/errors.ts';
import { sayRead } from '../base/say-read.ts';
import { CodeService } from './code-service.ts';

/** The shape of a code: what a well-formed one looks like, and how to say it in French. */
export interface CodeFormat {
  readonly pattern: RegExp;
  readonly description: string;
}

// Longer than any code; some patterns set no bound of their own.
const MAX_LENGTH = 160;

/**
 * Returns the code when well formed; raises CODE_INVALIDE otherwise, with the name of what was given where it is one of many.
 * Unknown but well-formed codes are not its concern.
 */
export function parseCode(format: CodeFormat, code: string, name?: string): string {
  const trimmed = code.trim();
  if (isCode(format, trimmed)) return trimmed;
  throw malformed(format, code, name);
}

/** Each code of a list, in its order; of those that are malformed, the first is told, with its place. Raises CODE_INVALIDE. */
export const parseEachCode = (format: CodeFormat, codes: readonly string[], name?: string): string[] =>
  codes.map((code, rank) => {
    const trimmed = code.trim();
    if (isCode(format, trimmed)) return trimmed;
    throw malformed(format, code, name, codes.length > 1 ? rank + 1 : undefined);
  });

const isCode = ({ pattern }: CodeFormat, code: string): boolean =>
  code.length <= MAX_LENGTH && pattern.test(code);

/** What was expected and what was read, by the name of the argument, and the place in a list, where there are several. */
function malformed(format: CodeFormat, code: string, name?: string, place?: number): PalierError {
  const of = name === undefined ? 'Attendu' : `Attendu de « ${name} »`;
  const read = place === undefined ? 'reçu :' : `le ${place}${place === 1 ? 'er' : 'e'} de la liste est`;
  const upper = code.trim().toUpperCase();
  const meant = upper !== code.trim() && isCode(format, upper) ? `, et non « ${upper} »` : '';
  return new PalierError(
    'CODE_INVALIDE',
    `${of} : ${format.description} ; ${read} ${sayRead(code)}${meant}.`,
  );
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

export const CODE_EXIGENCE: CodeFormat = {
  pattern: new RegExp(`^[AQCF]-[A-Z]\\d{1,2}:(${Object.keys(CodeService).join('|')})$`),
  description: 'un standard et un service, par exemple A-P5:AAOR',
};

export const CODE_CAMPAGNE: CodeFormat = {
  pattern: /^\d{4}-\d{4}(-[A-Z0-9]{1,12})?$/,
  description: 'une campagne telle que 2025-2026 ou 2025-2026-P03',
};

export const CODE_PERIODE: CodeFormat = {
  pattern: /^\d{4}-\d{4}-P(0[1-9]|1[0-3])$/,
  description: 'une période de P01 à P13, par exemple 2025-2026-P03',
};

/** Of what an établissement declared: a reddition, an entente, a constat. */
export const IDENTIFIANT: CodeFormat = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9:._-]{0,119}$/,
  description: 'un identifiant de 120 lettres sans accent, chiffres, tirets ou deux-points au plus',
};

export const CODE_INDICATEUR: CodeFormat = {
  pattern: /^I-[A-Z]-[A-Z]\d{1,2}$/,
  description: '« I- » et le code d’un standard, par exemple I-A-P8',
};

/** A code that may be left out: null when it is, checked when it is not. Raises CODE_INVALIDE. */
export function parseOptionalCode(format: CodeFormat, code: string | null | undefined): string | null {
  return code == null ? null : parseCode(format, code);
}
