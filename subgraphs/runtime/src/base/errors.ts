import { GraphQLError } from 'graphql';

/**
 * Every error a subgraph raises on purpose: its code, what it means, whether trying again later can help.
 * `docs/errors.md` lists the same codes; a test compares both ways.
 */
export const SUBGRAPH_ERRORS = {
  CODE_INVALIDE: { message: 'Le code n’a pas la forme attendue.', retryable: false },
  PAGE_INVALIDE: { message: 'La page demandée n’est pas valide.', retryable: false },
  RECHERCHE_INVALIDE: { message: 'Le texte de recherche n’est pas valide.', retryable: false },
  FILTRE_INVALIDE: { message: 'Le filtre n’est pas valide.', retryable: false },
  CANEVAS_REFUSE: { message: 'Le canevas n’est pas recevable.', retryable: false },
  AUTHENTIFICATION_REQUISE: { message: 'Il faut se faire connaître pour agir.', retryable: false },
  ACTE_NON_AUTORISE: { message: 'Cet acte revient à quelqu’un d’autre.', retryable: false },
  ACTE_REFUSE: { message: 'Une règle refuse cet acte.', retryable: false },
  CONTENU_INVALIDE: { message: 'Le contenu de l’acte n’est pas valide.', retryable: false },
  CLE_REPRISE: { message: 'Cette clé a déjà servi à autre chose.', retryable: false },
  ACTE_DANS_LE_PASSE: {
    message: 'Le passé se lit, et ne se change pas : agissez sans demander d’instant.',
    retryable: false,
  },
  INSTANT_INVALIDE: { message: 'L’instant demandé ne peut pas être lu.', retryable: false },
  INSTANT_HORS_MEMOIRE: { message: 'Cet instant n’est pas dans la mémoire du graphe.', retryable: false },
  VERSION_PERIMEE: { message: 'Quelqu’un a agi entre-temps.', retryable: false },
  GRAPHE_INDISPONIBLE: {
    message: 'Un autre palier, qu’il faut consulter pour juger de cet acte, ne répond pas.',
    retryable: true,
  },
  GRAPHE_FERME: {
    message: 'Ce palier ne peut interroger les autres : son exploitant doit y pourvoir.',
    retryable: false,
  },
  TRAVAIL_EXCESSIF: { message: 'La requête demande trop de travail à ce service.', retryable: false },
  BASE_INDISPONIBLE: { message: 'La base de données ne répond pas.', retryable: true },
  NOMBRE_TROP_LONG: { message: 'Un nombre a plus de chiffres qu’il n’en est gardé.', retryable: false },
  REQUETE_ILLISIBLE: { message: 'La requête n’est pas du JSON lisible.', retryable: false },
  APPEL_REFUSE: { message: 'Ce service ne répond qu’à la passerelle.', retryable: false },
  TROP_D_APPELS: { message: 'Ce service reçoit trop d’appels à la fois.', retryable: true },
  ERREUR_INTERNE: { message: 'Une erreur interne est survenue.', retryable: false },
} as const satisfies Record<string, { message: string; retryable: boolean }>;

export type SubgraphErrorCode = keyof typeof SUBGRAPH_ERRORS;

/** An error meant for the person who sent the query: French text, stable code, nothing internal. */
export class PalierError extends GraphQLError {
  /** @param facts what a program may read of it, beside its code */
  constructor(code: SubgraphErrorCode, detail?: string, facts?: Readonly<Record<string, unknown>>) {
    const { message, retryable } = SUBGRAPH_ERRORS[code];
    super(detail === undefined ? message : `${message} ${detail}`, {
      extensions: { code, retryable, ...facts },
    });
  }
}

/** The rule by which an act is refused, and where it comes from. */
export interface Regle {
  readonly code: string;
  readonly origine: 'TEXTE' | 'INFERENCE';
  /** For a text: its number and lines, « 004, L885-888 ». */
  readonly citation?: string;
  /** Those of the domain's model that it applies, where there are: « R3 », « R5, V10 ». */
  readonly modele?: string;
}

/** Why an act is refused, and what to do, as facts of an error. */
export const tellRegle = ({ code, modele, origine, citation }: Regle, remede: string) => ({
  regle: code,
  ...(modele !== undefined && { regleModele: modele }),
  origineRegle: citation === undefined ? origine : `${origine} (${citation})`,
  remede,
});

/** What the graph refused of what a level asked it, in its words and under its code. */
export class GraphRefused extends PalierError {
  constructor(message: string, code: string) {
    super('GRAPHE_INDISPONIBLE', undefined, { code, retryable: false });
    this.message = message;
  }
}

/** Whether it is said of what was asked, and not of the moment at which it was. */
export const isRefusal = (error: unknown): error is PalierError =>
  error instanceof PalierError && error.extensions['code'] !== 'BASE_INDISPONIBLE';

/** A call that was not made by the gateway, or cannot be told from one that was not. The reason is for the log alone. */
export class RefusedCall extends PalierError {
  readonly reason: string;

  constructor(reason: string, code: 'APPEL_REFUSE' | 'TROP_D_APPELS' = 'APPEL_REFUSE') {
    super(code);
    this.reason = reason;
  }
}

/** A fault that stops a program before it serves: one clear line, then a non-zero exit. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** Of what was not done, or not to its end: nobody waited for it any more. */
export class NobodyWaits extends PalierError {
  constructor() {
    super('BASE_INDISPONIBLE');
  }
}
