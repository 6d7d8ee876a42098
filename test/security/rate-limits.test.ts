import { randomBytes } from 'node:crypto';
import { isRedisHere } from '@palier/gateway/testing/redis-proxy';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { makeKey, openIssuer, sign, type Issuer } from './issuer.ts';
import { bearer, openProtectedGateway, trust, type ProtectedGateway } from './protected-gateway.ts';

let issuer: Issuer;
beforeAll(async () => {
  issuer = await openIssuer();
});
afterAll(() => issuer.close());

const open = (redisUrl?: string): Promise<ProtectedGateway> =>
  openProtectedGateway({
    identity: trust(issuer),
    rateLimit: { units: 3, perSeconds: 600 },
    trustedProxies: 1,
    redisUrl,
  });

/** A network nobody else asks from. */
const someAddress = (): string =>
  `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`;
const someSubject = (): string => `sujet-${randomBytes(8).toString('hex')}`;

it('is one share for a caller who is known, from wherever, and for what is unknown of one address', async () => {
  const gateway = await open();
  const ana = bearer(await sign(issuer.key, { claims: { sub: someSubject() } }));
  const office = someAddress();
  const ask = async (headers: Readonly<Record<string, string>>, address: string): Promise<number> =>
    (await gateway.ask('{ open }', { ...headers, 'x-forwarded-for': address })).status;
  // Met for the first time, the token is its address's.
  expect(await ask(ana, office)).toBe(200);
  const statuses = [await ask(ana, someAddress()), await ask(ana, someAddress()), await ask(ana, office)];
  expect(statuses).toEqual([200, 200, 200]);
  expect(await ask(ana, someAddress())).toBe(429);
  // The share of the address is another: two are left of it.
  expect([await ask({}, office), await ask({}, office), await ask({}, office)]).toEqual([200, 200, 429]);
  await gateway.gateway.stop();
});

it('bounds a flood of bad tokens before they are verified, and bars nobody who was known', async () => {
  const gateway = await open();
  const office = someAddress();
  const good = bearer(await sign(issuer.key, { claims: { sub: someSubject() } }));
  const ask = async (headers: Readonly<Record<string, string>>): Promise<number> =>
    (await gateway.ask('{ open }', { ...headers, 'x-forwarded-for': office })).status;
  expect(await ask(good)).toBe(200);
  const stranger = await makeKey('ec');
  const statuses: number[] = [];
  for (let rank = 0; rank < 6; rank += 1)
    statuses.push(await ask(bearer(await sign(stranger, { claims: { sub: `pirate-${rank}` } }))));
  expect(statuses).toEqual([401, 401, 429, 429, 429, 429]);
  expect(await ask(good)).toBe(200);
  await gateway.gateway.stop();
});

it.skipIf(!(await isRedisHere()))(
  'is one share at two gateways of one Redis (skipped when it is away)',
  async () => {
    // A gateway gives up on a slow Redis: here it has all its time.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const gateways = await Promise.all([1, 2].map(() => open('redis://127.0.0.1:6379')));
    const token = bearer(await sign(issuer.key, { claims: { sub: someSubject() } }));
    const ask = async (
      gateway: ProtectedGateway,
      headers: Readonly<Record<string, string>>,
    ): Promise<number> => (await gateway.ask('{ open }', headers)).status;
    const [first, second] = gateways as [ProtectedGateway, ProtectedGateway];
    // Verified once at each, from an address of its own.
    for (const gateway of gateways)
      expect(await ask(gateway, { ...token, 'x-forwarded-for': someAddress() })).toBe(200);
    const address = someAddress();
    const known = { ...token, 'x-forwarded-for': address };
    const statuses = [await ask(first, known), await ask(second, known), await ask(first, known)];
    expect(statuses).toEqual([200, 200, 200]);
    expect([await ask(second, known), await ask(first, known)]).toEqual([429, 429]);
    const anonymous = { 'x-forwarded-for': address };
    const others = [first, second, first, second];
    const answers: number[] = [];
    for (const gateway of others) answers.push(await ask(gateway, anonymous));
    expect(answers).toEqual([200, 200, 200, 429]);
    await Promise.all(gateways.map(({ gateway }) => gateway.stop()));
  },
);
