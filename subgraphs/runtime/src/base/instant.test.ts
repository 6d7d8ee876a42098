import { describe, expect, it } from 'vitest';
import { toInstant } from './instant.ts';

describe('an instant of Postgres', () => {
  it.each([
    ['2025-05-10 15:00:00+00', '2025-05-10T15:00:00.000Z'],
    ['2025-05-10 11:00:00-04', '2025-05-10T15:00:00.000Z'],
    ['2025-05-10 15:00:00.5+00', '2025-05-10T15:00:00.500Z'],
    ['0044-03-15 12:00:00+00', '0044-03-15T12:00:00.000Z'],
    ['2025-05-10 11:00:00.123456-03:30', '2025-05-10T14:30:00.123Z'],
  ])('%s is %s', (text, iso) => {
    expect(toInstant(text)).toBe(iso);
  });
});
