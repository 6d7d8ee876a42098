import { ANONYMOUS } from '@palier/gateway/request/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../federation/claim.ts';
import { differences } from '../federation/compare.ts';
import { openIssuer, sign, type Issuer } from './issuer.ts';
import {
  bearer,
  CLAIM,
  openProtectedGateway,
  PROTECTED_QUERY,
  trust,
  type ProtectedGateway,
} from './protected-gateway.ts';

let issuer: Issuer;
let gateway: ProtectedGateway;

beforeAll(async () => {
  issuer = await openIssuer();
  gateway = await openProtectedGateway({ identity: trust(issuer) });
});
afterAll(async () => {
  await gateway.gateway.stop();
  await issuer.close();
});

async function headersOf({ access }: Case['request']): Promise<Readonly<Record<string, string>>> {
  if (!access) return {};
  const claims = { scope: access.scopes?.join(' '), policies: access.policies };
  return bearer(await sign(issuer.key, { claims }));
}

describe('what the graph protects, over HTTP with real tokens', () => {
  it.each(CLAIM.cases.map((testCase) => [testCase.name, testCase] as const))(
    '%s',
    async (_name, testCase) => {
      const { query, request, expected } = testCase;
      const before = gateway.asked.length;
      const { status, body } = await gateway.ask(query, await headersOf(request), request.variables);
      expect(differences({ answer: body, calls: expected.calls ?? {} }, expected)).toEqual([]);
      if (expected.data === null) {
        expect(status).toBe(request.access ? 403 : 401);
        expect(gateway.asked.length).toBe(before);
      }
    },
  );
});

/** Whatever is said of them, these values are never said. */
const SECRETS = ['40', 'a@x', '"f1"', '"risk 40"', '"mine"', '"c"', '"ok"'];

describe('what an anonymous caller can get out of it', () => {
  it.each([
    [
      'by fragments that overlap',
      '{ me { ...A ...B name } } fragment A on User { age } fragment B on User { ...C } fragment C on User { mail }',
    ],
    ['by aliases of what is free', '{ me { name: age id: mail } }'],
    ['by the same field twice, once in a fragment', '{ me { name ... on User { name: mail } } }'],
    ['by a directive that keeps it', 'query ($v: Boolean = true) { me { name age @include(if: $v) } }'],
    ['by what requires it', '{ me { name risk } }'],
    ['by the object that holds it', '{ me { name file { number note } } }'],
    ['by a member of a union', '{ search { __typename ... on User { age } ... on Secret { code } } }'],
    ['by an implementation', '{ works { title ... on Book { price } ... on Diary { title } } }'],
    ['by the interface', '{ works { title } }'],
    ['by an enum or a scalar', '{ notes { grade text } open }'],
    ['by an argument that does not exist', '{ me { age(secret: 1) } }'],
    ['by a name close to it', '{ me { agee maill filee } }'],
    ['by a mutation', 'mutation { close(id: "u1") { age mail } }'],
    [
      'by _entities',
      '{ _entities(representations: [{ __typename: "User", id: "u1" }]) { ... on User { age } } }',
    ],
    ['by _service', '{ _service { sdl } }'],
  ])('%s: nothing', async (_name, query) => {
    const before = gateway.asked.length;
    const { text, body } = await gateway.ask(query, {}, {});
    const values = JSON.stringify(body.data ?? null);
    expect(body.errors?.length).toBeGreaterThan(0);
    for (const secret of SECRETS) expect(values).not.toContain(secret);
    expect(text).not.toContain('a@x');
    // The subgraphs were not even asked: what is not fetched cannot leak.
    const asked = gateway.asked.slice(before).join(' ');
    expect(asked).not.toMatch(/\b(age|mail|number|note|code|price|grade|close|risk)\b/);
  });

  it('nothing more once the same operation was planned for somebody who may see all of it', async () => {
    const query = '{ me { name mail file { number } risk } users { age } }';
    const all = bearer(await sign(issuer.key, { claims: { policies: ['adult'] } }));
    expect((await gateway.ask(query, all)).body).toEqual({
      data: {
        me: { name: 'Ana', mail: 'a@x', file: { number: 'f1' }, risk: 'risk 40' },
        users: [{ age: 40 }],
      },
    });
    const known = await gateway.ask(query, bearer(await sign(issuer.key)));
    const anonymous = await gateway.ask(query);
    expect(known.text).not.toMatch(/risk 40|"age":40/);
    expect(anonymous.text).not.toMatch(/risk 40|"age":40|a@x|"f1"/);
    const codesOf = ({ body }: typeof known): readonly string[] => [
      ...new Set(body.errors?.map(({ extensions }) => extensions.code)),
    ];
    expect([codesOf(known), codesOf(anonymous)]).toEqual([['ACCES_REFUSE'], ['AUTHENTIFICATION_REQUISE']]);
  });

  it('nothing either when nobody can be known: without keys, a token is not looked at', async () => {
    const bare = await openProtectedGateway({});
    const headers = bearer(await sign(issuer.key, { claims: { policies: ['adult'] } }));
    expect((await bare.ask(PROTECTED_QUERY, headers)).status).toBe(401);
    expect((await bare.ask('{ open }', { authorization: 'Basic eDp5' })).body).toEqual({
      data: { open: 'open' },
    });
    await bare.gateway.stop();
  });
});

describe('from inside the process', () => {
  it('an operation has the rights of the identity it is given, and none without', async () => {
    const query = PROTECTED_QUERY;
    const refused = await gateway.gateway.execute({ query });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('AUTHENTIFICATION_REQUISE');
    const identity = { ...ANONYMOUS, subject: 'consolidation', key: 'consolidation' };
    expect((await gateway.gateway.execute({ query, identity })).data).toEqual({ users: [{ name: 'Ana' }] });
  });
});

describe('where everybody must say who they are', () => {
  let closed: ProtectedGateway;
  beforeAll(async () => {
    closed = await openProtectedGateway({
      identity: trust(issuer),
      allowedCallers: 'AUTHENTICATED',
      metrics: true,
    });
  });
  afterAll(() => closed.gateway.stop());

  it('no operation runs without a token, not even one of what is free or of the schema', async () => {
    for (const query of ['{ open }', '{ __typename }', '{ __schema { queryType { name } } }', '{ nope']) {
      const { status, headers, body } = await closed.ask(query);
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, 'AUTHENTIFICATION_REQUISE']);
      expect(headers.get('www-authenticate')).toBe('Bearer realm="Palier"');
    }
    expect((await fetch(`${closed.url}/graphql?query={open}`)).status).toBe(401);
    expect((await closed.ask('{ open }', bearer(await sign(issuer.key)))).body).toEqual({
      data: { open: 'open' },
    });
  });

  it.each(['/health', '/health/live', '/metrics', '/'])('%s stays open', async (place) => {
    expect((await fetch(`${closed.url}${place}`)).status).toBe(200);
  });

  it('a browser may still ask what it may send', async () => {
    const response = await fetch(`${closed.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:3000', 'access-control-request-headers': 'authorization' },
    });
    expect([response.status, response.headers.get('access-control-allow-headers')]).toEqual([
      204,
      expect.stringContaining('authorization'),
    ]);
  });

  it('is never open for want of keys', async () => {
    const keyless = await openProtectedGateway({ allowedCallers: 'AUTHENTICATED' });
    expect((await keyless.ask('{ open }', bearer(await sign(issuer.key)))).status).toBe(401);
    await keyless.gateway.stop();
  });
});
