import OPEN from 'virtual:questions/open';
import { createStore } from '../base/store.ts';
import type { Question } from './question.ts';

/** The questions to show, by their code. */
export const PUBLIC_QUESTIONS = createStore<readonly Question[]>(OPEN);

/** Adds those that name what a contract may hide; the gateway gives them only where everybody may see the whole graph. */
export async function loadTaggedQuestions(): Promise<void> {
  const { default: tagged } = await import('virtual:questions/tagged').catch(() => ({ default: [] }));
  PUBLIC_QUESTIONS.set(
    [...OPEN, ...tagged].sort((one, other) => one.id.localeCompare(other.id, 'fr', { numeric: true })),
  );
}
