import type { Expression, SelectQueryBuilder } from 'kysely';
import type { PageBounds } from './list.ts';
import { isAfter, sortOf } from './order.ts';

/** The rows of one page, in the order of their key or in one of `orders`, by its name. */
export function inBounds<DB, TB extends keyof DB, Output>(
  query: SelectQueryBuilder<DB, TB, Output>,
  { afterKey, limit, order }: PageBounds,
  key: Expression<unknown>,
  orders: Readonly<Record<string, Expression<unknown>>> = {},
): SelectQueryBuilder<DB, TB, Output> {
  const page = query.limit(limit);
  if (order !== undefined) {
    const value = orders[order.tri] ?? key;
    return page
      .where(isAfter(value, key, order))
      .orderBy(sortOf(value, order))
      .orderBy(key);
  }
  return (afterKey === undefined ? page : page.where(key, '>', afterKey)).orderBy(key);
}
