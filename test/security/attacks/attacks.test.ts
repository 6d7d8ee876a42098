import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../program.ts';
import type { AttackRequest } from './attack.ts';
import { startAttackedGateway, type AttackedGateway } from './attacked-gateway.ts';
import { CORPUS } from './corpus.ts';
import { fuzz } from './fuzz.ts';
import { openWholeGround, openWideGround, type Ground } from './grounds.ts';
import { SMALL_PROCESS } from './small-process.ts';

const FUZZED = 150;
const SEED = 20_261_122;
const MOST_MIB = 512;

const GROUNDS = [
  {
    name: 'the whole of Palier, in a small process',
    open: openWholeGround,
    ...SMALL_PROCESS,
    normal: ['{ territoireClsc(code: "06112") { code } }', { territoireClsc: { code: '06112' } }],
  },
  { name: 'the wide graph, limits on', open: openWideGround, env: { PALIER_LIMITS: '1' } },
  { name: 'the wide graph, no limits', open: openWideGround, env: { PALIER_PLANNING_TIMEOUT_MS: '400' } },
] as const;

/** How long it holds the loop is a measure: `npm run bench:attacks` fails where it is longer than promised. */
describe.each(GROUNDS)('an attack on $name', (where) => {
  const [question, answer] = 'normal' in where ? where.normal : ['{ __typename }', { __typename: 'Query' }];
  let ground: Ground;
  let gateway: AttackedGateway;
  beforeAll(async () => {
    ground = await where.open();
    const nodeOptions = 'nodeOptions' in where ? where.nodeOptions : [];
    gateway = await startAttackedGateway({ ...ground, nodeOptions, env: { ...ground.env, ...where.env } });
  });
  afterAll(async () => {
    await gateway.stop();
    await ground.close();
  });

  async function expectOthersAnswered(): Promise<void> {
    const health = await fetch(new URL('/health', gateway.url));
    expect(health.status).toBe(200);
    expect(await ask(new URL('/', gateway.url).origin, question)).toEqual(answer);
  }

  async function expectHarmless(name: string, request: AttackRequest): Promise<void> {
    const [{ status, said }] = await Promise.all([gateway.send(request), expectOthersAnswered()]);
    const isFault = status >= 500 || said.includes('ERREUR_INTERNE');
    expect({ name, isFault }, said).toEqual({ name, isFault: false });
  }

  it.each(CORPUS)('is harmless to the others, meanwhile and after: $name', async ({ attacks }) => {
    for (const attack of attacks) await expectHarmless(attack.name, attack.write(ground.terrain));
    await expectOthersAnswered();
  });

  it('is harmless when its question is small and its answer long', async () => {
    for (const { attacks } of ground.classes ?? [])
      for (const attack of attacks) await expectHarmless(attack.name, attack.write(ground.terrain));
    await expectOthersAnswered();
  });

  it(`is harmless at random, ${FUZZED} times`, async () => {
    const questions = fuzz(SEED, ground.terrain.schema);
    for (let rank = 0; rank < FUZZED; rank += 1) {
      const { value } = questions.next();
      await expectHarmless(`at random, ${SEED}, ${rank}`, value as AttackRequest);
    }
    await expectOthersAnswered();
  });

  it.runIf('nodeOptions' in where)(`has never taken more than ${MOST_MIB} MiB`, async () => {
    const most = await gateway.mostMemory();
    expect(most).toBeGreaterThan(100);
    expect(most).toBeLessThan(MOST_MIB);
  });
});
