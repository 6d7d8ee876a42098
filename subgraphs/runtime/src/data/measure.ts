import type { Measure } from '@palier/calls/measure';
import type { Kysely, KyselyPlugin } from 'kysely';

/** The same database, whose statements are counted. Others that use it meanwhile are not. */
export function withMeasure<Tables>(database: Kysely<Tables>, measure: Measure): Kysely<Tables> {
  const count: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      measure.statements += 1;
      measure.rows += result.rows.length;
      return Promise.resolve(result);
    },
  };
  return database.withPlugin(count);
}
