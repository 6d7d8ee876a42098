import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway } from '../../server.ts';
import { openGateway } from '../../testing/open-gateway.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../../testing/two-subgraphs.ts';

const CURRENT = 'application/graphql-response+json';
const LEGACY = 'application/json';

let gateway: Gateway;
let url = '';

beforeAll(async () => {
  gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    callers: createTwoCallers(),
  });
  url = `${(await gateway.listen(0, '127.0.0.1')).url}/graphql`;
});
afterAll(() => gateway.stop());

const post = (body: unknown, accept: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  });
const statusOf = async (query: string, accept: string, variables = {}): Promise<number> =>
  (await post({ query, variables }, accept)).status;

describe('the public audit of GraphQL over HTTP', () => {
  it.each(serverAudits({ url: () => url }).map((audit) => [`${audit.id} ${audit.name}`, audit] as const))(
    '%s',
    async (_, audit) => {
      const result = await audit.fn();
      expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
    },
  );

  it('has its 61 cases', () => {
    expect(serverAudits({ url })).toHaveLength(61);
  });
});

describe('the status', () => {
  it('is that of the draft for clients of the current type', async () => {
    expect(await statusOf('{ total }', CURRENT)).toBe(200);
    expect(await statusOf('{', CURRENT)).toBe(400);
    expect(await statusOf('{ inconnu }', CURRENT)).toBe(422);
    expect(await statusOf('query Q($c: ID!) { region(code: $c) { nom } }', CURRENT)).toBe(400);
    expect(await statusOf('{ total panne }', CURRENT)).toBe(294);
  });

  it('is 200 for a well-formed request of the older type', async () => {
    for (const query of [
      '{ total }',
      '{',
      '{ inconnu }',
      '{ total panne }',
      'query Q($c: ID!) { region(code: $c) { nom } }',
    ]) {
      expect(await statusOf(query, LEGACY)).toBe(200);
    }
  });

  it('follows the type the client likes best', async () => {
    const typeFor = async (accept: string): Promise<string | null> =>
      (await post({ query: '{ total }' }, accept)).headers.get('content-type');
    expect(await typeFor(`${CURRENT},${LEGACY};q=0.9`)).toBe(`${CURRENT}; charset=utf-8`);
    expect(await typeFor(`${LEGACY},${CURRENT};q=0.9`)).toBe(`${LEGACY}; charset=utf-8`);
    expect(await typeFor('application/*;q=0.1')).toBe(`${LEGACY}; charset=utf-8`);
    expect((await post({ query: '{ total }' }, 'text/html')).status).toBe(406);
  });
});

describe('what is not offered', () => {
  it('a mutation by GET', async () => {
    const response = await fetch(`${url}?query=${encodeURIComponent('mutation { noter(texte: "a") }')}`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await response.text()).toContain('MUTATION_PAR_GET');
  });

  it('a subscription', async () => {
    const response = await post({ query: 'subscription { total }' }, CURRENT);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Les abonnements (subscription) ne sont pas offerts.');
  });

  it('a parameter given twice', async () => {
    expect((await fetch(`${url}?query={total}&query={total}`)).status).toBe(400);
  });
});
