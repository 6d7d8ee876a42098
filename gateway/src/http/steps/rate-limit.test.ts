import { describe, expect, it } from 'vitest';
import { openGateway } from '../../testing/open-gateway.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../../testing/two-subgraphs.ts';
import { clientAddressOf, clientNetworkOf } from '../transport/client-address.ts';
import type { Exchange } from '../transport/exchange.ts';

it('refuses over HTTP whoever passed its share, with the time to wait', async () => {
  const gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    callers: createTwoCallers(),
    rateLimit: { units: 2, perSeconds: 60 },
    trustedProxies: 1,
  });
  const { url } = await gateway.listen(0, '127.0.0.1');
  const ask = (address: string): Promise<Response> =>
    fetch(`${url}/graphql?query={total}`, { headers: { 'x-forwarded-for': address } });
  const first = await ask('2001:db8:1:2::1');
  expect([first.status, first.headers.get('ratelimit-policy'), first.headers.get('ratelimit')]).toEqual([
    200,
    '"adresse";q=2;w=60',
    expect.stringMatching(/^"adresse";r=1;t=(29|30)$/),
  ]);
  expect((await ask('2001:db8:1:2:ffff::9')).status).toBe(200);
  const refused = await ask('2001:db8:1:2:3::4');
  expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('ratelimit')]).toEqual([
    429,
    expect.stringMatching(/^(2\d|30)$/),
    expect.stringMatching(/^"adresse";r=0;t=\d+$/),
  ]);
  expect(await refused.text()).toContain('TROP_DE_REQUETES');
  expect((await ask('2001:db8:1:3::1')).status).toBe(200);
  expect((await fetch(`${url}/health`)).status).toBe(200);
  await gateway.stop();
});

describe('the share of work of a client', () => {
  const open = (workRate: { readonly units: number; readonly perSeconds: number }) =>
    openGateway({
      supergraph: { sdl: composeTwoSubgraphs() },
      callers: createTwoCallers(),
      trustedProxies: 1,
      workRate,
      cache: { bytes: 0, share: false },
    });
  const askOf =
    (url: string) =>
    (query: string, address = '10.1.1.1'): Promise<Response> =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'x-forwarded-for': address, 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
  const wide = (count: number, name = 'a'): string =>
    `{ ${Array.from({ length: count }, (_, rank) => `${name}${rank}: total`).join(' ')} }`;

  it('is spent by what is done, said in each answer, and refused with the time to wait', async () => {
    const gateway = await open({ units: 100, perSeconds: 1_000 });
    const ask = askOf((await gateway.listen(0, '127.0.0.1')).url);
    const first = await ask(wide(5));
    expect([first.status, first.headers.get('ratelimit-policy')]).toEqual([200, '"travail";q=100;w=1000']);
    const left = Number(/^"travail";r=(\d+);t=\d+$/.exec(first.headers.get('ratelimit') ?? '')?.[1]);
    expect(left).toBeGreaterThan(50);
    expect(left).toBeLessThan(96);
    const answers: Response[] = [];
    for (let rank = 0; rank < 40; rank += 1) answers.push(await ask(wide(5, `b${rank}_`)));
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(refused?.headers.get('ratelimit')).toMatch(/^"travail";r=0;t=\d+$/);
    const { data, errors } = (await refused?.json()) as {
      data?: unknown;
      errors: { message: string; extensions: object }[];
    };
    expect([data, errors[0]?.extensions]).toEqual([
      undefined,
      expect.objectContaining({ code: 'TROP_DE_REQUETES', mesure: 'valeurs', limite: 100, retryable: true }),
    ]);
    expect(errors[0]?.message).toMatch(/100 valeurs par 1000 s ; réessayez dans \d+ s\./);
    // Others have shares of their own, and the program is nobody's client.
    expect((await ask(wide(5), '10.1.1.2')).status).toBe(200);
    expect((await gateway.execute({ query: wide(5) })).errors).toBeUndefined();
    await gateway.stop();
  });

  it('is spent by each operation run, however little it does or wrong it is', async () => {
    const gateway = await open({ units: 3, perSeconds: 3_600 });
    const ask = askOf((await gateway.listen(0, '127.0.0.1')).url);
    const statuses: number[] = [];
    for (const query of ['{ __typename }', '{ inconnu }', '{ ', '{ __typename }'])
      statuses.push((await ask(query)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    await gateway.stop();
  });

  it('lies beside that of requests', async () => {
    const gateway = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs() },
      callers: createTwoCallers(),
      rateLimit: { units: 10, perSeconds: 60 },
      workRate: { units: 1_000, perSeconds: 60 },
    });
    const { url } = await gateway.listen(0, '127.0.0.1');
    const { headers } = await fetch(`${url}/graphql?query={total}`);
    expect(headers.get('ratelimit-policy')).toBe('"adresse";q=10;w=60, "travail";q=1000;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"adresse";r=9;t=\d+, "travail";r=99\d;t=\d+$/);
    await gateway.stop();
  });
});

describe('the address of a client', () => {
  const incoming = (forwarded?: string): Exchange['incoming'] =>
    ({
      socket: { remoteAddress: '10.0.0.1' },
      headers: { 'x-forwarded-for': forwarded },
    }) as unknown as Exchange['incoming'];

  it('is that of the socket unless proxies of ours stand in front', () => {
    expect(clientAddressOf(incoming('1.2.3.4'), 0)).toBe('10.0.0.1');
    expect(clientAddressOf(incoming('9.9.9.9, 1.2.3.4'), 1)).toBe('1.2.3.4');
    expect(clientAddressOf(incoming('9.9.9.9, 1.2.3.4, 10.0.0.2'), 2)).toBe('1.2.3.4');
    expect(clientAddressOf(incoming(), 1)).toBe('10.0.0.1');
  });

  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:DB8:0:42::1', '2001:db8:0:42::/64'],
    ['2001:db8:0:42:ffff:1:2:3', '2001:db8:0:42::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['n’importe quoi', 'n’importe quoi'],
  ])('%s is of the network %s', (address, network) => {
    expect(clientNetworkOf(address)).toBe(network);
  });
});
