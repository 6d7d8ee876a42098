import type { CodeFormat } from '@palier/runtime/code-format';

// How the codes that other levels own look like: a malformed one is refused here, an unknown one finds nothing.

export const CODE_TERRITOIRE: CodeFormat = {
  pattern: /^\d{5}$/,
  description: 'cinq chiffres, par exemple 06112',
};

export const CODE_ETABLISSEMENT: CodeFormat = {
  pattern: /^(\d{8}|[A-Z]{3,10})$/,
  description: 'huit chiffres, par exemple 11045119, ou RRSSSN',
};

export const CODE_EXIGENCE: CodeFormat = {
  pattern: /^[ACFQ]-[A-Z]\d{1,2}:(AAOR|INFO_SOCIAL|CRISE|CONSULT_SOCIALE|CONSULT_PSY|SECURITE_CIVILE)$/,
  description: 'un standard et un service, par exemple A-P5:AAOR',
};

export const CODE_CAMPAGNE: CodeFormat = {
  pattern: /^\d{4}-\d{4}$/,
  description: 'une campagne telle que 2025-2026',
};
