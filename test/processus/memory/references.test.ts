import { msss } from '@palier/msss';
import { openForTest, type SubgraphUnderTest } from '@palier/runtime/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

// What elements link was once told by codes among their words: what was known then still links the same.

const CHAINES = `{ chainesReddition {
  code maillons { acteur mandats { code } } conditions { code } redevabilite { code } ecarts { code } } }`;

let subgraph: SubgraphUnderTest;

beforeAll(async () => {
  subgraph = await openForTest(msss);
});

afterAll(() => subgraph.close());

const run = (text: string) => sql.raw(text).execute(subgraph.database.kysely);
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

it('links what it did, as it was known before links had a field, with or without its column in the past', async () => {
  const now = await subgraph.data<{ chainesReddition: { ecarts: object[] }[] }>(CHAINES);
  expect(now.chainesReddition.flatMap(({ ecarts }) => ecarts)).not.toEqual([]);
  await run(`create table public.links as select code, renvois from msss.element where renvois <> '[]'`);
  await run(`update msss.element as e set renvois = '[]', precisions = array(
      select linked ->> 'code' from jsonb_array_elements(links.renvois) as linked)
    from public.links where links.code = e.code`);
  await pause();
  const before = new Date().toISOString();
  expect(await subgraph.data(CHAINES)).toEqual(now);
  await pause();
  await run(`update msss.element as e set renvois = links.renvois, precisions = '{}'
    from public.links where links.code = e.code`);
  await run(`update msss.element_histoire set renvois = null where code < 'REDD-004-3'`);
  const { rows } = (await run(
    `select renvois from msss.element_histoire where connu_jusqua > '${before}'`,
  )) as { rows: { renvois: object | null }[] };
  expect(new Set(rows.map(({ renvois }) => JSON.stringify(renvois)))).toEqual(new Set(['null', '[]']));
  expect(await subgraph.data(CHAINES, {}, undefined, before)).toEqual(now);
});
