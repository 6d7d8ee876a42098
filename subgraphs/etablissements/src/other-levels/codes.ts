import type { CodeFormat } from '@palier/runtime/code-format';

// How the codes that other levels own look like: a malformed one is refused here, an unknown one finds nothing.

export {
  CODE_CAMPAGNE,
  CODE_ETABLISSEMENT,
  CODE_EXIGENCE,
  CODE_INDICATEUR,
  CODE_TERRITOIRE,
} from '@palier/runtime/code-format';

export const CODE_PERIODE: CodeFormat = {
  pattern: /^\d{4}-\d{4}-P(0[1-9]|1[0-3])$/,
  description: 'une période de P01 à P13, par exemple 2025-2026-P03',
};
