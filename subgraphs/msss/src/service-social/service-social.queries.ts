import type { CodeService } from '@palier/runtime/code-service';
import { anyOf } from '@palier/runtime/database';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

const COLUMNS = [
  'code',
  'fiche',
  'nom',
  'description',
  'clientele',
  'objectifs',
  'enonces_fiche',
  'provenance',
  'provenance_clientele',
] as const;

export function listServices(database: Kysely<Tables>) {
  return database.selectFrom('service_social').select(COLUMNS).orderBy('fiche').execute();
}

export function findServicesByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('service_social')
    .select(COLUMNS)
    .where('code', '=', anyOf<CodeService>(codes))
    .execute();
}

/** How many cells of Annexe II have each status, by service; and how many fiche statements stand outside it. */
export function countExigencesByServices(database: Kysely<Tables>, codes: readonly string[]) {
  const countOf = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`count(*) filter (where ${condition})`;
  const inAnnexe = sql<boolean>`standard.source = 'ANNEXE_II'`;
  return database
    .selectFrom('exigence')
    .innerJoin('standard', 'standard.code', 'exigence.standard_code')
    .select([
      'exigence.service_code',
      countOf(inAnnexe).as('cellules'),
      countOf(sql`${inAnnexe} and statut = 'FIXE'`).as('fixes'),
      countOf(sql`${inAnnexe} and statut = 'REALITES_REGIONALES'`).as('realites_regionales'),
      countOf(sql`${inAnnexe} and statut = 'SANS_OBJET'`).as('sans_objet'),
      countOf(sql`${inAnnexe} and statut_litteral = 'SF'`).as('fixes_litteraux'),
      countOf(sql`${inAnnexe} and standard.type <> 'PARTICULARITE' and statut = 'FIXE'`).as(
        'fixes_hors_particularites',
      ),
      countOf(sql`not ${inAnnexe} and statut = 'FIXE'`).as('fiche_seulement'),
    ])
    .where('exigence.service_code', '=', anyOf<CodeService>(codes))
    .groupBy('exigence.service_code')
    .execute();
}
