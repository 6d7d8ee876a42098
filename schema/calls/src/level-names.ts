import type { CodePalier } from './identity.ts';

export interface LevelNames {
  /** As a subgraph, and in addresses and files. */
  readonly service: string;
  /** How the fields that it has of its own end: « journalMsss », « differencesMsss ». */
  readonly suffix: string;
  /** As people name it. */
  readonly nom: string;
  /** What is of it: « du ministère ». */
  readonly de: string;
}

/** How each level is named beside its code. */
export const LEVEL_NAMES = {
  MSSS: { service: 'msss', suffix: 'Msss', nom: 'le ministère', de: 'du ministère' },
  SANTE_QUEBEC: {
    service: 'sante-quebec',
    suffix: 'SanteQuebec',
    nom: 'Santé Québec',
    de: 'de Santé Québec',
  },
  ETABLISSEMENT: {
    service: 'etablissements',
    suffix: 'Etablissements',
    nom: 'le palier des établissements',
    de: 'du palier des établissements',
  },
} as const satisfies Readonly<Record<CodePalier, LevelNames>>;

/** Those of a level by its service, or by the name of its schema: « sante_quebec ». */
export const namesOfLevel = (name: string): LevelNames | undefined =>
  Object.values(LEVEL_NAMES).find(({ service }) => service === name.replaceAll('_', '-'));
