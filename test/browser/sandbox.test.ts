import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOwnHouse, type TestHouse } from '../house.ts';

/** Where Sandbox is, and what its browser says of it with each request. */
const SANDBOX = {
  origin: 'https://studio.apollographql.com',
  referer: 'https://studio.apollographql.com/',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'cors',
  'sec-fetch-dest': 'empty',
  'accept-language': 'fr-CA,fr;q=0.9',
};

let house: TestHouse;
let url: string;

beforeAll(async () => {
  house = await openOwnHouse();
  ({ url } = await house.gateway.listen(0, '127.0.0.1'));
});
afterAll(() => house.close());

async function send(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...SANDBOX, accept: '*/*', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as {
    data?: Record<string, unknown>;
    errors?: { message: string }[];
  };
  return { response, ...answer };
}

describe('Apollo Sandbox, a page of another site, replayed', () => {
  it.each([
    'content-type',
    'authorization,content-type',
    'apollographql-client-name,apollographql-client-version,content-type',
    'apollo-require-preflight,content-type,x-apollo-operation-name',
    'content-type,palier-au,palier-plan',
  ])('is given leave to send %s', async (asked) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        ...SANDBOX,
        'access-control-request-method': 'POST',
        'access-control-request-headers': asked,
        'access-control-request-private-network': 'true',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(SANDBOX.origin);
    expect(response.headers.get('access-control-allow-methods')?.split(', ')).toContain('POST');
    expect(response.headers.get('access-control-allow-private-network')).toBe('true');
    const allowed = response.headers.get('access-control-allow-headers')?.split(', ');
    for (const name of asked.split(',')) expect(allowed).toContain(name);
  });

  it.each([
    ['as it asks by default', undefined],
    [
      'with all that the language may say',
      { inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true, oneOf: true },
    ],
  ])('reads the schema, %s, again and again', async (_, options) => {
    const asked = {
      operationName: 'IntrospectionQuery',
      query: getIntrospectionQuery({ descriptions: true, ...options }),
      variables: {},
      extensions: {},
    };
    const [first, again] = [await send(asked), await send(asked)];
    expect(first.errors).toBeUndefined();
    expect(first.response.headers.get('access-control-allow-origin')).toBe(SANDBOX.origin);
    const schema = buildClientSchema(first.data as unknown as IntrospectionQuery);
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toContain('territoireClsc');
    expect(again.data).toEqual(first.data);
  });

  it.each([
    ['*/*', 'application/json'],
    ['multipart/mixed;deferSpec=20220824, application/graphql-response+json, application/json', 'json'],
  ])('has its operations answered, their headers readable, when it accepts %s', async (accept, type) => {
    const asked = {
      operationName: 'ExampleQuery',
      query: 'query ExampleQuery($code: ID!) {\n  territoireClsc(code: $code) {\n    nom\n  }\n}',
      variables: { code: '06112' },
      extensions: {},
    };
    const { response, data, errors } = await send(asked, { accept });
    expect([errors, data]).toEqual([undefined, { territoireClsc: { nom: 'Pierrefonds' } }]);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('access-control-expose-headers')).toContain('x-request-id');
  });

  it('is told in French what it asked amiss', async () => {
    const { errors } = await send({ query: '{ territoireClsc(code: "06112") { nomm } }', variables: {} });
    expect(errors?.[0]?.message).toBe(
      'Le champ « nomm » n’existe pas sur le type « TerritoireClsc ». Vouliez-vous dire « nom » ?',
    );
    const missing = await send({
      query: 'query Q($code: ID!) { territoireClsc(code: $code) { nom } }',
      variables: { cod: '06112' },
    });
    expect(missing.errors?.[0]?.message).toBe(
      'La variable « $code » (ID!) est obligatoire. Variable donnée sans être déclarée : « cod ».',
    );
  });
});
