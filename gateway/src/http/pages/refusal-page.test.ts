import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway } from '../../server.ts';
import type { Mount } from '../mounts/mount.ts';
import { openGateway } from '../../testing/open-gateway.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../../testing/two-subgraphs.ts';

const SUPERGRAPH = { supergraph: { sdl: composeTwoSubgraphs() }, callers: createTwoCallers() };

let gateway: Gateway;
let url: string;
beforeAll(async () => {
  gateway = await openGateway({ ...SUPERGRAPH, corsOrigins: ['https://a.exemple'] });
  ({ url } = await gateway.listen(0, '127.0.0.1'));
});
afterAll(() => gateway.stop());

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

const CHROMIUM =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7';
const LYNX = 'text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01';

describe('a refusal', () => {
  it.each([
    ['Chromium', CHROMIUM],
    ['Firefox', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
    ['Internet Explorer', 'text/html, application/xhtml+xml, */*'],
    ['Lynx', LYNX],
    ['whoever asks for pages alone', 'text/html'],
    ['whoever likes pages best', 'application/json;q=0.5, text/html;q=0.9, */*;q=0.1'],
  ])('is a page to %s', async (_, accept) => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await fetch(`${url}/rien`, { method, headers: { accept } });
      expect([status, headers.get('content-type')]).toEqual([404, HTML]);
    }
  });

  it.each([
    ['whoever takes all', '*/*'],
    ['whoever says nothing of it', ''],
    ['Java', 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2'],
    ['who likes CSV better', 'text/csv, text/html;q=0.1'],
    ['who likes all else better', '*/*, text/html;q=0.1'],
    ['who names JSON first', 'application/json, text/html'],
    ['who names CSV first', 'text/csv, text/html, application/xhtml+xml'],
    ['a client of the graph', 'application/graphql-response+json, text/html;q=0.5'],
    [
      'who likes workbooks better',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, text/html;q=0.3',
    ],
    ['who takes any text', 'text/*'],
    ['who wants no page', 'text/html;q=0'],
  ])('is JSON to %s', async (_, accept) => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await fetch(`${url}/q/x.csv`, { method, headers: { accept } });
      expect([status, headers.get('content-type')]).toEqual([404, JSON_TYPE]);
    }
  });

  it.each([
    ['a page', CHROMIUM, 'Origin, Accept, Accept-Encoding'],
    ['JSON', '*/*', 'Origin, Accept'],
  ])('says what its form differs by, and is kept by nobody: %s', async (_, accept, vary) => {
    const { headers } = await fetch(`${url}/rien`, { headers: { accept } });
    expect([headers.get('vary'), headers.get('cache-control')]).toEqual([vary, 'no-store']);
  });
});

describe('to whoever floods', () => {
  it('is JSON, whatever they like best', async () => {
    const flooded = await openGateway({ ...SUPERGRAPH, rateLimit: { units: 1, perSeconds: 60 } });
    const { url: floodedUrl } = await flooded.listen(0, '127.0.0.1');
    const ask = (): Promise<Response> => fetch(`${floodedUrl}/rien`, { headers: { accept: CHROMIUM } });
    expect((await ask()).status).toBe(404);
    const { status, headers } = await ask();
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      429,
      JSON_TYPE,
      'no-store',
    ]);
    expect(headers.get('content-encoding')).toBeNull();
    expect(headers.get('retry-after')).toMatch(/^\d+$/);
    await flooded.stop();
  });
});

describe('where only a contract is open', () => {
  const { supergraphSdl: sdl = '' } = composeServices([
    {
      name: 'regions',
      typeDefs: parse(
        `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
        type Query { panne: String  secret: Int @tag(name: "interne") }`,
      ),
    },
  ]);
  const mount = (path: string, shown: NonNullable<Mount['shown']>): Mount => ({
    path,
    method: 'GET',
    reach: 'BELOW_AND_CONTRACTS',
    shown,
    answer: () => Promise.resolve({ status: 200, headers: { 'content-type': HTML }, body: '<p>' }),
  });
  let closed: Gateway;
  let closedUrl: string;
  beforeAll(async () => {
    closed = await openGateway({
      ...SUPERGRAPH,
      supergraph: { sdl },
      fullGraph: 'AUTHENTICATED',
      contracts: [{ name: 'public', filter: { exclude: ['interne'] } }],
      mounts: [
        mount('/faits', { link: 'Faits' }),
        mount('/recherche', { search: { label: 'Chercher', placeholder: '' } }),
      ],
    });
    ({ url: closedUrl } = await closed.listen(0, '127.0.0.1'));
  });
  afterAll(() => closed.stop());
  const open = (path: string): Promise<Response> =>
    fetch(`${closedUrl}${path}`, { headers: { accept: CHROMIUM } });

  it.each([
    ['/', 200],
    ['/etat', 200],
    ['/rien', 404],
    ['/faits', 401],
    ['/public/rien', 404],
  ])('all that %s leads to is there', async (path, status) => {
    const answer = await open(path);
    const html = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, HTML]);
    const [header = ''] = /<header.*<\/header>/s.exec(html) ?? [];
    const led = [...header.matchAll(/ (?:href|action)="([^"]+)"/g)].map(([, link = '']) => link);
    expect(led).toContain('/public/faits');
    expect(led).toContain('/public/recherche');
    for (const link of led) expect([link, (await open(link)).status]).toEqual([link, 200]);
  });
});
