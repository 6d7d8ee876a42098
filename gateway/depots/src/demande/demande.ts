/** What a campagne asks of an établissement, and what it has already answered. Plain data: it goes from thread to thread. */
export interface Demande {
  readonly campagne: {
    readonly code: string;
    readonly nom: string;
    readonly canevas: string;
    readonly statut: 'OUVERTE' | 'FERMEE';
  };
  readonly etablissement: { readonly code: string; readonly nom: string };
  readonly territoires: readonly { readonly code: string; readonly nom: string }[];
  /** Codes, in order. */
  readonly periodes: readonly string[];
  /** Those of them that have begun: nothing is measured of another yet. */
  readonly commencees: readonly string[];
  readonly cellules: readonly CelluleDemandee[];
  /** Lines of the draft; without one, those that the next draft will begin with. */
  readonly presentes: readonly LignePresente[];
  /** How many times they had been written, drafts of before included; 0 when nothing was. */
  readonly revision: number;
  /** The last one, withdrawn or not; undefined when nothing was entered. */
  readonly version?: Version | undefined;
}

/** A version of what an établissement answers, as the graph tells it. */
export interface Version {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly etat: 'SAISIE' | 'SOUMISE' | 'RETIREE';
  /** Instant that it was begun. */
  readonly saisieLe: string;
}

/** What the canevas asks: an exigence, or one of its volets. */
export interface CelluleDemandee {
  readonly exigence: string;
  /** « en personne », « par téléphone »; null when the exigence has none. */
  readonly volet: string | null;
  /** « h », « jours », « min »… */
  readonly unite: string;
  readonly libelle: string;
  /** Once a period, or once the exercice, at its thirteenth period. */
  readonly frequence: 'PERIODE_FINANCIERE' | 'EXERCICE';
}

/** Which measure: what tells two of them apart in a campagne. */
export interface MesurePlace {
  readonly territoire: string;
  readonly exigence: string;
  readonly volet: string | null;
  readonly periode: string;
}

/** What a measure says. Either a value or a statut that stands for one. */
export interface MesureDite {
  readonly valeur: number | null;
  readonly statut: StatutSansValeur | null;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
  /** Why it is so, where a rule asks. */
  readonly justification: string | null;
}

/** The words of a measure, in the order that they are said. */
export const DITE = [
  'valeur',
  'statut',
  'numerateur',
  'denominateur',
  'justification',
] as const satisfies readonly (keyof MesureDite)[];

export const STATUTS_SANS_VALEUR = ['AUCUN_CAS', 'NON_DISPONIBLE', 'SUPPRIMEE'] as const;
export type StatutSansValeur = (typeof STATUTS_SANS_VALEUR)[number];

export interface LignePresente extends MesurePlace, MesureDite {
  /** Its identifier in the graph. */
  readonly mesure: string;
  /** What is published instead of it, in a sentence, where another campagne, or another établissement, said otherwise since. */
  readonly contradiction?: string | null;
}

/** What is published of a measure: what the file to fill recalls, and nothing reads. */
export interface DerniereValeur extends MesurePlace {
  readonly valeur: number | null;
  /** What stands for the value, where there is none. */
  readonly statut: string;
  readonly estFictive: boolean;
}

export const placeKey = ({ periode, territoire, exigence, volet }: MesurePlace): string =>
  `${periode}/${territoire}/${exigence}/${volet ?? ''}`;

/** The periods that a cell is asked for: all of them, or the thirteenth, where it is asked for. */
export const periodesOf = ({ frequence }: CelluleDemandee, periodes: readonly string[]): readonly string[] =>
  frequence === 'EXERCICE' ? periodes.filter((code) => code.endsWith('-P13')) : periodes;
