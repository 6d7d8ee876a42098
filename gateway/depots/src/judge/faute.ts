/** Where something is in a file. */
export interface FilePlace {
  /** Line of a CSV file, row of a workbook; from 1. */
  readonly ligne: number;
  /** As the header names it; null for a whole line. */
  readonly colonne: string | null;
  /** As a spreadsheet names it: « G14 ». */
  readonly cellule: string | null;
}

/** The rule by which a cell is refused, or remarked. */
interface RegleDite {
  /** « VALEUR_NEGATIVE:V1 », or the code of what is no rule of validation: « MESURER_CE_QUI_A_COMMENCE ». */
  readonly id: string;
  readonly nom: string;
  readonly severite: string;
  /** « INFERENCE », or « TEXTE (003, L1503-1508) »; nothing for a remark. */
  readonly origine?: string;
}

/** What is refused in a file, and how to mend it. */
export interface Faute extends FilePlace {
  /** That of the rule, when a rule refuses it. */
  readonly code: string;
  readonly regle?: RegleDite;
  /** What was read there, shortened; null when nothing was. */
  readonly lue: string | null;
  readonly attendu: string;
  readonly remede: string;
}

/** What is accepted, and that its author should know of. */
export interface Remarque extends FilePlace {
  /** That of the rule, when a rule remarks it. */
  readonly code: string;
  readonly regle?: RegleDite;
  readonly lue: string | null;
  /** What was understood. */
  readonly compris: string;
}

/** Every fault that a file can have by itself, with what it says in one line; rules have their own names. */
export const FAUTES = {
  COLONNE_INCONNUE: 'Colonne inconnue',
  COLONNE_MANQUANTE: 'Colonne manquante',
  COLONNE_REPETEE: 'Colonne répétée',
  CELLULES_FUSIONNEES: 'Cellules fusionnées',
  LIGNE_DEBORDEE: 'Ligne plus longue que l’en-tête',
  CANEVAS_DIFFERENT: 'Fichier fait pour un autre canevas',
  CODE_MANQUANT: 'Code manquant',
  TERRITOIRE_INCONNU: 'Territoire qui n’est pas des vôtres',
  EXIGENCE_NON_DEMANDEE: 'Exigence que le canevas ne demande pas',
  VOLET_NON_DEMANDE: 'Volet que le canevas ne demande pas',
  PERIODE_NON_DEMANDEE: 'Période que la campagne ne demande pas',
  UNITE_DIFFERENTE: 'Autre unité',
  NOMBRE_ILLISIBLE: 'Nombre illisible',
  NOMBRE_HORS_BORNES: 'Nombre hors bornes',
  POURCENTAGE_INATTENDU: 'Pourcentage inattendu',
  DATE_INATTENDUE: 'Date inattendue',
  FORMULE_SANS_VALEUR: 'Formule sans valeur',
  ERREUR_DE_CALCUL: 'Erreur de calcul',
  STATUT_INCONNU: 'Statut inconnu',
  VALEUR_ET_STATUT: 'Valeur et statut à la fois',
  VALEUR_MANQUANTE: 'Valeur manquante',
  FRACTION_INCOMPLETE: 'Numérateur ou dénominateur sans l’autre',
  TEXTE_ILLISIBLE: 'Texte qui ne se lit pas',
  JUSTIFICATION_TROP_LONGUE: 'Justification trop longue',
  MESURE_REPETEE: 'Mesure donnée deux fois',
  AUCUNE_MESURE: 'Aucune mesure donnée',
} as const;
export type CodeFaute = keyof typeof FAUTES;

export const REMARQUES = {
  ZEROS_RETABLIS: 'Zéros de tête rétablis',
  FORMULE_LUE: 'Valeur d’une formule',
  RETRAIT_SANS_EFFET: 'Retrait sans effet',
  PUBLIEE_AUTREMENT: 'Autre chose en est publié depuis',
  SEPARATEUR_AMBIGU: 'Séparateur qui peut se lire autrement',
} as const;

export const titleOf = ({ code, regle }: Faute): string => regle?.nom ?? FAUTES[code as CodeFaute];

export const remarkOf = ({ code, regle }: Remarque): string =>
  regle?.nom ?? REMARQUES[code as keyof typeof REMARQUES];
