import { randomUUID } from 'node:crypto';
import { createClient } from '@redis/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../logger.ts';
import { openRedis } from '../redis.ts';
import type { Gateway } from '../server.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { composeVersioned, serveVersioned, type VersionedSubgraph } from '../testing/versioned-subgraph.ts';

const REDIS = process.env['PALIER_TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';

async function answers(): Promise<boolean> {
  const client = createClient({ url: REDIS, socket: { connectTimeout: 500, reconnectStrategy: false } });
  client.on('error', () => undefined);
  try {
    await client.connect();
    client.destroy();
    return true;
  } catch {
    return false;
  }
}

const hasRedis = await answers();
if (!hasRedis) process.stderr.write('No Redis answers: answers shared between gateways are not tested.\n');

describe.runIf(hasRedis)('answers kept in Redis', () => {
  let subgraph: VersionedSubgraph;
  const gateways: Gateway[] = [];
  const urls: string[] = [];
  // A graph of its own a run: what another run kept is not found.
  const mark = `# ${randomUUID()}\n`;

  beforeAll(async () => {
    subgraph = await serveVersioned();
    for (let count = 0; count < 2; count += 1) {
      const gateway = await openGateway({
        supergraph: { sdl: mark + composeVersioned(subgraph.url) },
        redisUrl: REDIS,
        logLevel: 'error',
      });
      gateways.push(gateway);
      urls.push((await gateway.listen(0, '127.0.0.1')).url);
    }
  });
  afterAll(async () => {
    await Promise.all(gateways.map((gateway) => gateway.stop()));
    await subgraph.close();
    const redis = await openRedis(REDIS, createLogger('error'));
    for await (const keys of redis.scanIterator({ MATCH: 'palier:reponse:*' })) {
      if (keys.length > 0) await redis.del(keys);
    }
    redis.destroy();
  });

  async function ask(rank: number, query = '{ valeur }') {
    const response = await fetch(`${urls[rank]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return { text: await response.text(), cache: response.headers.get('cache-status') };
  }

  const until = async (condition: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('Waited too long');
  };

  it('are given by another gateway, which did not ask, and by none once they no longer hold', async () => {
    // Both know the operation, and follow the version.
    for (const rank of [0, 1]) await until(async () => (await ask(rank)).cache === 'Palier; hit');
    subgraph.write();
    await until(async () => (await ask(0)).cache === 'Palier; hit');
    const { asked } = subgraph;
    await until(async () => (await ask(1)).cache === 'Palier; hit');
    expect((await ask(1)).text).toBe('{"data":{"valeur":1}}');
    expect(subgraph.asked).toBe(asked);
    subgraph.write();
    await until(async () => (await ask(1)).text === '{"data":{"valeur":2}}');
  });

  it('are not believed when they were tampered with', async () => {
    await until(async () => (await ask(0, '{ nom }')).cache === 'Palier; hit');
    const redis = await openRedis(REDIS, createLogger('error'));
    for await (const keys of redis.scanIterator({ MATCH: 'palier:reponse:*' })) {
      for (const key of keys) {
        const text = await redis.get(key);
        if (text?.includes('"nom"')) await redis.set(key, text.replace('compteur"}}', 'imposteur"}}'));
      }
    }
    redis.destroy();
    // The other gateway never asked it: it finds the record, and does not take it.
    await until(async () => (await ask(1, '{ nom }')).cache === 'Palier; hit');
    expect((await ask(1, '{ nom }')).text).toBe('{"data":{"nom":"compteur"}}');
  });
});

it('a gateway told to use a Redis that does not answer says so in one French line', async () => {
  const opening = openGateway({
    supergraph: { sdl: composeVersioned('http://127.0.0.1:9/graphql') },
    redisUrl: 'redis://:secret@127.0.0.1:9',
    logLevel: 'error',
  });
  await expect(opening).rejects.toThrow('Redis ne répond pas à l’adresse donnée par PALIER_REDIS_URL.');
});
