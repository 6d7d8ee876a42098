import { type Kysely, sql } from 'kysely';

/** What the list of measures is narrowed by, and put in order by, in each direction: values compare within one exigence. */
const INDEXES = {
  periode: sql`periode, id`,
  statut: sql`statut, id`,
  valeur: sql`exigence_code, valeur, id`,
  derniere_valeur: sql`exigence_code, valeur desc nulls last, id`,
  code_exigence: sql`(exigence_code collate "C"), id`,
  dernier_code_exigence: sql`(exigence_code collate "C") desc nulls last, id`,
  dernier_territoire: sql`territoire_code desc nulls last, id`,
  saisie: sql`(floor(extract(epoch from saisie_le at time zone 'UTC') * 1000)::float8), id`,
  derniere_saisie: sql`(floor(extract(epoch from saisie_le at time zone 'UTC') * 1000)::float8) desc nulls last, id`,
} as const;

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  for (const [name, columns] of Object.entries(INDEXES))
    await schema.createIndex(`mesure_par_${name}`).on('mesure').expression(columns).execute();
}
