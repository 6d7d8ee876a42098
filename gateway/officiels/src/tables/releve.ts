import { Findings, MOST_TOLD, shorten } from '@palier/fichiers/findings';

/** What keeps a file from being imported. */
export interface FauteOfficielle {
  /** Line of a CSV file, row of a sheet, record of a table; null for the whole file. */
  readonly ligne: number | null;
  /** As the header names it; null for a whole line. */
  readonly colonne: string | null;
  readonly code: CodeFaute;
  /** What was read, shortened; null when nothing was. */
  readonly lue: string | null;
  readonly attendu: string;
  readonly remede: string;
}

/** What is accepted, and that whoever imports should know of. */
export interface RemarqueOfficielle {
  readonly ligne: number | null;
  readonly colonne: string | null;
  readonly code: CodeRemarque;
  readonly lue: string | null;
  /** What was understood. */
  readonly compris: string;
}

type CodeFaute =
  | 'AUCUNE_LIGNE'
  | 'CODE_ILLISIBLE'
  | 'COLONNE_MANQUANTE'
  | 'COLONNE_REPETEE'
  | 'CONTOUR_INVALIDE'
  | 'DATE_ILLISIBLE'
  | 'LIGNE_COUPEE'
  | 'LIGNE_DEBORDEE'
  | 'LIGNE_REPETEE'
  | 'NOMBRE_ILLISIBLE'
  | 'NOMBRE_NEGATIF'
  | 'TERRITOIRE_INCONNU'
  | 'TOTAL_FAUX'
  | 'VALEUR_INCONNUE'
  | 'VALEUR_MANQUANTE';

type CodeRemarque =
  | 'ANNEE_INCOMPLETE'
  | 'AUTRE_NIVEAU'
  | 'COUPLE_REPETE'
  | 'NOM_DIFFERENT'
  | 'RATTACHEMENT_DIFFERENT'
  | 'SANS_CONTOUR'
  | 'TERRITOIRE_ABSENT'
  | 'ZEROS_RETABLIS';

/** What is said of one place of a file. */
type Said<Finding> = Omit<Finding, 'ligne' | 'colonne' | 'lue'> & {
  readonly ligne?: number;
  readonly colonne?: string;
  readonly lue?: unknown;
};

/** All that was found in a file: the first findings one by one, all of them counted. */
export class Releve {
  readonly fautes = new Findings<FauteOfficielle>(MOST_TOLD);
  readonly remarques = new Findings<RemarqueOfficielle>(MOST_TOLD);

  refuse({ ligne, colonne, lue, ...faute }: Said<FauteOfficielle>): void {
    this.fautes.add({ ligne: ligne ?? null, colonne: colonne ?? null, lue: show(lue), ...faute });
  }

  remark({ ligne, colonne, lue, ...remarque }: Said<RemarqueOfficielle>): void {
    this.remarques.add({ ligne: ligne ?? null, colonne: colonne ?? null, lue: show(lue), ...remarque });
  }
}

/** A file that was read: its rows, and what was found in it. Rows of a file with faults are not to be imported. */
export interface FichierRead<Ligne> {
  readonly lignes: readonly Ligne[];
  readonly releve: Releve;
}

const show = (value: unknown): string | null =>
  value === undefined || value === null || value === '' ? null : shorten(String(value));
