import type { StatutExigence } from '@palier/runtime/exigence-enums';
import type { ExigenceValue } from '../exigence/exigence.type.ts';
import { REGLE_RATTACHEMENT, REGLE_TERRITOIRE } from '../exigence/regles-de-lecture.ts';
import type { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';
import type { Imputabilite } from './imputabilite.type.ts';

const LECTURE: Readonly<Record<StatutExigence, string>> = {
  FIXE: 'Le ministère fixe ce standard pour ce service.',
  REALITES_REGIONALES:
    'Le ministère renvoie aux réalités régionales : aucune valeur nationale. Le texte ne dit pas qui la précise (I-13).',
  SANS_OBJET: 'Sans objet : selon l’Annexe II, ce standard ne s’applique pas à ce service.',
  NON_DIT: 'Ni l’Annexe II ni la fiche de ce service n’en disent rien : il n’y a pas de compte à rendre.',
};

export function toImputabilite(territoireClsc: TerritoireClsc, exigence: ExigenceValue): Imputabilite {
  return {
    territoire: territoireClsc.code,
    exigence: exigence.code,
    territoireClsc,
    fixePar: {
      exigence,
      statut: exigence.statut,
      lecture: lire(exigence),
      provenance: exigence.provenance,
      lien: REGLE_RATTACHEMENT.provenance,
      transposition: REGLE_TERRITOIRE.provenance,
    },
  };
}

function lire({ statut, concordance }: ExigenceValue): string {
  const lecture = LECTURE[statut];
  return concordance === 'ECART'
    ? `${lecture} L’Annexe II et la fiche ne disent pas la même chose.`
    : lecture;
}
