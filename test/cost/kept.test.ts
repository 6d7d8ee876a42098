import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, openOwnHouse } from '../house.ts';

const query = `{
  territoiresClsc(first: 166) { totalCount nodes { code nom region { nom } etablissement { nom } bilan { conformes } } }
  servicesSociaux { exigences { code seuils { texte } ecarts { code } } }
}`;

interface Answer {
  readonly territoiresClsc: { readonly nodes: readonly { readonly code: string; readonly nom: string }[] };
}

let house: TestHouse;

beforeAll(async () => {
  house = await openOwnHouse();
});

afterAll(() => house.close());

async function ask(): Promise<{ readonly statements: number; readonly data: Answer }> {
  let statements = 0;
  const stop = house.database.onStatement(() => (statements += 1));
  const { data, errors } = await house.gateway.execute({ query });
  stop();
  expect(errors).toBeUndefined();
  return { statements, data: JSON.parse(JSON.stringify(data)) as Answer };
}

it('reads nothing twice while the data last, and everything again once they have changed', async () => {
  const first = await ask();
  expect(first.statements).toBeGreaterThan(8);
  expect(await ask()).toEqual({ statements: 0, data: first.data });

  await sql`update msss.territoire_clsc set nom = 'Autre nom' where code = '06112'`.execute(
    house.database.kysely,
  );
  const { nodes } = (await ask()).data.territoiresClsc;
  expect(nodes.find(({ code }) => code === '06112')?.nom).toBe('Autre nom');
});
