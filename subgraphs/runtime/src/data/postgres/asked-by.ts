import type { Asker } from '@palier/calls/asker';
import type { Kysely, KyselyPlugin, QueryId } from 'kysely';

/** Whatever else is made of a statement before it is sent, it keeps its identity. */
const askers = new WeakMap<QueryId, Asker>();

/** The same database, whose statements are those of one who asks: they wait their turn, and are not run once nobody waits for them. */
export function askedBy<Tables>(database: Kysely<Tables>, asker: Asker): Kysely<Tables> {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      askers.set(queryId, asker);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return database.withPlugin(plugin);
}

/** Nothing for what a program does by itself, acts included: that is always run. */
export const askerOf = ({ queryId }: { readonly queryId: QueryId }): Asker | undefined => askers.get(queryId);
