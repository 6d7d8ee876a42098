import { describe, expect, it, vi } from 'vitest';
import type { EngineError } from '../errors/engine-error.ts';
import { LoopTurns } from './loop-turns.ts';
import { DEFAULT_WORK, Workplace, type Work } from './work.ts';

const place = (limits: Partial<typeof DEFAULT_WORK> = {}): Workplace =>
  new Workplace({ ...DEFAULT_WORK, ...limits }, new LoopTurns(1_000));

function refusalOf(act: () => unknown): EngineError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error as EngineError;
  }
}

const spendTo = (work: Work, values: number): void => {
  while (work.values < values) work.spend(100);
};

describe('the work of one operation', () => {
  it.each([1, 600, 5_000, 250_000])('is refused at the first value past %i, and for good', (values) => {
    const work = place({ values }).open();
    for (let done = 0; done < values; done += 1) work.spend(1);
    const refusal = refusalOf(() => work.spend(1));
    expect(refusal?.extensions).toEqual({
      code: 'TRAVAIL_EXCESSIF',
      mesure: 'valeurs',
      limite: values,
      compte: values + 1,
      remede: expect.stringContaining('par pages'),
    });
    expect(refusal?.message).toContain(`plus de ${values} valeurs`);
    expect([refusalOf(() => work.spend(0)), work.refusal]).toEqual([refusal, refusal]);
  });

  it.each([10, 2_000, 30_000])('is refused once it has lasted more than %i ms', (timeMs) => {
    let now = 1_000;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    const work = place({ timeMs }).open();
    now += timeMs;
    spendTo(work, 2_000);
    now += 1;
    const refusal = refusalOf(() => spendTo(work, 4_000));
    clock.mockRestore();
    expect(refusal?.extensions).toMatchObject({
      mesure: 'millisecondes',
      limite: timeMs,
      compte: timeMs + 1,
    });
  });

  it('has the time of its size', () => {
    let now = 1_000;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    const [work, another] = [place({ timeMs: 10 }).open(3), place({ timeMs: 10 }).open()];
    now += 30;
    spendTo(work, 2_000);
    expect(refusalOf(() => spendTo(another, 2_000))?.extensions).toMatchObject({ limite: 10 });
    now += 1;
    const refusal = refusalOf(() => spendTo(work, 4_000));
    clock.mockRestore();
    expect(refusal?.extensions).toMatchObject({ mesure: 'millisecondes', limite: 30 });
  });

  it('holds its share of what all may hold, until it ends', () => {
    const all = place({ valuesAtOnce: 20_000 });
    const [first, second, small] = [all.open(), all.open(), all.open()];
    spendTo(first, 20_000);
    const refusal = refusalOf(() => spendTo(second, 20_000));
    expect(refusal?.extensions).toEqual({ code: 'PASSERELLE_OCCUPEE', retryable: true });
    // Who asks little is answered all the same.
    spendTo(small, 5_000);
    for (const work of [first, second, small]) work.end();
    expect(all.held).toBe(0);
    spendTo(all.open(), 20_000);
  });
});

it.each([6_000, 100_000])(
  'what goes on below an operation that has ended holds nothing: %i values',
  (values) => {
    const all = place({ valuesAtOnce: 200_000 });
    const [left, other] = [all.open(), all.open()];
    spendTo(left, values);
    expect(all.held).toBeGreaterThan(0);
    left.end();
    spendTo(left, values * 2);
    expect(all.held).toBe(0);
    left.end();
    spendTo(other, 200_000);
    other.end();
    expect(all.held).toBe(0);
  },
);

describe('the turns of the loop', () => {
  it('are shared by all, in the order they came', async () => {
    const turns = new LoopTurns(10);
    const order: string[] = [];
    const work = async (name: string): Promise<void> => {
      for (let step = 0; step < 3; step += 1) {
        turns.spend(10);
        order.push(name);
        if (turns.isOver()) await turns.next();
      }
    };
    await Promise.all([work('a'), work('b'), work('c')]);
    expect(order.join('')).toBe('abcabcabc');
  });

  it.each([1, 7, 40])('are as many as there are slices to do: %i', async (slices) => {
    const turns = new LoopTurns(100);
    let isDone = false;
    let others = 0;
    const other = (): void => {
      others += 1;
      if (!isDone) setImmediate(other);
    };
    setImmediate(other);
    for (let slice = 0; slice < slices; slice += 1) {
      turns.spend(100);
      await turns.next();
    }
    isDone = true;
    expect(others).toBeGreaterThanOrEqual(slices);
  });

  it('let go together those that have little left to do', async () => {
    const turns = new LoopTurns(100);
    turns.spend(100);
    let loops = 0;
    const count = (): void => {
      loops += 1;
      setImmediate(count);
    };
    const counting = setImmediate(count);
    await Promise.all(Array.from({ length: 1_000 }, () => turns.next().then(() => turns.spend(1))));
    clearImmediate(counting);
    expect(loops).toBeGreaterThanOrEqual(9);
    expect(loops).toBeLessThan(30);
  });
});
