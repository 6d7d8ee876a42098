import type { CompiledQuery, Kysely, QueryResult } from 'kysely';
import { openOver } from './postgres/at-once.ts';

/** The same database, for what only reads: what is asked again in the same words has been answered. */
export function readingOnce<Tables>(database: Kysely<Tables>): Kysely<Tables> {
  const answers = new Map<string, Promise<QueryResult<unknown>>>();
  const bare = database.withoutPlugins();
  const ask = (query: CompiledQuery): Promise<QueryResult<unknown>> => {
    const name = JSON.stringify([query.sql, query.parameters]);
    const answer = answers.get(name) ?? bare.executeQuery(query);
    answers.set(name, answer);
    return answer;
  };
  const over = openOver({
    executeQuery: <Row>(query: CompiledQuery) => ask(query) as Promise<QueryResult<Row>>,
    streamQuery: () => {
      throw new TypeError('What is read once is not streamed');
    },
  });
  const { plugins } = database.getExecutor();
  return plugins.reduce((one, plugin) => one.withPlugin(plugin), over) as Kysely<Tables>;
}
