import { type Mot, visitMots } from '@palier/runtime/list-mots';
import type { Question } from '@palier/runtime/read-question';

const LAST_POSITION = 16_383;

/** What sets a question that a row answers apart from the words it holds. */
const QUESTION = '?';

export const toMarque = (question: Question): string => `'${QUESTION}${question}'`;

export interface Vecteur {
  readonly titre: string;
  /** What things of its type are called. */
  readonly nom: string;
  readonly texte: string;
  readonly questions?: readonly Question[] | undefined;
}

/**
 * The words and stems of a title, of the name of its type and of a text with their places, and the questions that they
 * answer, as Postgres writes a `tsvector`.
 */
export function toVecteur({ titre, nom, texte, questions = [] }: Vecteur): string {
  const places = new Map<string, string>();
  let position = 0;
  const add =
    (weight: 'A' | 'B' | 'C') =>
    (mot: Mot): void => {
      position = Math.min(position + 1, LAST_POSITION);
      for (const lexeme of mot.lexemes) {
        const known = places.get(lexeme);
        places.set(lexeme, known === undefined ? `${position}${weight}` : `${known},${position}${weight}`);
      }
    };
  visitMots(titre, add('A'));
  visitMots(nom, add('B'));
  visitMots(texte, add('C'));
  let vecteur = '';
  for (const [lexeme, at] of places) vecteur += `'${lexeme}':${at} `;
  return vecteur + questions.map(toMarque).join(' ');
}
