import { expect, it } from 'vitest';
import { strictestOf } from './cache-control.ts';

it.each([
  [['public, max-age=60'], 'public, max-age=60'],
  [['public, max-age=60', 'public, max-age=5'], 'public, max-age=5'],
  [['public, max-age=60', 'no-store'], 'no-store'],
  [['no-store', undefined], 'no-store'],
  [['public, max-age=60', undefined], 'private, no-cache'],
  [[undefined], 'private, no-cache'],
  [[], 'private, no-cache'],
] as const)('what is made of %j is kept as %s', (headers, kept) => {
  expect(strictestOf(headers)).toBe(kept);
});
