import { PalierError } from '@palier/runtime/errors';
import { listMotsDemandes } from '@palier/runtime/list-mots';
import { normaliseTexte } from '@palier/runtime/normalise-texte';
import { type Question, readQuestion } from '@palier/runtime/read-question';
import { type CodeDemande, readCode } from './read-code.ts';
import { type Terme, toTermes } from '@palier/runtime/synonymes';

const MAX_LENGTH = 200;

/** What somebody looks for, ready to be compared with what was kept. */
export interface RechercheDemandee {
  /** The whole text but for its question, for titles: « A-P11 » gives « a p11 ». */
  readonly normalise: string;
  readonly code: CodeDemande;
  readonly termes: readonly Terme[];
  readonly question: Question | undefined;
}

/** Raises RECHERCHE_INVALIDE when nothing can be looked for. */
export function parseRecherche(texte: string): RechercheDemandee {
  if (texte.length > MAX_LENGTH)
    throw new PalierError('RECHERCHE_INVALIDE', `Au plus ${MAX_LENGTH} caractères ; reçu : ${texte.length}.`);
  const { question, reste } = readQuestion(texte);
  const normalise = normaliseTexte(reste);
  if (normalise === '')
    throw new PalierError('RECHERCHE_INVALIDE', 'Il faut au moins une lettre ou un chiffre.');
  return { normalise, code: readCode(normalise), termes: toTermes(listMotsDemandes(reste)), question };
}
