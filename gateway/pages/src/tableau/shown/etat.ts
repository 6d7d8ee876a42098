/** What is shown of one figure that is due, or is not. What is not received, withheld or not due is never a zero. */
export type EtatMontre =
  | 'CONFORME'
  | 'NON_CONFORME'
  | 'CONFLIT'
  | 'INDETERMINE'
  | 'SANS_VERDICT'
  | 'SANS_VALEUR'
  | 'NON_RECUE'
  | 'NON_DUE'
  | 'NON_LU';

/** In the order of legends. */
export const ETATS: readonly EtatMontre[] = [
  'CONFORME',
  'NON_CONFORME',
  'CONFLIT',
  'INDETERMINE',
  'SANS_VERDICT',
  'SANS_VALEUR',
  'NON_RECUE',
  'NON_DUE',
  'NON_LU',
];

const NAMES: Readonly<Record<EtatMontre, string>> = {
  CONFORME: 'Conforme',
  NON_CONFORME: 'Non conforme',
  CONFLIT: 'Sources en conflit',
  INDETERMINE: 'Indéterminée',
  SANS_VERDICT: 'Sans verdict',
  SANS_VALEUR: 'Sans valeur',
  NON_RECUE: 'Non reçue',
  NON_DUE: 'Rien n’est dû',
  NON_LU: 'Non lue : un palier ne répond pas',
};

export const nameOfEtat = (etat: EtatMontre): string => NAMES[etat];

export const classOfEtat = (etat: EtatMontre): string => `etat-${etat.toLowerCase().replaceAll('_', '-')}`;

type Issue = 'CONFORME' | 'NON_CONFORME' | 'INDETERMINE' | 'SANS_VERDICT';

export interface VerdictLu {
  readonly etat: Issue;
  /** What each source that gives a threshold would say. */
  readonly parSource: readonly { readonly source: string; readonly etat: Issue }[];
}

export interface MesureJugee {
  /** Null when it is withheld, could not be measured, or counts no case. */
  readonly valeur: number | null;
  /** Null when the level that judges did not answer. */
  readonly verdict: VerdictLu | null;
}

/**
 * @param mesure what was measured; nothing where nothing was
 * @param isDue whether somebody owes it; nothing when that could not be read
 */
export function etatOf(mesure: MesureJugee | undefined, isDue: boolean | undefined): EtatMontre {
  if (mesure === undefined) return etatWithout(isDue);
  if (mesure.valeur === null) return 'SANS_VALEUR';
  if (mesure.verdict === null) return 'NON_LU';
  const { etat, parSource } = mesure.verdict;
  if (etat !== 'INDETERMINE') return etat;
  const said = new Set(parSource.map((source) => source.etat));
  return said.has('CONFORME') && said.has('NON_CONFORME') ? 'CONFLIT' : 'INDETERMINE';
}

function etatWithout(isDue: boolean | undefined): EtatMontre {
  if (isDue === undefined) return 'NON_LU';
  return isDue ? 'NON_RECUE' : 'NON_DUE';
}
