import type { Gateway } from '@palier/gateway';
import type { Database } from '@palier/runtime/database';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';

type Days = Readonly<Partial<Record<'echeance' | 'cloture', string>>>;

/**
 * No act moves the day it is: the days of a campagne are moved in its place, in the past too, for nothing is remembered of it. What its
 * acts give, played again, is what it was opened with: move them back.
 */
export async function moveDays(
  { database, gateways }: { readonly database: Database; readonly gateways: readonly Gateway[] },
  campagne: string,
  days: Days,
): Promise<void> {
  const given = Object.entries(days).map(([name, day]) => `${name} = '${day}'`);
  await database.kysely.transaction().execute(async (transaction) => {
    const run = (text: string) => sql.raw(text).execute(transaction);
    await run('alter table sante_quebec.campagne disable trigger retenir_change');
    for (const table of ['campagne', 'campagne_histoire'])
      await run(`update sante_quebec.${table} set ${given.join(', ')} where code = '${campagne}'`);
    await run('alter table sante_quebec.campagne enable trigger retenir_change');
  });
  const query = `{ campagne(code: "${campagne}") { ${Object.keys(days).join(' ')} } }`;
  for (const gateway of gateways)
    await vi.waitFor(
      async () => expect((await gateway.execute({ query })).data).toEqual({ campagne: days }),
      10_000,
    );
}
