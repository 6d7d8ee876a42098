import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { sendingAhead } from './sent-ahead.ts';

/**
 * Reads on the connection of a transaction without one waiting for the answer of the other: they are sent together, and the server
 * answers them in their order.
 */
export function atOnce<Result>(
  transaction: Kysely<unknown>,
  read: (database: Kysely<unknown>) => Promise<Result>,
): Promise<Result> {
  return transaction
    .getExecutor()
    .provideConnection((connection) => read(sendingAhead(openOver(connection))));
}

/** A connection that somebody else holds, and gives back. */
export const openOver = (connection: DatabaseConnection): Kysely<unknown> =>
  new Kysely({
    dialect: {
      createDriver: (): Driver => ({
        init: () => Promise.resolve(),
        acquireConnection: () => Promise.resolve(connection),
        releaseConnection: () => Promise.resolve(),
        beginTransaction: refuse,
        commitTransaction: refuse,
        rollbackTransaction: refuse,
        destroy: () => Promise.resolve(),
      }),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (database) => new PostgresIntrospector(database),
    },
  });

const refuse = (): Promise<never> =>
  Promise.reject(new TypeError('What is read at once is part of a transaction: it begins none'));
