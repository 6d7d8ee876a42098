import type { TableauVerdictsQuery } from '../../operations/operations.ts';
import { sayNumber } from '../../shell/say-number.ts';
import type { EtatMontre } from '../shown/etat.ts';

/** Counts of measures, as Santé Québec consolidated them. */
export interface Comptes {
  readonly conformes: number;
  readonly nonConformes: number;
  readonly indetermines: number;
  readonly sansVerdict: number;
  readonly absents: number;
  readonly attendues: number;
  /** Whether verdicts that it counted are told no more. */
  readonly verdictsReserves: boolean;
  readonly provenance: { readonly origine: string };
}

export interface Part {
  readonly etat: EtatMontre;
  /** As a column names it. */
  readonly name: string;
  readonly of: (comptes: Comptes) => number;
  /** Whether what is withheld (`verdictsReserves`) may be some of it: it is counted among those without a verdict. */
  readonly isVerdict?: true;
}

/** The parts of a bilan, in the order of its bars and columns. */
export const PARTS: readonly Part[] = [
  { etat: 'CONFORME', name: 'Conformes', of: ({ conformes }) => conformes, isVerdict: true },
  { etat: 'NON_CONFORME', name: 'Non conformes', of: ({ nonConformes }) => nonConformes, isVerdict: true },
  { etat: 'INDETERMINE', name: 'Indéterminées', of: ({ indetermines }) => indetermines, isVerdict: true },
  { etat: 'SANS_VERDICT', name: 'Sans verdict', of: ({ sansVerdict }) => sansVerdict },
  { etat: 'NON_RECUE', name: 'Non reçues', of: ({ absents }) => absents },
  { etat: 'NON_DUE', name: 'Pas encore dues', of: ({ attendues }) => attendues },
];

/** A count as it is told: where verdicts are withheld, no zero, and what is known to be there is not all. */
export function sayPart({ etat, of, isVerdict }: Part, comptes: Comptes): string {
  const said = sayNumber(of(comptes));
  if (!comptes.verdictsReserves) return said;
  if (isVerdict) return of(comptes) === 0 ? 'réservés' : `${said} ou plus`;
  return etat === 'SANS_VERDICT' ? `${said}, réservés compris` : said;
}

export const totalOf = (comptes: Comptes): number => PARTS.reduce((total, { of }) => total + of(comptes), 0);

/** A bilan, of whatever it is. */
type BilanParIndicateur = Pick<NonNullable<TableauVerdictsQuery['bilanQuebec']>, 'parIndicateur'>;

/** One exigence, or one of its volets: what it is, and its counts. */
export interface LigneBilan extends Comptes {
  readonly key: string;
  /** Nothing when the ministry did not answer. */
  readonly exigence: string | undefined;
  readonly volet: string | null;
  readonly name: string;
}

/** The lines of a bilan, exigence by exigence. */
export function listLignes({ parIndicateur }: BilanParIndicateur): readonly LigneBilan[] {
  return parIndicateur.flatMap(({ indicateur, parExigence }) =>
    parExigence.map(({ exigence, volet, ...comptes }, rank) => ({
      ...comptes,
      key: `${indicateur.code} ${rank}`,
      exigence: exigence?.code,
      volet,
      name: [indicateur.nom, exigence?.service.nom, volet].filter((part) => part != null).join(', '),
    })),
  );
}
