import { whereGiven } from '@palier/runtime/narrowing';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { Tables } from '../tables.ts';
import type { ReferenceLegaleTable } from '../../tables/reference-legale.table.ts';

/** Which references: each criterion given narrows the list. */
export interface ReferencesLegalesChoice {
  readonly article?: string | null | undefined;
  readonly loi?: string | null | undefined;
}

const COLUMNS = [
  'code',
  'rang',
  'loi',
  'article',
  'articles',
  'fonde',
  'concerne',
  'note',
  'standards',
  'provenance',
] as const;

export const referencesLegales: Catalogue<ReferenceLegaleTable> = {
  table: 'reference_legale',
  columns: COLUMNS,
};

export function findReferencesLegalesByStandards(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('reference_legale')
    .select(COLUMNS)
    .where(sql<boolean>`standards && ${[...codes]}::text[]`)
    .orderBy('rang')
    .execute();
}

export function listReferencesLegales(database: Kysely<Tables>, { article, loi }: ReferencesLegalesChoice) {
  return database
    .selectFrom('reference_legale')
    .select(COLUMNS)
    .$if(article != null, (query) => query.where(sql<boolean>`${article} = any(articles)`))
    .$call((references) => whereGiven(references, { loi }))
    .orderBy('rang')
    .execute();
}
