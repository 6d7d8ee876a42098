import { type Mot, listMotsDemandes } from './list-mots.ts';

/** Words that people type one for the other; each finds the others, which count for less than what was typed. */
const GROUPES: readonly (readonly string[])[] = [
  ['fin de semaine', 'week-end', 'samedi', 'dimanche'],
  ['nuit', '24/7'],
  ['heures d’ouverture', 'horaire', 'accessibilité temporelle'],
  ['ouvert', 'ouverture', 'accessible'],
  ['mandat', 'fonction', 'rôle'],
  ['jeune', 'jeunesse', 'enfant', 'adolescent'],
  ['aîné', 'personnes âgées', 'vieillissement'],
  ['itinérance', 'sans-abri', 'sans domicile fixe', 'résidence fixe'],
  ['confidentialité', 'vie privée', 'renseignements personnels', 'données personnelles'],
  ['habitant', 'population'],
  ['usager', 'patient', 'client'],
  ['hôpital', 'centre hospitalier', 'milieu hospitalier'],
  ['proche aidant', 'aidant naturel'],
  ['autochtone', 'Premières Nations', 'Inuit'],
  ['médecin', 'docteur'],
  ['financement', 'budget', 'argent'],
  ['personnel', 'employé', 'main-d’œuvre', 'ressources humaines'],
  ['délai', 'attente', 'retard'],
  ['sinistre', 'catastrophe', 'désastre'],
  ['numérique', 'informatique', 'Internet', 'technologique'],
  ['précarité', 'pauvreté', 'défavorisation'],
  ['rémunération', 'salaire', 'paie'],
];

/** What was typed for one thing: a word, or several that say one together, and what is said in their place. */
export interface Terme {
  readonly mots: readonly Mot[];
  /** Each is words that follow one another. */
  readonly synonymes: readonly (readonly Mot[])[];
}

export const SYNONYMES: readonly Terme[] = GROUPES.flatMap((groupe) => {
  const expressions = groupe.map((expression) => listMotsDemandes(expression));
  return expressions.map((mots) => ({ mots, synonymes: expressions.filter((other) => other !== mots) }));
});

/** Words as they were typed, those of one expression together. */
export function toTermes(mots: readonly Mot[]): Terme[] {
  const termes: Terme[] = [];
  for (let at = 0; at < mots.length; at += termes.at(-1)?.mots.length ?? 1) termes.push(readTerme(mots, at));
  return termes;
}

function readTerme(mots: readonly Mot[], at: number): Terme {
  const found = SYNONYMES.filter((synonyme) =>
    synonyme.mots.every((mot, rank) => isSame(mot, mots[at + rank])),
  );
  const length = Math.max(1, ...found.map((synonyme) => synonyme.mots.length));
  const longest = found.filter((synonyme) => synonyme.mots.length === length);
  return { mots: mots.slice(at, at + length), synonymes: longest.flatMap(({ synonymes }) => synonymes) };
}

const isSame = (one: Mot, other: Mot | undefined): boolean =>
  one.lexemes.some((lexeme) => other?.lexemes.includes(lexeme));
