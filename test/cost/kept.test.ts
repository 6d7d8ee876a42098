import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openTestHouse } from '../house.ts';

const query = `{
  territoiresClsc(first: 166) { totalCount nodes { code nom region { nom } etablissement { nom } bilan { conformes } } }
  servicesSociaux { exigences { code seuils { texte } ecarts { code } } }
}`;

interface Answer {
  readonly territoiresClsc: { readonly nodes: readonly { readonly code: string; readonly nom: string }[] };
}

it('reads nothing twice while the data last, and everything again once they have changed', async () => {
  const { gateway, database, close } = await openTestHouse();
  try {
    const ask = async (): Promise<{ readonly statements: number; readonly data: Answer }> => {
      let statements = 0;
      const stop = database.onStatement(() => (statements += 1));
      const { data, errors } = await gateway.execute({ query });
      stop();
      expect(errors).toBeUndefined();
      return { statements, data: JSON.parse(JSON.stringify(data)) as Answer };
    };
    const first = await ask();
    expect(first.statements).toBeGreaterThan(8);
    const second = await ask();
    expect(second).toEqual({ statements: 0, data: first.data });

    await sql`update msss.territoire_clsc set nom = 'Autre nom' where code = '06112'`.execute(
      database.kysely,
    );
    const third = await ask();
    expect(third.statements).toBeGreaterThan(0);
    expect(third.data.territoiresClsc.nodes.find(({ code }) => code === '06112')?.nom).toBe('Autre nom');
  } finally {
    await close();
  }
});
