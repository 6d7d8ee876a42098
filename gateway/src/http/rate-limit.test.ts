import { describe, expect, it } from 'vitest';
import { openGateway } from '../testing/open-gateway.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../testing/two-subgraphs.ts';
import { clientAddressOf, clientNetworkOf } from './client-address.ts';
import type { Exchange } from './exchange.ts';

it('refuses over HTTP whoever passed its share, with the time to wait', async () => {
  const gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    callers: createTwoCallers(),
    rateLimit: { requests: 2, perSeconds: 60 },
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
