import { anyOf } from '@palier/runtime/database';
import { inBounds } from '@palier/runtime/in-bounds';
import type { PageBounds } from '@palier/runtime/list';
import { countOf } from '@palier/runtime/narrowing';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

const COLUMNS = [
  'code',
  'nom',
  'exercice',
  'canevas_code',
  'ouverte_le',
  'fermee_le',
  'periodes',
  'echeance_recommandee',
  'echeance',
  'cloture',
  'provenance',
] as const;

export function listCampagnes(database: Kysely<Tables>, bounds: PageBounds) {
  return inBounds(database.selectFrom('campagne').select(COLUMNS), bounds, sql.ref('code')).execute();
}

/** The one that is meant when none is named comes first: open, of the last exercice, opened last. One that looks back is not what is under way. */
export const CURRENT_FIRST = sql`campagne.fermee_le is null desc, campagne.exercice desc, campagne.ouverte_le desc, campagne.code desc`;

/** Every campagne, with its rank among those that may be meant: there are a few an exercice. */
export const listAllCampagnes = (database: Kysely<Tables>) =>
  database
    .selectFrom('campagne')
    .select(COLUMNS)
    .select(sql<number>`row_number() over (order by ${CURRENT_FIRST})`.as('rang'))
    .orderBy('code')
    .execute();

export function countCampagnes(database: Kysely<Tables>): Promise<number> {
  return countOf(database.selectFrom('campagne'));
}

export function findCampagnesByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('campagne').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

/** Opened in advance, one gives way to another until the first of its periods has begun. */
export const findCurrentCampagne = (database: Kysely<Tables>, begun: string) =>
  database
    .selectFrom('campagne')
    .select(COLUMNS)
    .orderBy(
      sql`coalesce((select min(periode) from unnest(periodes) as p(periode)), exercice || '-P01') <= ${begun}::text`,
      'desc',
    )
    .orderBy(CURRENT_FIRST)
    .limit(1)
    .executeTakeFirst();

/** What a campagne is opened with. */
export interface CampagneOuverte {
  readonly code: string;
  readonly nom: string;
  readonly exercice: string;
  readonly canevas: string;
  readonly periodes: readonly string[];
  readonly echeanceRecommandee: string | null;
  readonly echeance: string | null;
  readonly cloture: string | null;
}

export async function insertCampagne(
  database: Kysely<Tables>,
  campagne: CampagneOuverte,
  ouverteLe: string,
  provenance: ProvenanceRow,
): Promise<void> {
  await database
    .insertInto('campagne')
    .values({
      code: campagne.code,
      nom: campagne.nom,
      exercice: campagne.exercice,
      canevas_code: campagne.canevas,
      ouverte_le: ouverteLe,
      fermee_le: null,
      periodes: [...campagne.periodes],
      echeance_recommandee: campagne.echeanceRecommandee,
      echeance: campagne.echeance,
      cloture: campagne.cloture,
      provenance,
    })
    .execute();
}
