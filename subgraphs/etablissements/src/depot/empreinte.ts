import type { CodeFormat } from '@palier/runtime/code-format';

export const EMPREINTE: CodeFormat = {
  pattern: /^[0-9a-f]{64}$/,
  description: 'une empreinte SHA-256, de 64 chiffres hexadécimaux en minuscules',
};
