import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, listArrangements } from '../house.ts';

/** What a user asks, in French, and who asks it. */
interface Question {
  readonly id: string;
  readonly question: string;
  readonly profil: string;
}

const HERE = new URL('./', import.meta.url);
const IDS = readdirSync(HERE).filter((name) => /^Q\d+$/.test(name));

const read = (id: string, file: string): string => readFileSync(new URL(`${id}/${file}`, HERE), 'utf8');

it('covers the seventy public questions', () => {
  expect(IDS).toHaveLength(70);
});

describe.each(listArrangements())('the graph $name', ({ open }) => {
  let house: TestHouse;

  beforeAll(async () => {
    house = await open();
  });

  afterAll(() => house.close());

  it.each(IDS)('answers %s', async (id) => {
    const { question } = JSON.parse(read(id, 'question.json')) as Question;
    const { data, errors } = await house.gateway.execute({ query: read(id, 'query.graphql') });
    expect(errors, question).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data)), question).toEqual(JSON.parse(read(id, 'expected.json')));
  });
});
