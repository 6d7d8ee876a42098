import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { countersignEach } from './countersign.ts';
import type { LevelJournal } from './level-journal.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // What stops is said there.
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('a witness that does not sign is asked again every five seconds, however many acts are written meanwhile', async () => {
  let asked = 0;
  const listeners: ((size: number) => void)[] = [];
  const journal = {
    niveau: 'ETABLISSEMENT',
    level: 'etablissements',
    // Nothing is read of it: each attempt ends here.
    database: {
      withSchema: () => {
        asked += 1;
        throw new Error('away');
      },
    },
    onWritten: (listener: (size: number) => void) => listeners.push(listener),
  } as unknown as LevelJournal;
  countersignEach(journal, () => Promise.reject(new Error('away')));
  for (let size = 1; size <= 100; size += 1) {
    for (const written of listeners) written(size);
    await vi.advanceTimersByTimeAsync(1);
  }
  // The two other levels, once each.
  expect(asked).toBe(2);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(asked).toBe(2 + 2 * 3);
  await vi.advanceTimersByTimeAsync(50_000);
  expect(asked).toBe(2 + 2 * 13);
});
