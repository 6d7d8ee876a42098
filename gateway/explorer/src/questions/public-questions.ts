import { type Question, toQuestion } from './question.ts';

// Read when the page is built: the questions that the tests ask of the graph are those that people see.
const queries = import.meta.glob<string>('../../../../test/questions/*/query.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const descriptions = import.meta.glob<unknown>('../../../../test/questions/*/question.json', {
  import: 'default',
  eager: true,
});
export const PUBLIC_QUESTIONS: readonly Question[] = Object.entries(queries)
  .map(([path, query]) =>
    toQuestion({ query, description: descriptions[path.replace(/query\.graphql$/, 'question.json')] }),
  )
  .filter((question) => question !== undefined)
  .sort((one, other) => one.id.localeCompare(other.id, 'fr', { numeric: true }));
