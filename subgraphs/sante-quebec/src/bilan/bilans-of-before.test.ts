import 'reflect-metadata';
import { defineSubgraph } from '@palier/runtime/subgraph';
import { openForTest } from '@palier/runtime/testing';
import { expect, it } from 'vitest';
import { load } from '../birth.ts';
import { demonstration } from '../demonstration/demonstration.ts';
import * as entities from '../entities.ts';
import * as migrations from '../migrations.ts';
import { santeQuebec } from '../subgraph.ts';

/** Santé Québec before it noted which periods a cell counted. */
const former = defineSubgraph({
  name: santeQuebec.name,
  niveau: 'SANTE_QUEBEC',
  migrations: Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '012')),
  entities,
  copies: santeQuebec.copies,
  forgotten: ['releve_territoire'],
  load,
  demonstration,
});

it('counted all that their campagne asks for: what is suppressed withholds them as before', async () => {
  const settings = { demonstration: 'CHARGEE' } as const;
  const level = await openForTest(former, settings);
  await level.rows(
    `insert into sante_quebec.consolidation values ('2025-2026', 'essai', 'v', '2026-05-01', '{"origine":"SAISIE"}')`,
  );
  await level.rows(`insert into sante_quebec.bilan_territoire (campagne_code, territoire_code, exigence_code, volet, indicateur_code,
      conformes, non_conformes, indetermines, sans_verdict, absents, supprimees)
    select '2025-2026', territoire, 'A-P5:AAOR', '', 'I-A-P5', 1, 0, 0, 0, 12, supprimees::text[]
    from (values ('06112', '{}'), ('06113', '{2025-2026-P05}')) as given(territoire, supprimees)`);
  // What is known of each before it is counted once more.
  await level.rows(`update sante_quebec.bilan_territoire set conformes = 0, non_conformes = 1`);
  await santeQuebec.open(level.database, settings);
  const rows =
    await level.rows(`select territoire_code as code, comptees[1] as first, comptees[13] as last, reserve, verdicts_reserves as withheld,
      (select reserve from sante_quebec.bilan_territoire_histoire as passe where passe.territoire_code = bilan.territoire_code) as formerly
    from sante_quebec.bilan_territoire as bilan order by 1`);
  const periodes = { first: '2025-2026-P01', last: '2025-2026-P13' };
  expect(rows).toEqual([
    { code: '06112', ...periodes, reserve: false, withheld: false, formerly: false },
    { code: '06113', ...periodes, reserve: true, withheld: false, formerly: true },
  ]);
  await level.close();
});
