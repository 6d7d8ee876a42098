import { toPeriode } from '../vocabulary/exercice.ts';
import type { Dimension, Dimensions } from './repartition.ts';

/** How the codes that lists of several levels are counted by are said: their names are for whoever owns them to give. */
export const CODED = {
  CAMPAGNE: { say: (cle) => `Campagne ${cle}` },
  PERIODE: { say: (cle) => `Période ${toPeriode(cle).rang} de ${toPeriode(cle).exercice}` },
  EXIGENCE: { say: (cle) => `Exigence ${cle}` },
  INDICATEUR: { say: (cle) => `Indicateur ${cle}` },
  TERRITOIRE: { say: (cle) => `Territoire ${cle}` },
  RESEAU_LOCAL: { say: (cle) => `RLS ${cle}` },
  RESEAU_TERRITORIAL: { say: (cle) => `RTS ${cle}` },
  REGION: { say: (cle) => `Région ${cle}` },
  RUISSS: { say: (cle) => `RUISSS ${cle}` },
  ETABLISSEMENT: { say: (cle) => `Établissement ${cle}` },
} as const satisfies Dimensions;

/** The same, where a row may have no code. */
export const orNone = (dimension: Dimension, none: string): Dimension => ({ ...dimension, none });
