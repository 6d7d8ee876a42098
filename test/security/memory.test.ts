import { MEMORY } from '@palier/federation/memory/memory-budget';
import { OPEN_NETWORK_LIMITS } from '@palier/gateway/guard/limits';
import { openHouse, type House } from '@palier/start/open-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotLocation } from '../house.ts';
import { startAttackedGateway, type AttackedGateway } from './attacks/attacked-gateway.ts';
import { openPalierGround, type Ground } from './attacks/grounds.ts';
import { FLOODS } from './floods.ts';

const MIB = 2 ** 20;

describe('what the whole of Palier keeps', () => {
  const BUDGET = 4 * MIB;
  let house: House;
  let url = '';
  beforeAll(async () => {
    const data = { demonstration: 'CHARGEE' } as const;
    const limits = { ...OPEN_NETWORK_LIMITS, aliases: 30 };
    const settings = { logLevel: 'error', memoryBytes: BUDGET, limits } as const;
    house = await openHouse({ location: snapshotLocation(), data, ...settings });
    url = `${(await house.gateway.listen(0, '127.0.0.1')).url}/graphql`;
  });
  afterAll(() => house.close());

  it.each(FLOODS)('is within its budget, whatever it is asked: %s', async (_, write) => {
    let most = 0;
    for (let rank = 0; rank < 100; rank += 1) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(write(rank)),
      });
      await answer.arrayBuffer();
      expect(answer.status).toBeLessThan(500);
      most = Math.max(most, MEMORY.bytes);
    }
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(BUDGET);
  });

  it('fills it, and answers still', async () => {
    expect(MEMORY.bytes).toBeGreaterThan(BUDGET / 2);
    expect(await house.gateway.execute({ query: '{ regions { code } }' })).toMatchObject({
      data: { regions: { length: 18 } },
    });
  });
});

describe('what a gateway alone keeps, in a small process', () => {
  const BUDGET = 12 * MIB;
  let ground: Ground;
  let gateway: AttackedGateway;
  beforeAll(async () => {
    ground = await openPalierGround(snapshotLocation());
    gateway = await startAttackedGateway({
      ...ground,
      nodeOptions: ['--expose-gc', '--max-old-space-size=160'],
      env: { PALIER_LIMITS: '1', PALIER_METRICS: '1', PALIER_MEMORY_BYTES: String(BUDGET) },
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await ground.close();
  });

  const readKept = async (): Promise<number> => {
    const text = await (await fetch(new URL('/metrics', gateway.url))).text();
    return Number(/^palier_gateway_kept_bytes (\S+)$/m.exec(text)?.[1]);
  };

  it('takes no more of its heap than it counts', async () => {
    for (const [, write] of FLOODS) await gateway.send(write(1_000_000));
    const before = { heap: await gateway.heap(), kept: await readKept() };
    for (let rank = 0; rank < 60; rank += 1) {
      for (const [, write] of FLOODS) await gateway.send(write(rank));
      if (rank % 10 === 0) expect(await readKept()).toBeLessThanOrEqual(BUDGET);
    }
    const kept = await readKept();
    expect(kept).toBeLessThanOrEqual(BUDGET);
    expect(kept).toBeGreaterThan(0.9 * BUDGET);
    // Some of what grows is not kept: code that the engine compiled, figures, connections.
    expect((await gateway.heap()) - before.heap).toBeLessThan(kept - before.kept + 16 * MIB);
  });
});
