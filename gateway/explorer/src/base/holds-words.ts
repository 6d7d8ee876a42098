import { listMotsDemandes, type Mot } from '@palier/runtime/list-mots';
import { toTermes } from '@palier/runtime/synonymes';
import { begins, lexemesOf } from './words.ts';

/** Whether a text holds every word of a search, as the search of the graph compares them, or what is said in its place. */
export function holdsWords(text: string, search: string): boolean {
  const held = lexemesOf(text);
  return toTermes(listMotsDemandes(search)).every(({ mots, synonymes }) =>
    [mots, ...synonymes].some((words) => words.every((word) => holds(held, word))),
  );
}

const holds = (held: ReadonlySet<string>, { lexemes }: Mot): boolean =>
  lexemes.some((lexeme) => held.has(lexeme)) || begins(held, lexemes);
