import { setTimeout as wait } from 'node:timers/promises';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLogger } from '../base/logger.ts';
import { serve, type TestServer } from '../testing/subgraph-servers.ts';
import { createRemoteKeys } from './remote-keys.ts';

interface Pair {
  readonly jwk: object;
  readonly token: string;
}

let published: readonly object[] = [];
let asked = 0;
let server: TestServer;
beforeEach(async () => {
  asked = 0;
  server = await serve((_request, response) => {
    asked += 1;
    response.end(JSON.stringify({ keys: published }));
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
});

async function makePair(kid: string): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const token = await new SignJWT({ sub: kid }).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
  return { jwk: { ...(await exportJWK(publicKey)), kid }, token };
}

it('asks at once for the key of a token that it does not know, but not again and again', async () => {
  const [first, second, third] = await Promise.all(['a', 'b', 'c'].map(makePair));
  published = [first!.jwk];
  const keys = createRemoteKeys(new URL(server.url), {
    refreshMs: 60_000,
    cooldownMs: 200,
    logger: createLogger('error'),
  });
  const subjectOf = async ({ token }: Pair): Promise<string | undefined> =>
    (await jwtVerify(token, keys.find)).payload.sub;
  expect(await subjectOf(first!)).toBe('a');
  const version = keys.version();
  published = [second!.jwk];
  await expect(subjectOf(second!)).rejects.toThrow(/no applicable key/);
  expect([asked, keys.version()]).toEqual([1, version]);
  await wait(250);
  expect(await subjectOf(second!)).toBe('b');
  // The former keys are gone together with what was verified with them.
  expect(keys.version()).not.toBe(version);
  await expect(subjectOf(first!)).rejects.toThrow(/no applicable key/);
  await expect(subjectOf(third!)).rejects.toThrow(/no applicable key/);
  expect(asked).toBe(2);
});

it('keeps its version when the same keys are published again', async () => {
  const { jwk, token } = await makePair('a');
  published = [jwk];
  const keys = createRemoteKeys(new URL(server.url), { refreshMs: 300, logger: createLogger('error') });
  await jwtVerify(token, keys.find);
  await expect.poll(() => keys.version()).toBe(1);
  // Each look at the version asks again for keys that are old enough.
  await expect
    .poll(() => {
      keys.version();
      return asked;
    })
    .toBeGreaterThan(2);
  await expect.poll(() => keys.version()).toBe(1);
});

it('are asked again, and given up, as soon when the clock of the machine is set back', async () => {
  const { jwk, token } = await makePair('a');
  published = [jwk];
  const keys = createRemoteKeys(new URL(server.url), { refreshMs: 100, logger: createLogger('error') });
  await jwtVerify(token, keys.find);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() - 3_600_000);
  const before = asked;
  await expect.poll(() => [keys.version(), asked > before]).toEqual([1, true]);
  vi.setSystemTime(Date.now() - 3_600_000);
  await server.close();
  await expect.poll(() => keys.version()).toBeUndefined();
  await expect(jwtVerify(token, keys.find)).rejects.toThrow('The keys cannot be known');
});
