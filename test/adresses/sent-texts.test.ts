import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAdresses } from '@palier/adresses/adresses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor, toSaid, type AttackedDoor, type Said } from '../security/open-two-subgraphs.ts';

const REGISTERED = 'query Total { total }';

let folder: string;
let doors: Readonly<Record<'open' | 'named' | 'safelist' | 'limited' | 'closed', AttackedDoor>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palier-operations-'));
  writeFileSync(join(folder, 'total.graphql'), REGISTERED);
  const mounts = openAdresses();
  doors = {
    open: await openDoor({ mounts, corsOrigins: ['https://tableau.exemple.ca'] }),
    named: await openDoor({ mounts, hosts: ['palier.exemple.ca', 'Palier.exemple.ca:8080'] }),
    safelist: await openDoor({ mounts, operationsFolder: folder, operationsAllowed: 'REGISTERED' }),
    limited: await openDoor({ mounts, limits: { selections: 5 } }),
    closed: await openDoor({ mounts, fullGraph: 'AUTHENTICATED' }),
  };
});
afterAll(async () => {
  await Promise.all(Object.values(doors).map((door) => door.close()));
  rmSync(folder, { recursive: true });
});

async function send(
  { url }: AttackedDoor,
  query: string,
  headers: Readonly<Record<string, string>> = {},
  path = '/fichiers/essai.csv',
): Promise<Said> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return toSaid(response);
}

describe('a text that is sent to be a file may ask what it may on /graphql', () => {
  it('nothing that is not registered, where only that is allowed', async () => {
    expect(await send(doors.safelist, '{ total }')).toMatchObject({
      status: 403,
      codes: ['OPERATION_NON_ENREGISTREE'],
    });
    expect((await send(doors.open, '{ total }')).status).toBe(200);
  });

  it('no more than the limits', async () => {
    const six = '{ a: total b: total c: total d: total e: total f: total }';
    expect(await send(doors.limited, six)).toMatchObject({ status: 400, codes: ['LIMITE_DEPASSEE'] });
    expect((await send(doors.limited, '{ a: total }')).status).toBe(200);
    expect((await send(doors.open, six)).status).toBe(200);
  });

  it('nothing to a nobody, where the whole graph is closed to them', async () => {
    expect(await send(doors.closed, '{ total }')).toMatchObject({
      status: 401,
      codes: ['AUTHENTIFICATION_REQUISE'],
    });
  });

  it('nothing as text, which any page may send without asking first', async () => {
    expect(await send(doors.open, '{ total }', { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
      codes: ['TYPE_DE_CORPS_REFUSE'],
    });
  });

  it.each([
    '{ regions { nom _palierSource: nom } }',
    '{ regions { ...F } } fragment F on Region { _palierStatut: nom }',
    '{ _palier: total }',
  ])('nothing under a name by which its files say their sources: %s', async (query) => {
    const said = await send(doors.open, query);
    expect(said).toMatchObject({ status: 400, codes: ['REQUETE_INVALIDE'] });
    expect(said.text).toContain('est réservé');
  });

  it('not thousands of tables at once, but one of them', async () => {
    const lists = Array.from({ length: 250 }, (_, rank) => `l${rank}: regions { nom }`).join(' ');
    const said = await send(doors.open, `{ ${lists} }`, {}, '/fichiers/essai.json');
    expect(said).toMatchObject({ status: 400, codes: ['LIMITE_DEPASSEE'] });
    expect(said.text).toContain('"limite":50000');
    const one = await send(doors.open, `{ ${lists} }`, {}, '/fichiers/essai.csv?table=l7');
    expect(one.text.split('\r\n')[0]).toBe('l7.nom,palier.origines,palier.sources');
  });
});

it('is what a file of it says, where an address would answer nobody', async () => {
  const query = '# Mine\nquery Mine {\n  total # all\n}';
  const { text } = await send(doors.open, query, {}, '/fichiers/essai.csv?entete=1');
  const said = text.split('\r\n').filter((line) => line.startsWith('# '));
  expect(said).toContain('# Requête,query Mine{total}');
  expect(said).toContain(
    '# Redemander,"POST /fichiers/essai.csv?entete=1, avec cette requête et ces variables"',
  );
  expect(said.filter((line) => line.startsWith('# Adresse'))).toEqual([]);
});

describe('a page', () => {
  const portOf = ({ url }: AttackedDoor): string => new URL(url).port;

  it.each([{ 'sec-fetch-site': 'same-origin', origin: 'https://palier.exemple.ca' }, {}])(
    'of this gateway may send one: %j',
    async (headers) => {
      expect((await send(doors.open, '{ total }', headers)).status).toBe(200);
    },
  );

  it('of this gateway may over plain HTTP, of which a browser says the origin alone', async () => {
    expect((await send(doors.open, '{ total }', { origin: doors.open.url })).status).toBe(200);
  });

  it.each(['http://palier.exemple.ca', 'https://palier.exemple.ca', 'http://palier.exemple.ca:8080'])(
    'of a name of this gateway may, whatever host the proxy asks: %s',
    async (origin) => {
      expect((await send(doors.named, '{ total }', { origin })).status).toBe(200);
      const said = { origin, 'sec-fetch-site': 'cross-site' };
      expect((await send(doors.named, '{ total }', said)).codes).toEqual(['ORIGINE_REFUSEE']);
    },
  );

  it.each(['http://palier.exemple.ca:81', 'http://palier.exemple.ca.test', 'http://a.palier.exemple.ca'])(
    'of a name that is near may not: %s',
    async (origin) => {
      expect((await send(doors.named, '{ total }', { origin })).codes).toEqual(['ORIGINE_REFUSEE']);
    },
  );

  it.each([
    (port: string) => ({ origin: `http://127.0.0.1:${Number(port) + 1}` }),
    (port: string) => ({ origin: `https://127.0.0.1:${port}` }),
    (port: string) => ({ origin: `http://127.0.0.1.exemple.ca:${port}` }),
    (port: string) => ({ origin: `http://palier.exemple.ca:${port}` }),
    (port: string) => ({ origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'cross-site' }),
    (port: string) => ({ origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-site' }),
    () => ({ origin: 'null' }),
  ])('of another origin may not: %#', async (headersFor) => {
    expect(await send(doors.open, '{ total }', headersFor(portOf(doors.open)))).toMatchObject({
      status: 403,
      codes: ['ORIGINE_REFUSEE'],
    });
  });
});
