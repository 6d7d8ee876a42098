import type { AskGraph } from '@palier/runtime/ask-graph';
import type { Database } from '@palier/runtime/database';
import { tablesOf } from '@palier/runtime/tables-of';
import type { Tables } from '../tables.ts';
import { replaceWithheldLignes } from './reddition.queries.ts';

/** What is written of these lines, when they are sent back, is told to their établissement and to this level alone. */
export async function copyWithheldLignes(database: Pick<Database, 'kysely'>, graph: AskGraph): Promise<void> {
  const { lignesRetenues } = (await graph('query LignesRetenues { lignesRetenues }', {})) as {
    lignesRetenues: readonly string[];
  };
  await replaceWithheldLignes(tablesOf<Tables>(database.kysely, 'sante_quebec'), lignesRetenues);
}
