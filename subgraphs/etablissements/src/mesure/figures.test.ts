import { expect, it } from 'vitest';
import { openToRead } from '@palier/runtime/testing';
import { sayFigures } from '../reddition/read-said.ts';
import { etablissements } from '../subgraph.ts';
import { figuresOf } from './figures.queries.ts';

const SAID = [
  [5, null, null, 'PROVISOIRE'],
  [5, null, null, 'FINALE'],
  [5, 1, 2, 'PROVISOIRE'],
  [5, 2, 4, 'REVISEE'],
  [null, null, null, 'AUCUN_CAS'],
  [null, null, null, 'SUPPRIMEE'],
].map(([valeur, numerateur, denominateur, statut]) => ({
  valeur,
  numerateur,
  denominateur,
  statut,
})) as readonly {
  readonly valeur: number | null;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
  readonly statut: string;
}[];

it('says the same of two figures here and in the tables: how settled a value is does not make it another', async () => {
  const { database, rows: read } = await openToRead(etablissements);
  const figures = (alias: string): string => figuresOf(alias).compile(database.kysely).sql;
  const said = JSON.stringify(SAID.map((one, rang) => ({ ...one, rang })));
  const given = (alias: string): string =>
    `jsonb_to_recordset('${said}') as ${alias} (rang int, valeur float8, numerateur float8, denominateur float8, statut text)`;
  const rows = await read<{ a: number; b: number; same: boolean }>(
    `select a.rang as a, b.rang as b, ${figures('a')} is not distinct from ${figures('b')} as same
     from ${given('a')} cross join ${given('b')}`,
  );
  expect(rows).toHaveLength(SAID.length ** 2);
  for (const { a, b, same } of rows)
    expect(sayFigures(SAID[a]!) === sayFigures(SAID[b]!), `${a} and ${b}`).toBe(same);
  expect(rows.filter(({ a, b, same }) => same && a < b)).toEqual([{ a: 0, b: 1, same: true }]);
});
