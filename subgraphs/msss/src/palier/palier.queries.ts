import { type Kysely, sql } from 'kysely';
import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { Tables } from '../tables.ts';
import type { MandatTable, PalierTable } from '../../tables/palier.table.ts';

export const paliers: Catalogue<PalierTable> = {
  table: 'palier',
  columns: ['code', 'rang', 'niveau', 'nom', 'role', 'provenance'],
};

export const mandats: Catalogue<MandatTable> = {
  table: 'mandat',
  columns: ['code', 'rang', 'palier_code', 'enonce', 'provenance'],
};

/** The obligations that at least one of the paliers bears. */
export function findObligationsByPaliers(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('obligation')
    .innerJoin('element', 'element.code', 'obligation.code')
    .select([
      'obligation.code',
      'obligation.paliers',
      'obligation.autres_acteurs',
      'obligation.acteur_infere',
      'element.enonce',
      'element.note',
      'element.reference_code',
      'element.provenance',
    ])
    .where(sql<boolean>`obligation.paliers && ${[...codes]}::text[]`)
    .orderBy('obligation.rang')
    .execute();
}

export type ObligationRow = Awaited<ReturnType<typeof findObligationsByPaliers>>[number];
