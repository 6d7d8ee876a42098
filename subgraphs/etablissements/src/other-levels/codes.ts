import type { CodeFormat } from '@palier/runtime/code-format';

// How the codes that other levels own look like: a malformed one is refused here, an unknown one finds nothing.

export { CODE_ETABLISSEMENT, CODE_TERRITOIRE } from '@palier/runtime/code-format';

export const CODE_EXIGENCE: CodeFormat = {
  pattern: /^[ACFQ]-[A-Z]\d{1,2}:(AAOR|INFO_SOCIAL|CRISE|CONSULT_SOCIALE|CONSULT_PSY|SECURITE_CIVILE)$/,
  description: 'un standard et un service, par exemple A-P5:AAOR',
};

export const CODE_CAMPAGNE: CodeFormat = {
  pattern: /^\d{4}-\d{4}(-[A-Z0-9]{1,12})?$/,
  description: 'une campagne telle que 2025-2026 ou 2025-2026-P03',
};

export const CODE_INDICATEUR: CodeFormat = {
  pattern: /^I-[A-Z]-[A-Z]\d{1,2}$/,
  description: 'un indicateur, par exemple I-A-P5',
};

export const CODE_PERIODE: CodeFormat = {
  pattern: /^\d{4}-\d{4}-P(0[1-9]|1[0-3])$/,
  description: 'une période de P01 à P13, par exemple 2025-2026-P03',
};
