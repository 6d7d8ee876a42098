import { holdsWords } from '../base/holds-words.ts';
import type { Question } from './question.ts';

/** Questions that are about the same thing, or asked by the same kind of people. */
export interface QuestionGroup {
  readonly name: string;
  readonly questions: readonly Question[];
}

/** What groups them. */
export type Grouping = 'theme' | 'profil';

/** Those that hold every word of the search, or what is said in its place. */
export function findQuestions(
  questions: readonly Question[],
  search: string,
  by: Grouping,
): readonly QuestionGroup[] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const { id, profil, theme, question: asked } = question;
    if (!holdsWords(`${id} ${profil} ${theme} ${asked}`, search)) continue;
    const group = groups.get(question[by]);
    if (group === undefined) groups.set(question[by], [question]);
    else group.push(question);
  }
  return [...groups].map(([name, found]) => ({ name, questions: found }));
}
