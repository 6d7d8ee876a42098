import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/** What planning refuses, by code, with the French sentence a client reads. */
export const PLANNING_ERRORS = {
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
} as const;

export type PlanningErrorCode = keyof typeof PLANNING_ERRORS;

/** A refusal of the planning stage; its message may be read by the client. */
export class PlanningError extends GraphQLError {
  readonly code: PlanningErrorCode;

  constructor(code: PlanningErrorCode, detail?: string, options: GraphQLErrorOptions = {}) {
    const message = detail ? `${PLANNING_ERRORS[code]} ${detail}` : PLANNING_ERRORS[code];
    super(message, { ...options, extensions: { ...options.extensions, code } });
    this.name = 'PlanningError';
    this.code = code;
  }

  /** The same error again, on the other side of a thread. */
  static fromMessage(code: PlanningErrorCode, message: string, reason?: string): PlanningError {
    const detail = message.startsWith(PLANNING_ERRORS[code])
      ? message.slice(PLANNING_ERRORS[code].length)
      : message;
    return new PlanningError(
      code,
      detail.trim(),
      reason === undefined ? {} : { originalError: new Error(reason) },
    );
  }
}
