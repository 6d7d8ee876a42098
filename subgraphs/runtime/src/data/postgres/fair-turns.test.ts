import type { Asker } from '@palier/calls/asker';
import { expect, it } from 'vitest';
import { NobodyWaits } from '../../base/errors.ts';
import { FairTurns } from './fair-turns.ts';

const asker = (): { -readonly [Name in keyof Asker]: Asker[Name] } => ({
  operation: {},
  isGone: false,
  leftMs: 1_000,
});

/** Each statement is done as soon as it is let through: their order is told. */
async function orderOf(asked: readonly (readonly [string, Asker | undefined])[], turns = new FairTurns(1)) {
  const order: string[] = [];
  const held = turns.enter(undefined);
  const all = asked.map(async ([name, one]) => {
    await turns.enter(one);
    order.push(name);
    turns.leave();
  });
  await held;
  turns.leave();
  const ends = await Promise.allSettled(all);
  return { order, refused: ends.filter(({ status }) => status === 'rejected').length };
}

it('operations take turns, one statement each, and each has its own in their order', async () => {
  const [one, other] = [asker(), asker()];
  const { order } = await orderOf([
    ['a1', one],
    ['a2', one],
    ['a3', one],
    ['b1', other],
    ['act', undefined],
    ['b2', other],
  ]);
  expect(order).toEqual(['a1', 'b1', 'act', 'a2', 'b2', 'a3']);
});

it('what nobody waits for any more is not done, and takes no turn', async () => {
  const [one, other] = [asker(), asker()];
  one.isGone = true;
  const turns = new FairTurns(1);
  expect(() => turns.enter(one)).toThrow(
    expect.objectContaining({ extensions: { code: 'BASE_INDISPONIBLE', retryable: true } }),
  );
  one.isGone = false;
  const asked = [
    ['a1', one],
    ['a2', one],
    ['b1', other],
  ] as const;
  const leaving = orderOf(asked, turns);
  one.isGone = true;
  expect(await leaving).toEqual({ order: ['b1'], refused: 2 });
});

it('whoever leaves while nobody else does waits no longer', async () => {
  const turns = new FairTurns(1);
  const [leaving, staying] = [asker(), asker()];
  expect(turns.enter(undefined)).toBeUndefined();
  const [left, stayed] = [turns.enter(leaving), turns.enter(staying)];
  leaving.isGone = true;
  await expect(left).rejects.toThrow(NobodyWaits);
  turns.leave();
  await expect(stayed).resolves.toBeUndefined();
});

it('nobody waits for those who stand still', async () => {
  const turns = new FairTurns(1, 1);
  expect(turns.enter(asker())).toBeUndefined();
  const refusal = expect.objectContaining({ extensions: { code: 'BASE_INDISPONIBLE', retryable: true } });
  await Promise.all([asker(), undefined].map((one) => expect(turns.enter(one)).rejects.toEqual(refusal)));
  // It moves again.
  turns.leave();
  expect(turns.enter(asker())).toBeUndefined();
});

it('nor for those who are let in, and can do nothing there', async () => {
  const turns = new FairTurns(1, 600);
  expect(turns.enter(undefined)).toBeUndefined();
  const [second, third] = [turns.enter(undefined), turns.enter(undefined)];
  turns.leave(false);
  await second;
  await expect(third).rejects.toMatchObject({ extensions: { code: 'BASE_INDISPONIBLE' } });
});

it('lets no more through at once than there are connections', async () => {
  const turns = new FairTurns(2);
  expect([turns.enter(asker()), turns.enter(undefined)]).toEqual([undefined, undefined]);
  let entered = false;
  const third = turns.enter(asker())?.then(() => (entered = true));
  await Promise.resolve();
  expect(entered).toBe(false);
  turns.leave();
  expect(await third).toBe(true);
});
