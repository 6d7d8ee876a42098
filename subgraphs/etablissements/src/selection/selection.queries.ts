import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export function listTerritoiresServis(database: Kysely<Tables>) {
  return database
    .selectFrom('territoire_servi')
    .select(['code', 'rls_code', 'rts_code', 'rss_code', 'ruisss_code', 'etablissement_code'])
    .orderBy('code')
    .execute();
}

export function listExigencesMesurees(database: Kysely<Tables>) {
  return database
    .selectFrom('exigence_mesuree')
    .select(['code', 'indicateur_code', 'frequence', 'volets', 'unite'])
    .orderBy('code')
    .execute();
}
