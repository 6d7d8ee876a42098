import { OPEN_NETWORK_LIMITS } from '@palier/gateway/guard/limits';
import { OPERATIONS } from '@palier/start/environment';
import { openHouse, type House } from '@palier/start/open-house';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EMPREINTE_QUERY } from '@palier/sante-quebec/ask-levels';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';
import { openIssuer, sign, type Issuer } from './issuer.ts';
import { get, post } from './open-two-subgraphs.ts';
import { bearer, trust } from './protected-gateway.ts';

/** `npm start` with its door shut: small registered operations alone, and only from callers of a verified token. */
let house: House;
let url: string;
let known: Readonly<Record<string, string>>;
let issuer: Issuer;
beforeAll(async () => {
  issuer = await openIssuer();
  known = bearer(await sign(issuer.key));
  house = await openHouse({
    location: snapshotLocation(),
    data: { demonstration: 'CHARGEE' },
    planning: PLANNING,
    operationsFolder: OPERATIONS,
    operationsAllowed: 'REGISTERED',
    limits: OPEN_NETWORK_LIMITS,
    identity: trust(issuer),
    allowedCallers: 'AUTHENTICATED',
    fullGraph: 'AUTHENTICATED',
    logLevel: 'error',
  });
  ({ url } = await house.gateway.listen(0, '127.0.0.1'));
});
afterAll(async () => {
  await house.close();
  await issuer.close();
});

it('consolidates from inside the process, and then answers with what it made', async () => {
  await sql`delete from sante_quebec.bilan_territoire`.execute(house.database.kysely);
  await sql`delete from sante_quebec.consolidation`.execute(house.database.kysely);
  expect(await house.consolidate()).toMatchObject([{ etat: 'CONSOLIDEE', campagne: '2025-2026' }]);
  const asked = { documentId: 'fiche-territoire', variables: { code: '06112' } };
  const { data, codes } = await post(url, asked, known);
  expect(codes).toEqual([]);
  expect(data).toMatchObject({ territoireClsc: { bilan: { conformes: expect.any(Number) } } });
});

it.each([
  ['in the body', { asker: 'PROGRAM', author: 'PROGRAM' }, {}],
  ['in its extensions', { extensions: { asker: 'PROGRAM' } }, {}],
  ['in a header', {}, { asker: 'PROGRAM', 'palier-asker': 'PROGRAM' }],
])(
  'refuses the same text to a client, even one that calls itself the program %s',
  async (_, more, headers) => {
    const body = { query: EMPREINTE_QUERY, variables: { campagne: '2025-2026' }, ...more };
    const said = await post(url, body, { ...known, ...headers });
    expect([said.status, said.codes, said.data]).toEqual([403, ['OPERATION_NON_ENREGISTREE'], undefined]);
    const asked = { query: EMPREINTE_QUERY, variables: '{"campagne":"2025-2026"}', asker: 'PROGRAM' };
    expect((await get(url, asked, { ...known, ...headers })).codes).toEqual(['OPERATION_NON_ENREGISTREE']);
    expect((await post(url, body, headers)).codes).toEqual(['AUTHENTIFICATION_REQUISE']);
  },
);
