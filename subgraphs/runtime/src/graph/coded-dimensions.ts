import { toPeriode } from '../vocabulary/exercice.ts';
import type { Dimension, Dimensions } from './repartition.ts';

/**
 * How the codes that lists of several levels are counted by are said. The name is for whoever owns them to give: the level that
 * counts them, by its rows, or another, by `entite`.
 */
export const CODED = {
  CAMPAGNE: { type: 'Campagne', say: (cle) => `Campagne ${cle}` },
  PERIODE: { say: (cle) => `Période ${toPeriode(cle).rang} de ${toPeriode(cle).exercice}` },
  EXIGENCE: { type: 'Exigence', say: (cle) => `Exigence ${cle}` },
  INDICATEUR: { type: 'Indicateur', say: (cle) => `Indicateur ${cle}` },
  TERRITOIRE: { type: 'TerritoireClsc', say: (cle) => `Territoire ${cle}` },
  RESEAU_LOCAL: { type: 'ReseauLocal', say: (cle) => `RLS ${cle}` },
  RESEAU_TERRITORIAL: { type: 'ReseauTerritorial', say: (cle) => `RTS ${cle}` },
  REGION: { type: 'Region', say: (cle) => `Région ${cle}` },
  RUISSS: { type: 'Ruisss', say: (cle) => `RUISSS ${cle}` },
  ETABLISSEMENT: { type: 'Etablissement', say: (cle) => `Établissement ${cle}` },
} as const satisfies Dimensions;

/** The same, where a row may have no code. */
export const orNone = (dimension: Dimension, none: string): Dimension => ({ ...dimension, none });
