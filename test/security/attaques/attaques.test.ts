import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotLocation } from '../../house.ts';
import type { Attack, AttackRequest } from './attack.ts';
import { startAttackedGateway, type Attacked, type AttackedGateway } from './attacked-gateway.ts';
import { CORPUS, isPromised } from './corpus.ts';
import { fuzz } from './fuzz.ts';
import { openPalierGround, openWideGround, type Ground } from './grounds.ts';

/**
 * The promise is 50 ms of this machine at rest, which `npm run bench:attacks` measures. Here other tests run beside and
 * everything is run for the first time: an attack must keep within three times that, once in three tries.
 */
const BOUND_MS = 150;
const TRIES = 3;
const FUZZED = 150;
const SEED = 20_261_122;

const GROUNDS = [
  {
    name: 'Palier, limits on',
    open: () => openPalierGround(snapshotLocation()),
    env: { PALIER_LIMITS: '1' },
  },
  { name: 'the wide graph, limits on', open: openWideGround, env: { PALIER_LIMITS: '1' } },
  { name: 'the wide graph, no limits', open: openWideGround, env: { PALIER_PLANNING_TIMEOUT_MS: '400' } },
] as const;

describe.each(GROUNDS)('an attack on $name', ({ open, env }) => {
  let ground: Ground;
  let gateway: AttackedGateway;
  beforeAll(async () => {
    ground = await open();
    gateway = await startAttackedGateway({ ...ground, env });
  });
  afterAll(async () => {
    await gateway.stop();
    await ground.close();
  });

  /** Never the same text twice: what is known would be answered from memory. */
  async function attackUntilShort(request: AttackRequest): Promise<readonly Attacked[]> {
    const done: Attacked[] = [];
    for (let tries = 0; tries < TRIES; tries += 1) {
      const query = tries === 0 ? request.query : `${request.query}\n#${tries}`;
      const attacked = await gateway.send({ ...request, query });
      done.push(attacked);
      if (attacked.longestTurnMs < BOUND_MS) break;
    }
    return done;
  }

  async function expectHarmless(name: string, request: AttackRequest): Promise<void> {
    const done = await attackUntilShort(request);
    const faults = done.filter(({ status, said }) => status >= 500 || said.includes('ERREUR_INTERNE'));
    expect({ name, faults }).toEqual({ name, faults: [] });
    expect(Math.min(...done.map(({ longestTurnMs }) => longestTurnMs)), name).toBeLessThan(BOUND_MS);
  }

  it.each(CORPUS)('never holds the loop: $name', { timeout: 300_000 }, async ({ attacks }) => {
    for (const attack of attacks.filter(isPromised)) await expectHarmless(attack.name, write(attack));
    expect((await gateway.send({ query: '{ __typename }' })).said).toBe('données');
  });

  it(`never holds the loop: ${FUZZED} questions at random`, { timeout: 300_000 }, async () => {
    const questions = fuzz(SEED, ground.terrain.schema);
    for (let rank = 0; rank < FUZZED; rank += 1) {
      const { value } = questions.next();
      await expectHarmless(`at random, ${SEED}, ${rank}`, value as AttackRequest);
    }
    expect((await gateway.send({ query: '{ __typename }' })).said).toBe('données');
  });

  const write = (attack: Attack): AttackRequest => attack.write(ground.terrain);
});
