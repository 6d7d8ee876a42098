import { sql } from 'kysely';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openOwnHouse } from '../../house.ts';

const COUNT = '{ exigences(first: 1) { totalCount } }';

it('a past that a level does not remember whole any more is refused, what the gateway kept of it included', async () => {
  const house = await openOwnHouse();
  onTestFinished(() => house.close());
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => said.mockRestore());
  const { url } = await house.gateway.listen(0, '127.0.0.1');
  const au = new Date().toISOString();
  const ask = async (query: string, headers: Readonly<Record<string, string>> = { 'palier-au': au }) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await answer.json()) as {
      data: object | null;
      errors?: readonly { readonly extensions: { readonly code: string } }[];
    };
    const codes = errors?.map(({ extensions }) => extensions.code);
    return { data, codes, isKept: answer.headers.get('cache-status') === 'Palier; hit' };
  };
  await expect.poll(() => ask(COUNT)).toMatchObject({ isKept: true });
  const { data } = await ask(COUNT);

  await sql`alter table msss.exigence disable trigger retenir_change`.execute(house.database.kysely);
  // Each is another question: nothing kept answers it.
  let asked = 0;
  await expect
    .poll(() => ask(COUNT.replace('{ total', `{ n${(asked += 1)}: total`)))
    .toMatchObject({ codes: ['INSTANT_HORS_MEMOIRE'] });
  await expect.poll(() => ask(COUNT)).toMatchObject({ codes: ['INSTANT_HORS_MEMOIRE'], isKept: false });
  expect(await ask(COUNT, {})).toMatchObject({ data, codes: undefined });
});
