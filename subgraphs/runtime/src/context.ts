import type { Kysely } from 'kysely';
import type { Identity } from './identity.ts';

/** What a resolver may use: the tables of its own level, the loaders of this one request, and who asks. */
// The runtime serves levels whose tables it does not know; each level names its own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface SubgraphContext<Tables = any> {
  readonly database: Kysely<Tables>;
  readonly loaders: Map<unknown, unknown>;
  readonly identity: Identity;
}

/** One context per incoming request; never shared between two. */
export function createContext<Tables>(database: Kysely<Tables>, identity: Identity): SubgraphContext<Tables> {
  return { database, loaders: new Map(), identity };
}
