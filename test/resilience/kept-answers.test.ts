import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listArrangements, type TestHouse } from '../house.ts';

const BILAN = '{ territoireClsc(code: "06112") { nom etablissement { abrege } bilan { conformes } } }';
const NOM = '{ territoireClsc(code: "06112") { nom } }';

describe.each(listArrangements())('answers kept by the house $name', ({ open }) => {
  let house: TestHouse;
  let url: string;

  beforeAll(async () => {
    house = await open();
    ({ url } = await house.gateway.listen(0, '127.0.0.1'));
  });
  afterAll(() => house.close());

  async function ask(query: string) {
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'content-type': 'application/json' },
    });
    return { text: await response.text(), isKept: response.headers.get('cache-status') === 'Palier; hit' };
  }

  async function askUntil(query: string, holds: (answer: Awaited<ReturnType<typeof ask>>) => boolean) {
    for (;;) {
      const answer = await ask(query);
      if (holds(answer)) return answer.text;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('are given without a statement, and made again by the level whose data changed', async () => {
    const before = await askUntil(BILAN, ({ isKept }) => isKept);
    await askUntil(NOM, ({ isKept }) => isKept);
    const statements: string[] = [];
    const stop = house.database.onStatement((text) => statements.push(text));
    expect((await ask(BILAN)).text).toBe(before);
    expect(statements).toEqual([]);
    stop();

    const count = (step: string) =>
      sql
        .raw(`update sante_quebec.bilan_territoire set conformes = conformes ${step}`)
        .execute(house.database.kysely);
    await count('+ 1');
    const after = await askUntil(BILAN, ({ text, isKept }) => isKept && text !== before);
    expect(JSON.parse(after)).not.toEqual(JSON.parse(before));
    // The ministry's data did not change: what was made of them alone still holds.
    expect((await ask(NOM)).isKept).toBe(true);
    await count('- 1');
    expect(await askUntil(BILAN, ({ text, isKept }) => isKept && text === before)).toBe(before);
  });
});
