import { SILENT } from '@palier/gateway/testing/loggers';
import { afterEach, describe, expect, it } from 'vitest';
import { type LongConnection, openLongConnection } from './long-connection.ts';
import { readCsv } from './read-files.ts';

let long: LongConnection | undefined;
afterEach(() => long?.close());

const open = async (length: number, levels: Parameters<typeof openLongConnection>[2] = {}): Promise<void> => {
  long = await openLongConnection(length, { cache: { bytes: 0, share: false }, logger: SILENT }, levels);
};

async function send(ending: string, query: string, variables: object = {}): Promise<Response> {
  return fetch(`${long!.url}/fichiers/essai.${ending}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
}

async function rowsOf(response: Response) {
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return readCsv(text).rows;
}

async function codeOf(response: Response): Promise<unknown> {
  const { errors } = (await response.json()) as { errors?: { extensions: Record<string, unknown> }[] };
  return errors?.[0]?.extensions['code'];
}

interface Said {
  readonly rangees: number;
  readonly incomplet: boolean;
  readonly listesIncompletes: readonly string[];
}

const saidOf = async (query: string, variables?: object): Promise<Said> =>
  (await (await send('metadata.json', query, variables)).json()) as Said;

const BESIDE = `query($first: Int, $after: String) {
  valeurs(first: $first, after: $after) { nodes { code } repartition { cle } } regions { code } }`;
const IN_A_LIST = `query($first: Int, $after: String) {
  regions { code valeurs(first: $first, after: $after) { nodes { code } } } }`;

describe('beside a list that is read by pages', () => {
  it('a table has its rows once', async () => {
    await open(1_200);
    for (const [table, count] of [
      ['valeurs.nodes', 1_200],
      ['valeurs.repartition', 2],
      ['regions', 2],
    ])
      expect(await rowsOf(await send(`csv?table=${table}`, BESIDE)), String(table)).toHaveLength(
        Number(count),
      );
    expect(await saidOf(BESIDE)).toMatchObject({ rangees: 1_204, incomplet: false, listesIncompletes: [] });
  });

  it('a null asks for no page', async () => {
    await open(1_200);
    for (const variables of [{ after: null }, { first: null }, { first: null, after: null }])
      expect(await rowsOf(await send('csv?table=valeurs.nodes', BESIDE, variables))).toHaveLength(1_200);
  });
});

describe('a list of which a page alone is read', () => {
  it('in another list is said to be one', async () => {
    await open(1_200);
    expect(await saidOf(IN_A_LIST)).toMatchObject({
      rangees: 400,
      incomplet: true,
      listesIncompletes: ['regions.valeurs.nodes'],
    });
    expect(await saidOf(IN_A_LIST, { first: 1_200 })).toMatchObject({ rangees: 2_400, incomplet: false });
  });

  it('because a page was asked is said to be one, from its beginning or not', async () => {
    await open(20);
    for (const variables of [{ first: 5 }, { first: 20, after: '15' }])
      expect(await saidOf(BESIDE, variables)).toMatchObject({ listesIncompletes: ['valeurs.nodes'] });
    expect(await saidOf('{ valeurs(first: 3) { edition: nodes { code } } }')).toMatchObject({
      listesIncompletes: ['valeurs.edition'],
    });
  });

  it.each([
    'query($after: String) { ...F } fragment F on Query { valeurs(after: $after) { nodes { code } } }',
    'query($after: String) { valeurs(after: $after) { ...F } } fragment F on ValeurConnection { nodes { code } }',
    'query($after: String) { ... on Query { valeurs(after: $after) { ... { nodes { code } } } } }',
  ])('is read whole however it is written: %s', async (query) => {
    await open(1_200);
    expect(await saidOf(query)).toMatchObject({ rangees: 1_200, incomplet: false });
  });
});

describe('what changed', () => {
  const SINCE = 'csv?updatedAfter=2020-01-01';
  const PAGED = `query($first: Int, $after: String) {
    valeurs(first: $first, after: $after) { nodes { code tiers { nom } } } }`;

  it('is told of a list that is read whole, of whose pages some ask less', async () => {
    await open(1_200, { remember: true });
    const rows = await rowsOf(await send(SINCE, PAGED));
    expect(rows.map((row) => [row['palier.action'], row['valeurs.nodes.code']])).toEqual([
      ['AJOUTEE', '0000000'],
    ]);
  });

  it('is not told of a page: what leaves it is still there', async () => {
    await open(20, { remember: true });
    for (const variables of [{ first: 10 }, { first: 50, after: '5' }])
      expect(await codeOf(await send(SINCE, PAGED, variables))).toBe('DIFFERENCE_IMPOSSIBLE');
    expect(await codeOf(await send(SINCE, IN_A_LIST, { first: 10 }))).toBe('DIFFERENCE_IMPOSSIBLE');
    expect((await send(SINCE, IN_A_LIST, { first: 50 })).status).toBe(200);
  });

  it('is not told where one level says no version', async () => {
    await open(5, { remember: true, isOtherSilent: true });
    const query = '{ valeurs { nodes { tiers { nom } } } }';
    expect(await codeOf(await send(SINCE, query))).toBe('DIFFERENCE_IMPOSSIBLE');
    expect((await send(SINCE, '{ regions { code } }')).status).toBe(200);
  });

  it('is the status of a number too, where it is written', async () => {
    await open(5, { remember: true });
    const query = '{ regions { code nombre } }';
    const sdmx = await rowsOf(await send(`sdmx.${SINCE}`, query));
    expect(sdmx.map((row) => [row['ACTION'], row['regions_nombre_OBS_STATUS']])).toEqual([
      ['D', 'P'],
      ['D', 'P'],
      ['A', 'A'],
      ['A', 'A'],
    ]);
    expect(await rowsOf(await send(SINCE, query))).toEqual([]);
  });
});
