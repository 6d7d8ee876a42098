import { anyOf } from '@palier/runtime/database';
import type { PageBounds } from '@palier/runtime/list';
import { countOf } from '@palier/runtime/narrowing';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** The thing leaned on, and the types kept of what leans on it; all of them when undefined. */
export interface DependanceChoice {
  readonly type: string;
  readonly code: string;
  readonly types: readonly string[] | undefined;
}

export function listDependants(database: Kysely<Tables>, choice: DependanceChoice, page: PageBounds) {
  return chosen(database, choice)
    .innerJoin('recherche', (join) =>
      join.onRef('recherche.type', '=', 'dependance.type').onRef('recherche.code', '=', 'dependance.code'),
    )
    .select(['dependance.type', 'dependance.code', 'recherche.titre', 'recherche.provenance', CLE.as('cle')])
    .$if(page.afterKey !== undefined, (query) => query.where(CLE, '>', page.afterKey ?? ''))
    .orderBy(CLE)
    .limit(page.limit)
    .execute();
}

/** Whether there is a thing of this type and code; undefined when there is none. */
export const findThing = (database: Kysely<Tables>, { type, code }: DependanceChoice) =>
  database
    .selectFrom('recherche')
    .select('code')
    .where('type', '=', type)
    .where('code', '=', code)
    .executeTakeFirst();

export const countDependants = (database: Kysely<Tables>, choice: DependanceChoice): Promise<number> =>
  countOf(chosen(database, choice));

const CLE = sql<string>`(dependance.type || ':' || dependance.code) collate "C"`;

const chosen = (database: Kysely<Tables>, { type, code, types }: DependanceChoice) =>
  database
    .selectFrom('dependance')
    .where('sur_type', '=', type)
    .where('sur_code', '=', code)
    .$if(types !== undefined, (query) => query.where('dependance.type', '=', anyOf(types ?? [])));
