import { describe, expect, it } from 'vitest';
import { warnOfEntente } from './warn-of-entente.ts';

describe('the warnings of an entente', () => {
  it('are none for a service, whatever its volumes', () => {
    expect(warnOfEntente({ type: 'SERVICE', volumes: '10', financement: '1 M$' })).toEqual([]);
  });

  it('are none for a collaboration without volumes or funding', () => {
    expect(warnOfEntente({ type: 'COLLABORATION', volumes: null, financement: null })).toEqual([]);
  });

  it.each([
    { volumes: '10 par mois', financement: null },
    { volumes: null, financement: '1 M$' },
  ])('say that a collaboration generally has neither: %o', (given) => {
    expect(warnOfEntente({ type: 'COLLABORATION', ...given })).toHaveLength(1);
  });
});
