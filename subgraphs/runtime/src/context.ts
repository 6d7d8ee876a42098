import type { Kysely } from 'kysely';
import type { Identity } from './identity.ts';
import { type KeptValues, createKeptValues } from './kept-values.ts';

/** What a loader may use: nothing that tells one request from another, for what it reads outlives the request. */
// The runtime serves levels whose tables it does not know; each level names its own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface ReadingContext<Tables = any> {
  readonly database: Kysely<Tables>;
  /** Readings under way, for this request alone. */
  readonly loaders: Map<unknown, unknown>;
  /** What loaders have read, shared with other requests while the data stay what they are. */
  readonly kept: KeptValues;
}

/** What a resolver may use: the tables of its own level, the loaders of this one request, and who asks. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface SubgraphContext<Tables = any> extends ReadingContext<Tables> {
  readonly identity: Identity;
}

/** One context per incoming request; never shared between two. */
export function createContext<Tables>(
  database: Kysely<Tables>,
  identity: Identity,
  kept: KeptValues = createKeptValues(),
): SubgraphContext<Tables> {
  return { database, loaders: new Map(), kept, identity };
}
