import { type Demande, DITE, type MesureDite, type MesurePlace, placeKey } from '../demande/demande.ts';
import type { MesureLue } from './judge-row.ts';

export const NATURES = ['CREEE', 'CHANGEE', 'INCHANGEE', 'RETIREE'] as const;
export type NatureDifference = (typeof NATURES)[number];

/** What a file makes of one measure of the draft. */
export interface DifferenceCell extends MesurePlace {
  readonly nature: NatureDifference;
  readonly ligne: number;
  /** As the draft says it; null when it holds none. */
  readonly avant: MesureDite | null;
  /** As the file says it; null when it is taken back. */
  readonly apres: MesureDite | null;
}

/** What a file changes in the draft. What it does not name is left as it is. */
export function compare(mesures: readonly MesureLue[], { presentes }: Demande): DifferenceCell[] {
  const known = new Map(presentes.map((ligne) => [placeKey(ligne), ligne]));
  return mesures.map((mesure) => {
    const avant = known.get(placeKey(mesure));
    return {
      territoire: mesure.territoire,
      exigence: mesure.exigence,
      volet: mesure.volet,
      periode: mesure.periode,
      nature: natureOf(mesure, avant),
      ligne: mesure.ligne,
      avant: avant === undefined ? null : toDite(avant),
      apres: mesure.estRetiree ? null : toDite(mesure),
    };
  });
}

function natureOf(mesure: MesureLue, avant: MesureDite | undefined): NatureDifference {
  if (mesure.estRetiree) return avant === undefined ? 'INCHANGEE' : 'RETIREE';
  if (avant === undefined) return 'CREEE';
  return DITE.every((name) => mesure[name] === avant[name]) ? 'INCHANGEE' : 'CHANGEE';
}

const toDite = ({ valeur, statut, numerateur, denominateur, justification }: MesureDite): MesureDite => ({
  valeur,
  statut,
  numerateur,
  denominateur,
  justification,
});
