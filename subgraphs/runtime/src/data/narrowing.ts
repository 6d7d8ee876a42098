import type { ExtractTypeFromStringReference, SelectQueryBuilder, SelectType, StringReference } from 'kysely';

/** What some columns must be; one whose value is not given narrows nothing. */
type Given<DB, TB extends keyof DB> = {
  readonly [Column in StringReference<DB, TB>]?:
    SelectType<ExtractTypeFromStringReference<DB, TB, Column>> | null | undefined;
};

/** The rows whose columns are what is given of them. */
export function whereGiven<DB, TB extends keyof DB, Output>(
  query: SelectQueryBuilder<DB, TB, Output>,
  given: Given<DB, TB>,
): SelectQueryBuilder<DB, TB, Output> {
  return Object.entries(given).reduce(
    (narrowed, [column, value]) =>
      value == null ? narrowed : narrowed.where(column as never, '=', value as never),
    query,
  );
}

/** How many rows a query has. */
export async function countOf<DB, TB extends keyof DB, Output>(
  query: SelectQueryBuilder<DB, TB, Output>,
): Promise<number> {
  const { count } = await query
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .$castTo<{ count: number }>()
    .executeTakeFirstOrThrow();
  return count;
}
