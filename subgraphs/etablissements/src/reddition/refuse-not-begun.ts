import { RefusActe } from '@palier/runtime/acts/refus';
import { lastBegunPeriode } from '@palier/runtime/exercice';
import { toLocalDay } from '@palier/runtime/local-day';
import { sayMesures } from './say-mesures.ts';

/** Where the figures are that have to be taken out. */
const OTER_DE = {
  SAISIE: 'Ôtez-les de ce que vous saisissez',
  BROUILLON: 'Ôtez-les du brouillon (saisirMesures, retraits)',
} as const;

/** Raises ACTE_REFUSE for figures of a period to come: published, they would be the last that is known, for everybody. */
export function refuseNotBegun(
  lignes: readonly Readonly<Record<'mesure' | 'periode', string>>[],
  oter: keyof typeof OTER_DE,
): void {
  const jour = toLocalDay(new Date().toISOString());
  const begun = lastBegunPeriode(jour);
  const early = lignes.filter(({ periode }) => periode > begun);
  if (early.length === 0) return;
  throw new RefusActe({
    regle: { code: 'MESURER_CE_QUI_A_COMMENCE', origine: 'INFERENCE' },
    motif: `Le ${jour}, ces mesures sont d’une période qui n’a pas commencé : ${sayMesures(early.map(({ mesure }) => mesure))}.`,
    remede: `${OTER_DE[oter]}, et saisissez-les une fois la période commencée. Aucun document ne date les périodes : Palier les compte de vingt-huit jours à partir du 1er avril, et la dernière commencée est ${begun}.`,
  });
}
