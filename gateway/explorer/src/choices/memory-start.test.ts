import { expect, it } from 'vitest';
import { readMemoryStart } from './memory-start.ts';

it('is when the last of the levels began to remember, and nothing where none says it', () => {
  const told = (memoireDepuis: string) => ({ message: 'Non.', extensions: { memoireDepuis } });
  expect(
    readMemoryStart([
      told('2026-11-30T15:07:01.815Z'),
      { message: 'Autre.' },
      told('2026-11-30T15:07:04.000Z'),
    ]),
  ).toBe('2026-11-30T15:07:04.000Z');
  expect(readMemoryStart([{ message: 'Autre.' }])).toBeUndefined();
});
