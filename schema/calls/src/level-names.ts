import type { CodePalier } from './identity.ts';

export interface LevelNames {
  /** As a subgraph, and in addresses and files. */
  readonly service: string;
  /** How the fields that it has of its own end: « journalMsss », « differencesMsss ». */
  readonly suffix: string;
}

/** How each level is named beside its code. */
export const LEVEL_NAMES = {
  MSSS: { service: 'msss', suffix: 'Msss' },
  SANTE_QUEBEC: { service: 'sante-quebec', suffix: 'SanteQuebec' },
  ETABLISSEMENT: { service: 'etablissements', suffix: 'Etablissements' },
} as const satisfies Readonly<Record<CodePalier, LevelNames>>;
