import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, openDoor, post, type AttackedDoor } from './open-two-subgraphs.ts';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const persisted = (digest: string): { persistedQuery: object } => ({
  persistedQuery: { version: 1, sha256Hash: digest },
});
/** Past it a text is checked on the planner's thread. */
const LONG = `#${'.'.repeat(2_000)}\n`;
const REGISTERED = 'query Total { total }';

let folder: string;
let doors: Readonly<Record<'here' | 'apart' | 'safelist' | 'open', AttackedDoor>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palier-operations-'));
  writeFileSync(join(folder, 'total.graphql'), REGISTERED);
  const apart = { place: 'APART', timeoutMs: 5_000 } as const;
  doors = {
    here: await openDoor({ introspection: false }),
    apart: await openDoor({ introspection: false, planning: apart }),
    safelist: await openDoor({ operationsFolder: folder, operationsAllowed: 'REGISTERED' }),
    open: await openDoor(),
  };
});
afterAll(async () => {
  await Promise.all(Object.values(doors).map((door) => door.close()));
  rmSync(folder, { recursive: true });
});

const closed = (): readonly AttackedDoor[] => [doors.here, doors.apart];

describe('a closed schema', () => {
  it.each([
    '{ __schema { types { name } } }',
    '{ __type(name: "Region") { name } }',
    '{ a: __schema { queryType { name } } }',
    '{ total __type(name: "Region") { fields { name } } }',
    '{ ...F } fragment F on Query { __schema { types { name } } }',
    '{ ... { ... on Query { t: __type(name: "Region") { name } } } }',
    'query A { total } query B { __schema { types { name } } }',
    'mutation { noter(texte: "a") __schema { types { name } } }',
    '{ __schema @include(if: true) { types { name } } }',
    'query Q($n: String! = "Region") { __type(name: $n) { name } }',
  ])('is not told: %s', async (query) => {
    for (const { url } of closed()) {
      for (const text of [query, LONG + query]) {
        const said = await post(url, {
          query: text,
          ...(query.includes('query B') && { operationName: 'B' }),
        });
        expect(said.codes).toContain('INTROSPECTION_FERMEE');
        expect(said.data).toBeUndefined();
        expect(said.text).not.toMatch(/regions|Region!|population/);
        const extensions = JSON.stringify(persisted(digestOf(text)));
        expect((await get(url, { query: text, extensions })).text).not.toMatch(/"data"/);
        expect((await get(url, { extensions })).codes).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
      }
    }
  });

  it.each([
    '{ regoin { nom } }',
    '{ regions { nomm } }',
    '{ region(cod: "01", code: "01") { nom } }',
    '{ region(code: "01") { ... on Regio { nom } } }',
    'query Q($c: Regio) { region(code: $c) { nom } }',
    '{ regions @includ(if: true) { nom } }',
    '{ ...F } fragment F on Regions { nom }',
  ])('is not guessed by its suggestions: %s', async (query) => {
    for (const { url } of closed())
      for (const text of [query, LONG + query])
        expect((await post(url, { query: text })).text).not.toMatch(/Did you mean|Vouliez-vous|« regions »/);
  });

  it('still lets an object say its type, which clients need', async () => {
    for (const { url } of closed())
      expect((await post(url, { query: '{ __typename regions { __typename } }' })).data).toMatchObject({
        __typename: 'Query',
        regions: [{ __typename: 'Region' }, {}],
      });
  });
});

describe('a digest', () => {
  const query = '{ regions { nom } }';

  it('never names a text of another digest, however it is sent', async () => {
    const { url } = doors.open;
    const digest = digestOf(query);
    for (const text of ['{ total }', `${query} `, `${query}#`]) {
      expect((await post(url, { query: text, extensions: persisted(digest) })).codes).toEqual([
        'EMPREINTE_INVALIDE',
      ]);
      expect((await get(url, { query: text, extensions: JSON.stringify(persisted(digest)) })).codes).toEqual([
        'EMPREINTE_INVALIDE',
      ]);
    }
    expect((await post(url, { extensions: persisted(digest) })).codes).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect((await post(url, { query, extensions: persisted(digest) })).status).toBe(200);
    expect((await post(url, { extensions: persisted(digest) })).data).toMatchObject({ regions: [{}, {}] });
  });

  it.each([
    '__proto__',
    'constructor',
    '',
    digestOf(query).toUpperCase(),
    `${digestOf(query)} `,
    digestOf(query).slice(1),
  ])('of another shape is refused: %j', async (sha256Hash) => {
    expect((await post(doors.open.url, { extensions: persisted(sha256Hash) })).codes).toEqual([
      'REQUETE_INVALIDE',
    ]);
  });

  it('does not keep a mutation for a GET', async () => {
    const mutation = 'mutation { noter(texte: "a") }';
    const extensions = persisted(digestOf(mutation));
    expect((await post(doors.open.url, { query: mutation, extensions })).data).toEqual({ noter: 'a' });
    expect((await get(doors.open.url, { extensions: JSON.stringify(extensions) })).codes).toEqual([
      'MUTATION_PAR_GET',
    ]);
  });
});

describe('a list of registered operations', () => {
  it('lets those through, by name, by digest or by text', async () => {
    for (const body of [
      { documentId: 'total' },
      { documentId: `sha256:${digestOf(REGISTERED)}` },
      { query: REGISTERED },
      { query: 'query   Total{total}' },
      { extensions: persisted(digestOf(REGISTERED)) },
    ])
      expect((await post(doors.safelist.url, body)).data).toEqual({ total: 3000 });
  });

  it.each([
    ['another text', { query: '{ total }' }],
    [
      'a text that begins with one',
      { query: `${REGISTERED} query B { regions { nom } }`, operationName: 'B' },
    ],
    ['another text under its name', { query: '{ regions { nom } }', operationName: 'Total' }],
    [
      'another text with its own digest',
      { query: '{ regions { nom } }', extensions: persisted(digestOf('{ regions { nom } }')) },
    ],
    ['introspection', { query: '{ __schema { types { name } } }' }],
  ])('refuses %s', async (_, body) => {
    const said = await post(doors.safelist.url, body);
    expect([said.status, said.codes]).toEqual([403, ['OPERATION_NON_ENREGISTREE']]);
  });

  it('does not learn one by its digest', async () => {
    const query = '{ regions { nom } }';
    await post(doors.safelist.url, { query, extensions: persisted(digestOf(query)) });
    expect((await post(doors.safelist.url, { extensions: persisted(digestOf(query)) })).codes).toEqual([
      'PERSISTED_QUERY_NOT_FOUND',
    ]);
    for (const documentId of [
      '../total',
      'total.graphql',
      '__proto__',
      'sha256:',
      `sha256:${digestOf(query)}`,
    ])
      expect((await post(doors.safelist.url, { documentId })).codes).toEqual(['OPERATION_INCONNUE']);
  });
});
