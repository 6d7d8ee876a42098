import type { Question } from './question.ts';

/** Questions asked by the same kind of people. */
export interface QuestionGroup {
  readonly profil: string;
  readonly questions: readonly Question[];
}

/** Those that hold every word of the search, accents and case ignored, by who asks them. */
export function findQuestions(questions: readonly Question[], search: string): readonly QuestionGroup[] {
  const words = fold(search).split(/\s+/u).filter(Boolean);
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const text = fold(`${question.id} ${question.profil} ${question.question}`);
    if (!words.every((word) => text.includes(word))) continue;
    const group = groups.get(question.profil);
    if (group === undefined) groups.set(question.profil, [question]);
    else group.push(question);
  }
  return [...groups].map(([profil, found]) => ({ profil, questions: found }));
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();
