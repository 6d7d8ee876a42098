import { type Expression, sql } from 'kysely';
import type { RepartitionAsked } from './repartition.ts';

/**
 * What a statement selects to count rows, grouped by `cle` and `puis`: what each dimension is read from, and the citation that
 * says which rows are made up; `raison` says why some have no verdict, and `names` what the
 * level calls what the keys of a dimension are the codes of.
 */
export function groupColumns(
  dimensions: Readonly<Record<string, Expression<string | null>>>,
  provenance: Expression<unknown>,
  { par, puis }: RepartitionAsked,
  {
    raison = sql<null>`null::text`,
    names = {},
  }: {
    readonly raison?: Expression<string | null>;
    readonly names?: Readonly<Record<string, Expression<string | null>>>;
  } = {},
) {
  const keyOf = (name: string) => sql<string | null>`${dimensions[name]!}`;
  // Rows of one key have one name.
  const nameOf = (name: string | null | undefined) => {
    const own = names[name ?? ''];
    return own === undefined ? sql<string | null>`null::text` : sql<string | null>`min(${own})`;
  };
  return [
    keyOf(par).as('cle'),
    (puis == null ? sql<string | null>`null::text` : keyOf(puis)).as('puis'),
    sql<string | null>`${raison}`.as('raison'),
    nameOf(par).as('nom'),
    nameOf(puis).as('nomPuis'),
    sql<number>`count(*)`.as('nombre'),
    sql<number>`count(*) filter (where ${provenance} ->> 'origine' = 'DEMONSTRATION')`.as('fictifs'),
  ] as const;
}
