import { readFileSync, readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, listArrangements } from '../../house.ts';

const QUESTIONS = new URL('../../questions/', import.meta.url);
const IDS = readdirSync(QUESTIONS).filter((name) => /^Q\d+$/.test(name));
const question = (id: string): string => readFileSync(new URL(`${id}/query.graphql`, QUESTIONS), 'utf8');
const expected = (id: string): unknown =>
  JSON.parse(readFileSync(new URL(`${id}/expected.json`, QUESTIONS), 'utf8'));

/** What one level says each, and how it was changed behind the acts. */
const CHANGES = [
  {
    query: '{ territoireClsc(code: "06112") { nom } }',
    change: `update msss.territoire_clsc set nom = 'Autre' where code = '06112'`,
    undo: `update msss.territoire_clsc set nom = 'Pierrefonds' where code = '06112'`,
    was: { territoireClsc: { nom: 'Pierrefonds' } },
  },
  {
    query: '{ campagne(code: "2025-2026") { nom } }',
    change: `update sante_quebec.campagne set nom = nom || ' bis' where code = '2025-2026'`,
    undo: `update sante_quebec.campagne set nom = replace(nom, ' bis', '') where code = '2025-2026'`,
    was: undefined,
  },
  {
    query: '{ mesure(id: "2025-2026-P01:01111:A-P5:AAOR") { valeur version } }',
    change: `update etablissements.mesure set valeur = valeur * 2 where id = '2025-2026-P01:01111:A-P5:AAOR'`,
    undo: `update etablissements.mesure set valeur = valeur / 2 where id = '2025-2026-P01:01111:A-P5:AAOR'`,
    was: undefined,
  },
];

describe.each(listArrangements())('the graph as it was known, $name', ({ open }) => {
  let house: TestHouse;
  const ask = async (query: string, au?: string) => {
    const { data, errors } = await house.gateway.execute({
      query,
      ...(au !== undefined && { headers: { 'palier-au': au } }),
    });
    expect(errors, query).toBeUndefined();
    return JSON.parse(JSON.stringify(data)) as unknown;
  };
  const run = (text: string) => sql.raw(text).execute(house.database.kysely);

  beforeAll(async () => {
    house = await open();
  });
  afterAll(() => house.close());

  it('answers every question at an instant after its birth as now', async () => {
    const au = new Date().toISOString();
    for (const id of IDS) expect(await ask(question(id), au), id).toEqual(expected(id));
  });

  it('shows on each level what was known before a change, and after', async () => {
    for (const { query, change, undo, was } of CHANGES) {
      const before = new Date().toISOString();
      const then = await ask(query, before);
      if (was !== undefined) expect(then).toEqual(was);
      await run(change);
      expect(await ask(query, before)).toEqual(then);
      // A change behind the acts is announced to the levels, and read once it was heard.
      await expect.poll(() => ask(query)).not.toEqual(then);
      const changed = new Date().toISOString();
      const now = await ask(query, changed);
      await run(undo);
      expect(await ask(query, changed)).toEqual(now);
      expect(await ask(query, before)).toEqual(then);
      await expect.poll(() => ask(query)).toEqual(then);
    }
  });
});
