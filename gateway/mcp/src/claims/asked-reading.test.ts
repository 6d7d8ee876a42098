import { prepareText } from '@palier/adresses/readable-operation';
import { buildSchema, parse } from 'graphql';
import { expect, it, vi } from 'vitest';
import { readOperation, toAsked } from './asked-reading.ts';

const schema = buildSchema(`
  type Query { lieux(first: Int, after: String): Lieux }
  type Lieux { nodes: [Lieu!]! pageInfo: PageInfo! }
  type Lieu { code: ID! mesures(first: Int): Mesures }
  type Mesures { nodes: [Mesure!]! pageInfo: PageInfo! }
  type Mesure { valeur: Float }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! endCursor: String }`);
const text = `query Lieux($first: Int, $after: String) {
  lieux(first: $first, after: $after) { nodes { code mesures(first: 1) { nodes { valeur } } } } }`;

it('of a list that goes on is said where it does, and a cursor of the one that `after` reads alone', async () => {
  const asked = toAsked(prepareText({ id: 'lieux', text, document: parse(text) }, schema), schema);
  expect(asked.text.match(/_palierPage/g)).toHaveLength(2);
  const page = (hasNextPage: boolean, endCursor: string) => ({
    hasNextPage,
    hasPreviousPage: false,
    endCursor,
  });
  const mesures = (hasNextPage: boolean) => ({
    nodes: [{ valeur: 1 }],
    _palierPage: page(hasNextPage, 'autre'),
  });
  const lieux = {
    nodes: [
      { code: 'A', mesures: mesures(true) },
      { code: 'B', mesures: mesures(false) },
    ],
    _palierPage: page(true, 'suite'),
  };
  const reading = await readOperation(asked, {}, undefined, () => Promise.resolve({ data: { lieux } }));
  expect(reading.next).toBe('suite');
  expect(reading.cuts).toEqual({ count: 1, pointers: ['/data/lieux/nodes/0/mesures'] });
  expect(JSON.stringify(reading.data)).not.toContain('_palier');
});

it('is of before it was read: what is written meanwhile is after it', async () => {
  const before = new Date('2026-11-01T00:00:00.000Z');
  vi.useFakeTimers({ toFake: ['Date'], now: before });
  const asked = toAsked(prepareText({ id: 'lieux', text, document: parse(text) }, schema), schema);
  const reading = await readOperation(asked, {}, undefined, () => {
    vi.setSystemTime('2026-11-02');
    return Promise.resolve({ data: { lieux: null } });
  });
  vi.useRealTimers();
  expect(reading.lu).toBe(before.toISOString());
});
