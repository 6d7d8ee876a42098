import type { GraphQLFormattedError } from 'graphql';
import { ERRORS, isErrorCode } from './errors.ts';

/** HTTP status of what a level refuses: the gateway knows no level, and `docs/errors.md` lists the same. */
const LEVEL_STATUSES: Readonly<Record<string, number>> = {
  CODE_INVALIDE: 400,
  PAGE_INVALIDE: 400,
  RECHERCHE_INVALIDE: 400,
  FILTRE_INVALIDE: 400,
  CANEVAS_REFUSE: 422,
  ACTE_NON_AUTORISE: 403,
  ACTE_REFUSE: 422,
  CONTENU_INVALIDE: 422,
  CLE_REPRISE: 409,
  INSTANT_HORS_MEMOIRE: 400,
  VERSION_PERIMEE: 409,
  GRAPHE_INDISPONIBLE: 503,
  GRAPHE_FERME: 503,
  BASE_INDISPONIBLE: 503,
  NOMBRE_TROP_LONG: 400,
  // What the gateway itself sent to the level.
  REQUETE_ILLISIBLE: 502,
  APPEL_REFUSE: 502,
  TROP_D_APPELS: 503,
};

/** HTTP status of an answer made of an error alone, the gateway's or a level's. */
export function statusOfError({ extensions = {} }: Pick<GraphQLFormattedError, 'extensions'>): number {
  const { code, retryable } = extensions;
  if (isErrorCode(code)) return ERRORS[code].status;
  const known = typeof code === 'string' ? LEVEL_STATUSES[code] : undefined;
  return known ?? (retryable === true ? 503 : 500);
}
