import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PostgresThread, startPostgresThread } from './postgres-thread.ts';

const series = (count: number): string =>
  `select n, n::text || ' é' as texte, n % 2 = 0 as pair, null as rien from generate_series(1, ${count}) n order by n`;
const rowsOf = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => {
    const n = index + 1;
    return { n, texte: `${n} é`, pair: n % 2 === 0, rien: null };
  });

describe('an embedded Postgres on its thread', { timeout: 240_000 }, () => {
  let engine: PostgresThread;
  beforeAll(async () => {
    engine = await start();
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => engine.close());
  const start = (): Promise<PostgresThread> => startPostgresThread({ files: undefined, birth: 'EMPTY' });
  const ask = async (sql: string, thread = engine): Promise<unknown[]> =>
    (await thread.perform({ kind: 'query', sql, parameters: [] })).rows;

  /** Rows of each message that comes from the thread, from now on. */
  function watchMessages(): readonly number[] {
    const counts: number[] = [];
    const { emit } = Worker.prototype;
    vi.spyOn(Worker.prototype, 'emit').mockImplementation(function (this: Worker, ...event: unknown[]) {
      const message = event[1] as { rows?: unknown[]; result?: { rows: unknown[] } } | undefined;
      const rows = event[0] === 'message' ? (message?.rows ?? message?.result?.rows) : undefined;
      if (rows) counts.push(rows.length);
      return emit.apply(this, event as Parameters<typeof emit>);
    });
    return counts;
  }

  it.each([0, 1, 1_600, 1_601, 30_000])('gives %i rows whole, in their order', async (count) => {
    expect(await ask(series(count))).toEqual(rowsOf(count));
  });

  it('brings many rows in messages of some thousand values, and few in one', async () => {
    const messages = watchMessages();
    await ask(series(500));
    expect(messages).toEqual([500]);
    await ask(series(30_000));
    expect(Math.max(...messages)).toBeLessThanOrEqual(2_000);
    expect(messages.reduce((sum, rows) => sum + rows, 0)).toBe(30_500);
  });

  it.each([
    [
      'lists in a column',
      `select array_agg(i) as c from generate_series(1, 400) n, generate_series(1, 500) i group by n`,
    ],
    [
      'JSON in a column',
      `select json_agg(i) as c from generate_series(1, 400) n, generate_series(1, 500) i group by n`,
    ],
    ['long texts', `select repeat('x', 500000) as c from generate_series(1, 200) n`],
  ])('counts what a row holds: %s', async (_, sql) => {
    const messages = watchMessages();
    const rows = await ask(sql);
    expect(Math.max(...messages)).toBeLessThan(rows.length / 4);
  });

  it('gives each who asks at once what it asked', async () => {
    const counts = [9_000, 3, 12_000, 0, 7_000];
    const answers = await Promise.all(counts.map((count) => ask(series(count))));
    expect(answers.map(({ length }) => length)).toEqual(counts);
    expect(answers[2]).toEqual(rowsOf(12_000));
  });

  it('gives all rows of what was asked before it closes', async () => {
    const closing = await start();
    const answer = ask(series(30_000), closing);
    await closing.close();
    expect(await answer).toHaveLength(30_000);
  });

  it('that ends between two messages gives an error, never a part of the rows', async () => {
    const ending = await start();
    const { postMessage } = Worker.prototype;
    let taken = 0;
    vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, message: unknown) {
      if ((message as { task: unknown }).task === 'MORE' && ++taken === 3) void this.terminate();
      else postMessage.call(this, message);
    });
    const broken = vi.fn();
    ending.onBroken(broken);
    await expect(ask(series(30_000), ending)).rejects.toMatchObject({
      extensions: { code: 'BASE_INDISPONIBLE' },
    });
    await expect(ask('select 1', ending)).rejects.toMatchObject({
      extensions: { code: 'BASE_INDISPONIBLE' },
    });
    expect([taken, broken.mock.calls.length]).toEqual([3, 1]);
  });
});
