import { CodedError, ENGINE_ERRORS, type EngineErrorCode } from '@palier/federation/errors/engine-error';

export interface ErrorEntry {
  /** HTTP status of an answer made of this error alone. */
  readonly status: number;
  /** What a client reads, in French. A refusal may add a sentence of detail to it. */
  readonly message: string;
  /** Whether the same request may succeed a moment later. */
  readonly retryable?: true;
}

/** One that the engine raises, in its words. */
const say = (status: number, code: EngineErrorCode): ErrorEntry => ({
  status,
  message: ENGINE_ERRORS[code],
});

/** Every error a client can meet, by its code. `docs/errors.md` lists the same codes. */
export const ERRORS = {
  // The request, before it is GraphQL.
  HOTE_INVALIDE: {
    status: 400,
    message: 'L’en-tête « host » n’est pas un nom d’hôte, ou est donné plusieurs fois.',
  },
  HOTE_REFUSE: {
    status: 421,
    message: 'La passerelle ne répond pas sous ce nom d’hôte. Son exploitant peut l’ajouter à PALIER_HOSTS.',
  },
  ADRESSE_INCONNUE: { status: 404, message: 'Cette adresse n’existe pas.' },
  METHODE_REFUSEE: { status: 405, message: 'Cette méthode HTTP n’est pas acceptée ici.' },
  FORMAT_NON_OFFERT: {
    status: 406,
    message:
      'Aucun des formats demandés n’est offert : acceptez application/graphql-response+json ou application/json.',
  },
  EN_TETES_TROP_LONGS: { status: 431, message: 'Les en-têtes à transmettre aux services sont trop longs.' },
  CORPS_TROP_GRAND: { status: 413, message: 'Le corps de la requête est trop grand.' },
  TYPE_DE_CORPS_REFUSE: {
    status: 415,
    message: 'Le corps doit être annoncé par « content-type: application/json ».',
  },
  CORPS_ILLISIBLE: { status: 400, message: 'Le corps de la requête n’est pas du JSON valide.' },
  REQUETE_INVALIDE: { status: 400, message: 'La requête n’a pas la forme attendue.' },
  LOT_REFUSE: { status: 400, message: 'Les lots d’opérations ne sont pas acceptés : envoyez-les une à une.' },
  ORIGINE_REFUSEE: {
    status: 403,
    message: 'Cette requête vient d’un autre site et a été refusée (protection CSRF).',
  },
  TROP_DE_REQUETES: { status: 429, message: 'Trop de requêtes en peu de temps.', retryable: true },
  // A file, before the graph is asked to act.
  TYPE_DE_FICHIER_REFUSE: { status: 415, message: 'Ce type de fichier n’est pas accepté ici.' },
  FORMAT_DE_FICHIER_NON_OFFERT: { status: 406, message: 'Aucun des formats demandés n’est offert ici.' },
  FICHIER_ILLISIBLE: { status: 400, message: 'Le fichier ne peut pas être lu.' },
  FICHIER_TROP_GRAND: { status: 413, message: 'Le fichier est trop grand.' },
  FICHIER_REFUSE: { status: 422, message: 'Rien n’a été fait : le fichier a des fautes.' },
  // Who sends it.
  JETON_INVALIDE: { status: 401, message: 'Le jeton n’est pas accepté.' },
  JETON_EXPIRE: { status: 401, message: 'Le jeton est expiré.' },
  IDENTITE_INVERIFIABLE: {
    status: 503,
    message: 'L’identité ne peut pas être vérifiée en ce moment.',
    retryable: true,
  },
  // The operation, before it runs.
  OPERATION_INCONNUE: { status: 404, message: 'Aucune opération n’est enregistrée sous ce nom.' },
  OPERATION_NON_ENREGISTREE: {
    status: 403,
    message: 'Seules les opérations enregistrées sont permises ici.',
  },
  GRAPHQL_PARSE_FAILED: { status: 400, message: 'La requête n’est pas du GraphQL bien formé.' },
  LIMITE_DEPASSEE: { status: 400, message: 'La requête dépasse une limite.' },
  TRAVAIL_EXCESSIF: say(400, 'TRAVAIL_EXCESSIF'),
  PASSERELLE_OCCUPEE: { ...say(503, 'PASSERELLE_OCCUPEE'), retryable: true },
  GRAPHQL_VALIDATION_FAILED: { status: 400, message: 'La requête ne respecte pas le schéma.' },
  BAD_USER_INPUT: { status: 400, message: 'Une valeur fournie n’est pas acceptée.' },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    message: 'L’opération à exécuter est introuvable : donnez « operationName » quand il y en a plusieurs.',
  },
  PERSISTED_QUERY_NOT_FOUND: { status: 200, message: 'PersistedQueryNotFound' },
  EMPREINTE_INVALIDE: { status: 400, message: 'L’empreinte de la requête ne correspond pas à son texte.' },
  MUTATION_PAR_GET: { status: 405, message: 'Une mutation se demande par POST, jamais par GET ni QUERY.' },
  MUTATION_NON_OFFERTE: {
    status: 400,
    message: 'Ce graphe n’a pas de mutation : il se lit, par « query ».',
  },
  ABONNEMENT_NON_OFFERT: { status: 400, message: 'Les abonnements (subscription) ne sont pas offerts.' },
  INTROSPECTION_FERMEE: { status: 400, message: 'L’introspection du schéma est fermée ici.' },
  INSTANT_INVALIDE: { status: 400, message: 'L’instant demandé ne peut pas être lu.' },
  DIFFERENCE_IMPOSSIBLE: {
    status: 400,
    message: 'Ce qui a changé depuis cet instant ne peut être dit sans rien omettre.',
  },
  PAGES_DISPARATES: {
    status: 503,
    message:
      'Les données ont changé pendant que leurs pages étaient lues. Recommencez, ou demandez un instant par « asOf ».',
    retryable: true,
  },
  ACTE_DANS_LE_PASSE: {
    status: 400,
    message: 'Le passé se lit, et ne se change pas : agissez sans demander d’instant.',
  },
  // Its plan.
  PLANIFICATION_TROP_LONGUE: say(400, 'PLANIFICATION_TROP_LONGUE'),
  PLANIFICATION_IMPOSSIBLE: say(500, 'PLANIFICATION_IMPOSSIBLE'),
  AUTHENTIFICATION_REQUISE: say(401, 'AUTHENTIFICATION_REQUISE'),
  IMBRICATION_EXCESSIVE: say(400, 'IMBRICATION_EXCESSIVE'),
  INTROSPECTION_EXCESSIVE: say(400, 'INTROSPECTION_EXCESSIVE'),
  ACCES_REFUSE: say(403, 'ACCES_REFUSE'),
  CHAMP_INATTEIGNABLE: say(500, 'CHAMP_INATTEIGNABLE'),
  EXIGENCE_CONTRADICTOIRE: say(500, 'EXIGENCE_CONTRADICTOIRE'),
  EXIGENCE_INSATISFAITE: say(500, 'EXIGENCE_INSATISFAITE'),
  PLAN_NON_EXECUTABLE: say(500, 'PLAN_NON_EXECUTABLE'),
  SUPERGRAPHE_INVALIDE: say(500, 'SUPERGRAPHE_INVALIDE'),
  // Its execution.
  SERVICE_INDISPONIBLE: { status: 503, message: 'Un service ne répond pas.', retryable: true },
  DELAI_DEPASSE: { status: 504, message: 'Un service a mis trop de temps à répondre.', retryable: true },
  REPONSE_INVALIDE: say(502, 'REPONSE_INVALIDE'),
  REPONSE_TROP_GRANDE: { status: 502, message: 'Un service a donné une réponse trop grande.' },
  ERREUR_SERVICE: { status: 500, message: 'Un service a répondu par une erreur.' },
  AUDIT_INDISPONIBLE: {
    status: 503,
    message: 'La mutation n’a pas eu lieu : le journal d’audit ne peut être écrit.',
    retryable: true,
  },
  ARRET_EN_COURS: { status: 503, message: 'La passerelle s’arrête.', retryable: true },
  ERREUR_INTERNE: {
    status: 500,
    message: 'Erreur interne. Citez l’identifiant de requête pour la signaler.',
  },
} as const satisfies Record<string, ErrorEntry> & Record<EngineErrorCode, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

export interface RefusalDetail {
  /** A French sentence that follows the message of the table. */
  readonly detail?: string;
  /** Facts for programs: a limit, a count, a service. Nothing internal. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** For the log alone; never leaves. */
  readonly cause?: unknown;
}

/** A refusal of the gateway itself. */
export class Refusal extends CodedError<ErrorCode> {
  readonly status: number;

  constructor(code: ErrorCode, { detail, facts, cause }: RefusalDetail = {}) {
    const entry: ErrorEntry = ERRORS[code];
    super(code, detail ? `${entry.message} ${detail}` : entry.message, {
      extensions: { ...facts, ...(entry.retryable && { retryable: true }) },
    });
    this.name = 'Refusal';
    this.status = entry.status;
    this.cause = cause;
  }
}

/** An act asked of a past instant, by the rule that the levels tell. */
export const refusePast = (): Refusal =>
  new Refusal('ACTE_DANS_LE_PASSE', {
    facts: {
      regle: 'AGIR_AU_PRESENT',
      origineRegle: 'INFERENCE',
      remede: 'Agissez sans demander d’instant.',
    },
  });

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code);
}
