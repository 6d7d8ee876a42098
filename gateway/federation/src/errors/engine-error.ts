import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/** What the engine refuses, by code, with the French sentence a client reads. */
export const ENGINE_ERRORS = {
  SUPERGRAPHE_INVALIDE: 'Le supergraphe ne peut pas être servi.',
  PLANIFICATION_TROP_LONGUE: 'La requête demande trop de travail pour être planifiée dans le temps permis.',
  PLANIFICATION_IMPOSSIBLE: 'La requête ne peut pas être planifiée.',
  IMBRICATION_EXCESSIVE: 'La requête imbrique trop de niveaux les uns dans les autres.',
  INTROSPECTION_EXCESSIVE: 'La requête demande trop du schéma à la fois.',
  CHAMP_INATTEIGNABLE: 'Aucun service ne peut donner ce champ.',
  AUTHENTIFICATION_REQUISE: 'Vous n’êtes pas identifié : envoyez un jeton (« authorization: Bearer … »).',
  ACCES_REFUSE: 'Vous n’avez pas accès à ce champ.',
  EXIGENCE_CONTRADICTOIRE: 'Un service exige deux fois le même champ avec des arguments différents.',
  EXIGENCE_INSATISFAITE: 'Un champ ne peut pas être calculé : ce qu’il exige n’est pas connu à temps.',
  PLAN_NON_EXECUTABLE: 'Cette requête ne peut pas être exécutée sans risque d’erreur.',
  TRAVAIL_EXCESSIF: 'La requête demande trop de travail.',
  PASSERELLE_OCCUPEE: 'La passerelle a déjà trop de travail en cours.',
  REPONSE_INVALIDE: 'Un service a donné une réponse inutilisable.',
} as const;

export type EngineErrorCode = keyof typeof ENGINE_ERRORS;

/** Errors that one answer may hold: each costs, and whoever reads them has understood by then. */
export const MOST_ERRORS = 500;

/** An error thrown on purpose: its message may be read by the client. */
export class CodedError<Code extends string = string> extends GraphQLError {
  readonly code: Code;

  constructor(code: Code, message: string, options: GraphQLErrorOptions = {}) {
    super(message, { ...options, extensions: { code, ...options.extensions } });
    this.code = code;
  }
}

/** A refusal of the engine. */
export class EngineError extends CodedError<EngineErrorCode> {
  constructor(code: EngineErrorCode, detail?: string, options?: GraphQLErrorOptions) {
    super(code, detail ? `${ENGINE_ERRORS[code]} ${detail}` : ENGINE_ERRORS[code], options);
    this.name = 'EngineError';
  }

  /** The same error again, on the other side of a thread. */
  static fromMessage(code: EngineErrorCode, message: string, reason?: string): EngineError {
    const detail = message.startsWith(ENGINE_ERRORS[code])
      ? message.slice(ENGINE_ERRORS[code].length)
      : message;
    return new EngineError(
      code,
      detail.trim(),
      reason === undefined ? {} : { originalError: new Error(reason) },
    );
  }
}
