import type { TestHouse } from '../house.ts';

/** A house of which invariants ask: whoever opened it closes it. */
export type AskedHouse = Pick<TestHouse, 'gateway'>;

/** What the graph answers; raises when it answers with an error. The reader of the answer knows its shape. */
export async function ask<Data>(
  { gateway }: AskedHouse,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const { data, errors } = await gateway.execute({ query, variables });
  if (errors !== undefined)
    throw new Error(`${query.slice(0, 300)}\n${errors.map(({ message }) => message).join('\n')}`);
  return data as Data;
}
