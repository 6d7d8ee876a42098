import type { SubgraphContext } from '@palier/runtime/context';
import { tablesOf } from '@palier/runtime/tables-of';
import { listTerritoires } from '../territoire-clsc/territoire-clsc.queries.ts';
import type { Tables } from '../tables.ts';

/** A territory as this level knows it: what a file says of it is held against that. */
export interface TerritoireConnu {
  readonly code: string;
  readonly nom: string;
  readonly rls: string;
  readonly rts: string;
  readonly rss: string;
  readonly ruisss: string;
}

const MOST = 1_000;

/** All the territories, by code. */
export async function listTerritoiresConnus({
  database,
}: SubgraphContext): Promise<ReadonlyMap<string, TerritoireConnu>> {
  const rows = await listTerritoires(tablesOf<Tables>(database), {}, { afterKey: undefined, limit: MOST });
  return new Map(
    rows.map(({ code, nom, rls_code, rts_code, rss_code, ruisss_code }) => [
      code,
      { code, nom, rls: rls_code, rts: rts_code, rss: rss_code, ruisss: ruisss_code },
    ]),
  );
}
