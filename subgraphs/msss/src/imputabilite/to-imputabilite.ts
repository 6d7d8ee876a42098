import type { StatutExigence } from '@palier/runtime/exigence-enums';
import { linesOfWarning } from '@palier/runtime/quality-row';
import type { ExigenceValue } from '../exigence/exigence.type.ts';
import { REGLE_RATTACHEMENT, REGLE_TERRITOIRE } from '../exigence/regles-de-lecture.ts';
import type { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';
import type { Imputabilite } from './imputabilite.type.ts';

const LECTURE: Readonly<Record<StatutExigence, string>> = {
  FIXE: 'Le ministère fixe ce standard pour ce service.',
  REALITES_REGIONALES:
    'Le ministère renvoie aux réalités régionales : aucune valeur nationale. Le texte ne dit pas qui la précise (I-13).',
  SANS_OBJET: 'Sans objet : selon l’Annexe II, ce standard ne s’applique pas à ce service.',
  NON_DIT:
    'Ni l’Annexe II ni la fiche de ce service n’en font un standard : il n’y a pas de compte à rendre.',
};

/** Nobody owes an account of what does not apply, nor of what no source speaks of. */
const SANS_COMPTE: ReadonlySet<StatutExigence> = new Set(['SANS_OBJET', 'NON_DIT']);

const sayQualite = (exigence: string): string =>
  `Standard de qualité : l’Annexe II avertit qu’il n’est ni un indicateur ni un critère de performance (${linesOfWarning(exigence)}, I-07). Que personne n’en doive de compte en est déduit.`;

const QUALITE_FICHE =
  'Énoncé de qualité que seule la fiche porte : Palier lui étend l’avertissement de l’Annexe II sur les standards de qualité (L2395-2400, I-07). Que personne n’en doive de compte en est déduit.';

export function toImputabilite(territoireClsc: TerritoireClsc, exigence: ExigenceValue): Imputabilite {
  const lecture = lire(exigence);
  const qualite = sayQuality(exigence.code);
  const isOwed = !SANS_COMPTE.has(exigence.statut);
  return {
    territoire: territoireClsc.code,
    exigence: exigence.code,
    territoireClsc,
    motifSansCompte: isOwed ? qualite : lecture,
    fixePar: {
      exigence,
      statut: exigence.statut,
      lecture: isOwed && qualite !== null ? `${lecture} ${qualite}` : lecture,
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

/** Why nobody owes an account of a quality row; null for another. */
function sayQuality(exigence: string): string | null {
  if (exigence.startsWith('Q-')) return sayQualite(exigence);
  return exigence.startsWith('F-Q') ? QUALITE_FICHE : null;
}
