import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPEN_NETWORK_LIMITS } from './guard/limits.ts';
import type { Gateway } from './server.ts';
import { openGateway } from './testing/open-gateway.ts';
import { serveSubgraph, type TestServer } from './testing/subgraph-servers.ts';
import { composeTwoSubgraphs, createTwoCallers } from './testing/two-subgraphs.ts';

const CROSSING = '{ regions { code nom population } }';
const CROSSING_DATA = {
  regions: [
    { code: '01', nom: 'Bas-Saint-Laurent', population: 1000 },
    { code: '03', nom: 'Capitale-Nationale', population: 2000 },
  ],
};

let gateway: Gateway;
let url: string;
const logged: string[] = [];

beforeAll(async () => {
  gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    callers: createTwoCallers(),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message, fields) => logged.push(JSON.stringify({ message, ...fields })),
      error: (message, fields) => logged.push(JSON.stringify({ message, ...fields })),
    },
  });
  ({ url } = await gateway.listen(0, '127.0.0.1'));
});
afterAll(() => gateway.stop());

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

interface ErrorBody {
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

const firstError = async (response: Response): Promise<ErrorBody['errors'][number]> => {
  const [error] = ((await response.json()) as ErrorBody).errors;
  if (!error) throw new Error('No error in the answer');
  return error;
};

describe('a query', () => {
  it('crosses the subgraphs by POST', async () => {
    const response = await post({ query: CROSSING });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: CROSSING_DATA });
  });

  it('crosses them by GET', async () => {
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(CROSSING)}`);
    expect(await response.json()).toEqual({ data: CROSSING_DATA });
  });

  it('crosses them without HTTP', async () => {
    expect(await gateway.execute({ query: CROSSING })).toEqual({ data: CROSSING_DATA });
  });

  it('crosses them over real sockets', async () => {
    const servers: TestServer[] = await Promise.all([serveSubgraph('regions'), serveSubgraph('mesures')]);
    const [regions, mesures] = servers as [TestServer, TestServer];
    const overHttp = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs({ regions: regions.url, mesures: mesures.url }) },
    });
    expect(await overHttp.execute({ query: CROSSING })).toEqual({ data: CROSSING_DATA });
    await overHttp.stop();
    await Promise.all(servers.map((server) => server.close()));
  });

  it('hands the callers one object a request', async () => {
    const seen = new Set<object>();
    const spied = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs() },
      callers: createTwoCallers(({ clientRequest }) => void seen.add(clientRequest)),
    });
    await spied.execute({ query: CROSSING });
    expect(seen.size).toBe(1);
    await spied.execute({ query: CROSSING });
    expect(seen.size).toBe(2);
    await spied.stop();
  });
});

describe('an operation asked again', () => {
  const REGION = 'query Region($code: ID!) { region(code: $code) { nom } } query Total { total }';

  it('is told apart by its name and its variables', async () => {
    const nomOf = (code: string): Promise<unknown> =>
      gateway.execute({ query: REGION, operationName: 'Region', variables: { code } });
    for (let time = 0; time < 2; time += 1) {
      expect(await nomOf('01')).toEqual({ data: { region: { nom: 'Bas-Saint-Laurent' } } });
      expect(await nomOf('99')).toEqual({ data: { region: null } });
      expect(await gateway.execute({ query: REGION, operationName: 'Total' })).toEqual({
        data: { total: 3000 },
      });
    }
  });

  it('is refused the same way each time', async () => {
    const refusals = async (): Promise<unknown[]> => {
      const asked = [
        { query: REGION, operationName: 'Region' },
        { query: REGION, operationName: 'Autre' },
        { query: REGION },
        { query: 'mutation { noter(texte: 3) }' },
      ];
      const results = await Promise.all(asked.map((request) => gateway.execute(request)));
      return results.map(({ errors }) => [errors?.[0]?.extensions?.['code'], errors?.[0]?.message]);
    };
    const first = await refusals();
    expect(first.map((refusal) => (refusal as unknown[])[0])).toEqual([
      'BAD_USER_INPUT',
      'OPERATION_RESOLUTION_FAILURE',
      'OPERATION_RESOLUTION_FAILURE',
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    expect(await refusals()).toEqual(first);
    const url2 = `${url}/graphql?query=${encodeURIComponent('mutation { noter(texte: "a") }')}`;
    await gateway.execute({ query: 'mutation { noter(texte: "a") }' });
    expect((await fetch(url2)).status).toBe(405);
  });
});

describe('an error', () => {
  it('of a subgraph loses what is internal and is logged with the request id', async () => {
    logged.length = 0;
    const response = await post({ query: '{ panne total }' }, { 'x-request-id': 'essai-0001' });
    const text = await response.text();
    expect(text).not.toMatch(/ECONNREFUSED|10\.0\.0\.7|select|stack/);
    expect(JSON.parse(text)).toEqual({
      errors: [
        {
          message: 'Un service a répondu par une erreur.',
          path: ['panne'],
          extensions: { code: 'ERREUR_SERVICE', service: 'regions', requestId: 'essai-0001' },
        },
      ],
      data: { panne: null, total: 3000 },
    });
    expect(logged.filter((line) => line.includes('essai-0001'))).toHaveLength(1);
  });

  it.each([
    ['malformed JSON', '{"query":', 400, 'CORPS_ILLISIBLE'],
    ['a batch', '[]', 400, 'LOT_REFUSE'],
    ['no query', '{}', 400, 'REQUETE_INVALIDE'],
    ['a number for a query', '{"query":1}', 400, 'REQUETE_INVALIDE'],
  ])('of form answers %s in French with a code', async (_, body, status, code) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect((await firstError(response)).extensions['code']).toBe(code);
  });

  it('carries the id sent by the caller, in the header too', async () => {
    const response = await post('{', { 'x-request-id': 'appelant-42' });
    expect(response.headers.get('x-request-id')).toBe('appelant-42');
    expect((await firstError(response)).extensions['requestId']).toBe('appelant-42');
  });

  it('carries an id of ours when the caller’s could forge a log line', async () => {
    const response = await post('{', { 'x-request-id': 'a b"c' });
    expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('the door', () => {
  it('refuses a body past the limit', async () => {
    const small = await openGateway({ supergraph: { sdl: composeTwoSubgraphs() }, maxBodyBytes: 100 });
    const { url: smallUrl } = await small.listen(0, '127.0.0.1');
    const response = await fetch(`${smallUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '#'.repeat(1000) }),
    });
    expect(response.status).toBe(413);
    expect((await firstError(response)).extensions).toMatchObject({ code: 'CORPS_TROP_GRAND', limite: 100 });
    await small.stop();
  });

  it('answers unknown paths, wrong methods and foreign types in JSON', async () => {
    const unknown = await fetch(`${url}/rien`);
    expect([unknown.status, (await firstError(unknown)).extensions['code']]).toEqual([
      404,
      'ADRESSE_INCONNUE',
    ]);
    const wrong = await fetch(`${url}/graphql`, { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, QUERY, POST']);
    const form = await fetch(`${url}/graphql`, {
      method: 'POST',
      body: new URLSearchParams({ query: '{ total }' }),
    });
    expect(form.status).toBe(415);
  });

  it('says it is ready', async () => {
    for (const path of ['/health', '/health/ready', '/health/live']) {
      const response = await fetch(url + path);
      expect([response.status, await response.json()]).toEqual([200, { statut: 'pret' }]);
    }
  });

  it('lets Apollo Studio and local pages read, and no other', async () => {
    const allowed = async (origin: string): Promise<string | null> =>
      (await post({ query: '{ total }' }, { origin })).headers.get('access-control-allow-origin');
    expect(await allowed('https://studio.apollographql.com')).toBe('https://studio.apollographql.com');
    expect(await allowed('http://localhost:5173')).toBe('http://localhost:5173');
    expect(await allowed('http://localhost.exemple.ca')).toBeNull();
    expect(await allowed('http://localhost:80.exemple.ca')).toBeNull();
    expect(await allowed('https://exemple.ca')).toBeNull();
  });

  it('refuses a GET that a browser sends for another site', async () => {
    const response = await fetch(`${url}/graphql?query={total}`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect([response.status, (await firstError(response)).extensions['code']]).toEqual([
      403,
      'ORIGINE_REFUSEE',
    ]);
  });

  it('forbids its answers to run or be framed', async () => {
    const { headers } = await post({ query: '{ total }' });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('shows a page that says how to query when no explorer was built', async () => {
    const bare = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs() },
      explorerFolder: '/nulle-part',
    });
    const { url: bareUrl } = await bare.listen(0, '127.0.0.1');
    const response = await fetch(bareUrl);
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(await response.text()).toContain('/graphql');
    await bare.stop();
  });

  it('leads from its pages to nothing that it does not serve', async () => {
    const headers = { accept: 'text/html' };
    for (const path of ['/', '/etat', '/rien']) {
      const text = await (await fetch(`${url}${path}`, { headers })).text();
      expect(text).toContain('<nav aria-label="Principale">');
      expect(text).not.toContain('role="search"');
      const led = [...text.matchAll(/ href="(\/[^"]*)"/g)].map(([, link = '']) => link);
      expect(led).toContain('/etat');
      for (const link of led)
        expect([link, (await fetch(`${url}${link}`, { headers })).status]).toEqual([link, 200]);
    }
  });

  it('ends what is under way when it stops, keeps no connection, and refuses what comes after', async () => {
    const held: (() => void)[] = [];
    const slow = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs() },
      callers: createTwoCallers(() => new Promise((resolve) => held.push(resolve))),
    });
    const { url: slowUrl } = await slow.listen(0, '127.0.0.1');
    const answer = fetch(`${slowUrl}/graphql?query={total}`);
    await expect.poll(() => held.length).toBe(1);
    const stopped = slow.stop();
    held.forEach((release) => release());
    const response = await answer;
    expect([await response.json(), response.headers.get('connection')]).toEqual([
      { data: { total: 3000 } },
      'close',
    ]);
    await stopped;
    const { errors } = await slow.execute({ query: '{ total }' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'ARRET_EN_COURS', retryable: true });
  });

  it('ends with an idle connection open', async () => {
    const other = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs() },
      callers: createTwoCallers(),
    });
    const { url: otherUrl } = await other.listen(0, '127.0.0.1');
    await (await fetch(`${otherUrl}/health`)).text();
    await other.stop();
    expect(other.ready()).toBe(false);
  });
});

describe('introspection', () => {
  const INTROSPECTION = '{ __schema { queryType { name } } }';

  it('is open unless closed', async () => {
    expect(await gateway.execute({ query: INTROSPECTION })).toEqual({
      data: { __schema: { queryType: { name: 'Query' } } },
    });
  });

  it('closed, names nothing of the schema', async () => {
    const closed = await openGateway({ supergraph: { sdl: composeTwoSubgraphs() }, introspection: false });
    const { errors } = await closed.execute({ query: INTROSPECTION });
    expect(errors?.[0]?.extensions?.['code']).toBe('INTROSPECTION_FERMEE');
    expect(JSON.stringify(await closed.execute({ query: '{ region_ }' }))).not.toContain('regions');
    await closed.stop();
  });
});

describe('limits', () => {
  it('are off unless asked for, and then say what they count', async () => {
    const query = `{ ${'regions { nom } '.repeat(40)} }`;
    expect((await gateway.execute({ query })).errors).toBeUndefined();
    const limited = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs() },
      callers: createTwoCallers(),
      limits: OPEN_NETWORK_LIMITS,
    });
    expect((await limited.execute({ query })).errors?.[0]).toMatchObject({
      message: 'La requête dépasse une limite. Elle compte 40 champs à la racine ; la limite est de 30.',
      extensions: { code: 'LIMITE_DEPASSEE', mesure: 'rootFields', limite: 30, compte: 40 },
    });
    expect(await limited.execute({ query: CROSSING })).toEqual({ data: CROSSING_DATA });
    await limited.stop();
  });
});
