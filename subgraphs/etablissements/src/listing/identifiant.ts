import type { CodeFormat } from '@palier/runtime/code-format';

/** The identifier of what an établissement declared. */
export const IDENTIFIANT: CodeFormat = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9:._-]{0,119}$/,
  description: 'un identifiant de 120 lettres sans accent, chiffres, tirets ou deux-points au plus',
};
