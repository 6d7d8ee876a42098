import { describe, expect, it } from 'vitest';
import type { Refusal } from '../errors.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../testing/two-subgraphs.ts';
import type { Exchange } from './exchange.ts';
import { clientAddressOf, useRateLimit } from './rate-limit.ts';

describe('the share of each client', () => {
  it('is granted again drop by drop', () => {
    let time = 0;
    const step = useRateLimit({ requests: 2, perSeconds: 10 }, () => time);
    const ask = (client: string): unknown => {
      try {
        return step({ client, method: 'POST' } as Exchange);
      } catch (error) {
        return (error as Refusal).extensions['retryAfter'];
      }
    };
    expect([ask('a'), ask('a'), ask('a'), ask('b')]).toEqual([undefined, undefined, 5, undefined]);
    time = 5_000;
    expect([ask('a'), ask('a')]).toEqual([undefined, 5]);
  });

  it('is refused over HTTP with the time to wait', async () => {
    const gateway = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs() },
      callers: createTwoCallers(),
      rateLimit: { requests: 1, perSeconds: 60 },
    });
    const { url } = await gateway.listen(0, '127.0.0.1');
    const ask = (): Promise<Response> => fetch(`${url}/graphql?query={total}`);
    expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.text()).toContain('TROP_DE_REQUETES');
    expect((await fetch(`${url}/health`)).status).toBe(200);
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
});
