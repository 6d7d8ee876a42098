import { type Expression, sql } from 'kysely';
import type { RepartitionAsked } from './repartition.ts';

/**
 * What a statement selects to count rows, grouped by `cle` and `puis`: what each dimension is read from, and the citation that
 * says which rows are made up; `raison` says why some have no verdict.
 */
export function groupColumns(
  dimensions: Readonly<Record<string, Expression<string | null>>>,
  provenance: Expression<unknown>,
  { par, puis }: RepartitionAsked,
  raison: Expression<string | null> = sql<null>`null::text`,
) {
  const keyOf = (name: string) => sql<string | null>`${dimensions[name]!}`;
  return [
    keyOf(par).as('cle'),
    (puis == null ? sql<string | null>`null::text` : keyOf(puis)).as('puis'),
    sql<string | null>`${raison}`.as('raison'),
    sql<number>`count(*)`.as('nombre'),
    sql<number>`count(*) filter (where ${provenance} ->> 'origine' = 'DEMONSTRATION')`.as('fictifs'),
  ] as const;
}
