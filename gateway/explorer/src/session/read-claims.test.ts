import { expect, it } from 'vitest';
import { readClaims, sayHolder } from './read-claims.ts';

const token = (payload: unknown): string =>
  `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2ln`;

it('reads who a token says holds it', () => {
  const claims = readClaims(
    token({
      sub: 'Zoé',
      palier: 'ETABLISSEMENT',
      etablissement: '11045127',
      scope: 'a b',
      exp: 1_800_000_000,
    }),
  );
  expect(claims).toEqual({
    sujet: 'Zoé',
    palier: 'ETABLISSEMENT',
    etablissement: '11045127',
    droits: ['a', 'b'],
    fin: new Date('2027-01-15T08:00:00.000Z'),
  });
  expect(sayHolder(claims)).toBe('Zoé, ETABLISSEMENT, 11045127');
  expect(readClaims(token({ sub: 'a', scp: ['x', 'y'] }))?.droits).toEqual(['x', 'y']);
  expect(readClaims(token({ sub: 'a', scope: '', exp: 1e20 }))).toMatchObject({ droits: [], fin: undefined });
});

it.each(['', 'abc', 'a.b.c', token(null), token({ palier: 'MSSS' }), token({ sub: 3 })])(
  'reads nothing of « %s »',
  (text) => {
    expect(readClaims(text)).toBeUndefined();
    expect(sayHolder(undefined)).toBe('jeton illisible');
  },
);
