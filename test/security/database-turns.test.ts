import type { Gateway } from '@palier/gateway';
import type { House } from '@palier/start/open-house';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openOwnHouse } from '../house.ts';

const MANY = 30;
/** Thirty counts, no two alike: each looks at all the measures. No limit is set here: what is shown holds for what limits let through. */
const askMany = (verdict: string): string =>
  `{ ${Array.from({ length: MANY }, (_, index) => {
    const periode = `2025-2026-P${String(1 + (index % 10)).padStart(2, '0')}`;
    const region = `0${1 + Math.floor(index / 10)}`;
    return `a${index}: mesures(verdict: ${verdict}, periodeA: "${periode}", region: "${region}") { totalCount }`;
  }).join(' ')} }`;
const TERRITOIRE = `query($code: ID!) { territoireClsc(code: $code) { nom mesures(first: 1) { nodes { id valeur } } } }`;
const isOfMany = (text: string): boolean => text.includes('count(*) as "count"');

const PATIENT_MS = 60_000;
const HASTY_MS = 2_000;

let patient: House;
let hasty: House;
beforeAll(async () => {
  const open = (subgraphTimeoutMs: number): Promise<House> => openOwnHouse({ limits: {}, subgraphTimeoutMs });
  [patient, hasty] = await Promise.all([open(PATIENT_MS), open(HASTY_MS)]);
  // Its plan is ready: what is counted is what stands before its statements.
  await askTerritoire(patient.gateway);
});
afterAll(() => Promise.all([patient.close(), hasty.close()]));

let asked = 0;
beforeEach(() => void (asked += 1));

/** Another client, who asks what nobody has asked before. */
const askTerritoire = (gateway: Gateway) =>
  gateway.execute({ query: TERRITOIRE, variables: { code: CODES[asked] } });
const CODES = ['01141', '06112', '06111', '01111'];

/** Statements of the thirty that were run from now on, until `work` has ended. */
async function runMeanwhile(house: House, work: () => Promise<unknown>): Promise<number> {
  let run = 0;
  const stop = house.database.onStatement((text) => void (run += isOfMany(text) ? 1 : 0));
  await work().finally(stop);
  return run;
}

const firstOfMany = (house: House): Promise<void> =>
  new Promise((resolve) => {
    const stop = house.database.onStatement((text) => {
      if (!isOfMany(text)) return;
      stop();
      resolve();
    });
  });

/** Takes the turn of another at the only connection: nothing more is run until it is let go. */
async function hold(house: House): Promise<() => Promise<unknown>> {
  const transaction = await house.database.kysely.startTransaction().execute();
  return () => transaction.rollback().execute();
}

/** Since others take turns with each of these, whatever still stood in line is run by their end. */
async function outlast({ database }: House): Promise<void> {
  for (let turn = 0; turn < 2 * MANY; turn++) await database.ping();
}

it('another client is answered while thirty long statements of one operation wait', async () => {
  const { gateway } = patient;
  const begun = firstOfMany(patient);
  let hasEnded = false;
  const many = gateway.execute({ query: askMany('CONFORME') }).finally(() => (hasEnded = true));
  await begun;
  const between = await runMeanwhile(patient, async () => {
    const { data, errors } = await askTerritoire(gateway);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ territoireClsc: { mesures: { nodes: [{ valeur: expect.anything() }] } } });
  });
  expect(hasEnded).toBe(false);
  // One before each of its own; and those that are run while the loop is at what others have read.
  expect(between).toBeLessThan(MANY / 3);
  const { errors } = await many;
  expect(errors).toBeUndefined();
});

it('what an operation still asks once its time is over is not run', async () => {
  const { gateway } = hasty;
  const run = await runMeanwhile(hasty, async () => {
    const letGo = await hold(hasty);
    const { errors } = await gateway.execute({ query: askMany('CONFORME') });
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toContain('DELAI_DEPASSE');
    await letGo();
    expect((await askTerritoire(gateway)).errors).toBeUndefined();
    await outlast(hasty);
  });
  expect(run).toBe(0);
});

it('what a client who is gone has asked is not run', async () => {
  const { url } = await patient.gateway.listen(0, '127.0.0.1');
  const leave = new AbortController();
  const run = await runMeanwhile(patient, async () => {
    const begun = firstOfMany(patient);
    const body = JSON.stringify({ query: askMany('INDETERMINE') });
    const answer = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: leave.signal,
    });
    await begun;
    const letGo = await hold(patient);
    leave.abort();
    await expect(answer).rejects.toThrow();
    // Whoever comes after is heard after: by then the gateway knows that the first has left.
    await fetch(`${url}/health/live`);
    await letGo();
    expect((await askTerritoire(patient.gateway)).errors).toBeUndefined();
    await outlast(patient);
  });
  expect(run).toBeLessThan(MANY / 2);
});
