import { type CodeFormat, parseCode } from '@palier/runtime/code-format';

/** A code that may be left out: null when it is, checked when it is not. Raises CODE_INVALIDE. */
export function parseOptionalCode(format: CodeFormat, code: string | null | undefined): string | null {
  return code == null ? null : parseCode(format, code);
}
