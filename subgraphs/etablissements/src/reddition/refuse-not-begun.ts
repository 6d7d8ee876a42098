import { RefusActe, type RefusedMesure, type Regle } from '@palier/runtime/acts/refus';
import { lastBegunPeriode } from '@palier/runtime/exercice';
import { toLocalDay } from '@palier/runtime/local-day';
import { sayMesures } from './say-mesures.ts';

export const A_COMMENCE: Regle = { code: 'MESURER_CE_QUI_A_COMMENCE', origine: 'INFERENCE' };

type Ligne = Readonly<Record<'mesure' | 'periode', string>>;

/** Figures of a period to come: published, they would be the last that is known, for everybody. */
function findNotBegun<Early extends Ligne>(lignes: readonly Early[]) {
  const jour = toLocalDay(new Date().toISOString());
  const begun = lastBegunPeriode(jour);
  return { jour, begun, early: lignes.filter(({ periode }) => periode > begun) };
}

const sayBegun = (begun: string): string =>
  `Aucun document ne date les périodes : Palier les compte de vingt-huit jours à partir du 1er avril, et la dernière commencée est ${begun}.`;

/** Each of what is entered that is of a period to come, as a fault of the measure. */
export function listNotBegun(
  lignes: readonly Ligne[],
  places: ReadonlyMap<string, number>,
): readonly RefusedMesure[] {
  const { jour, begun, early } = findNotBegun(lignes);
  return early.map(({ mesure, periode }) => ({
    rang: places.get(mesure)!,
    mesure,
    regle: A_COMMENCE.code,
    version: null,
    nom: 'Période qui n’a pas commencé',
    severite: 'BLOQUANTE',
    origineRegle: A_COMMENCE.origine,
    operandes: ['periode'],
    message: `le ${jour}, ${periode} n’a pas commencé.`,
    remede: `Ôtez-la de ce que vous saisissez, et saisissez-la une fois la période commencée. ${sayBegun(begun)}`,
  }));
}

/** Raises ACTE_REFUSE for figures of a period to come that a draft holds. */
export function refuseNotBegun(lignes: readonly Ligne[]): void {
  const { jour, begun, early } = findNotBegun(lignes);
  if (early.length === 0) return;
  throw new RefusActe({
    regle: A_COMMENCE,
    motif: `Le ${jour}, ces mesures sont d’une période qui n’a pas commencé : ${sayMesures(early.map(({ mesure }) => mesure))}.`,
    remede: `Ôtez-les du brouillon (saisirMesures, retraits), et saisissez-les une fois la période commencée. ${sayBegun(begun)}`,
  });
}
