import { type Kysely, sql } from 'kysely';

/** What the list of redditions is narrowed by, and put in order by, in each direction. */
const INDEXES = {
  campagne: sql`campagne, id`,
  etat: sql`etat, id`,
  soumission: sql`(floor(extract(epoch from soumise_le at time zone 'UTC') * 1000)::float8), id`,
  derniere_soumission: sql`(floor(extract(epoch from soumise_le at time zone 'UTC') * 1000)::float8) desc nulls last, id`,
  version: sql`version, id`,
  derniere_version: sql`version desc nulls last, id`,
  etablissement: sql`(etablissement_code collate "C"), id`,
  dernier_etablissement: sql`(etablissement_code collate "C") desc nulls last, id`,
} as const;

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  for (const [name, columns] of Object.entries(INDEXES))
    await schema.createIndex(`reddition_par_${name}`).on('reddition').expression(columns).execute();
}
