import { expect, it } from 'vitest';
import { ANONYMOUS } from '../request/identity.ts';
import { readIdentity } from './read-claims.ts';

it('reads every claim of ours', () => {
  expect(
    readIdentity({
      sub: 'analyste-1',
      palier: 'ETABLISSEMENT',
      etablissement: '11045168',
      scope: ' lecture  ecriture ',
      scp: ['admin', 'lecture'],
      policies: ['Agréé par la région 06'],
    }),
  ).toMatchObject({
    subject: 'analyste-1',
    palier: 'ETABLISSEMENT',
    etablissement: '11045168',
    scopes: new Set(['lecture', 'ecriture', 'admin']),
    policies: new Set(['Agréé par la région 06']),
  });
});

it('gives one key to the same identity however it is written, and another to any other', () => {
  const key = (claims: Readonly<Record<string, unknown>>): string =>
    readIdentity({ sub: 'a', ...claims }).key;
  expect(key({ scope: 'b a' })).toBe(key({ scp: ['a', 'b', 'a'] }));
  expect(key({ policies: ['y', 'x'] })).toBe(key({ policies: ['x', 'y'] }));
  const others = [
    {},
    { sub: 'b' },
    { sub: 'a"' },
    { palier: 'MSSS' },
    { palier: 'SANTE_QUEBEC' },
    { etablissement: 'MSSS' },
    { scope: 'a' },
    { scope: 'b' },
    { scope: 'a b' },
    { policies: ['a'] },
    { policies: ['a', 'b'] },
    { policies: ['a b'] },
    { policies: ['a","b'] },
  ].map(key);
  expect(new Set([...others, ANONYMOUS.key]).size).toBe(others.length + 1);
});

it.each([
  ['sub', {}],
  ['sub', { sub: 7 }],
  ['sub', { sub: 'x'.repeat(256) }],
  ['sub', { sub: 'demonstration', palier: 'MSSS' }],
  ['palier', { sub: 'a', palier: 'msss' }],
  ['palier', { sub: 'a', palier: null }],
  ['etablissement', { sub: 'a', etablissement: '' }],
  ['scope', { sub: 'a', scope: ['lecture'] }],
  ['scope', { sub: 'a', scope: 'lecture\tadmin' }],
  ['scp', { sub: 'a', scp: ['lecture admin'] }],
  ['scp', { sub: 'a', scp: [''] }],
  ['policies', { sub: 'a', policies: [true] }],
])('refuses %s in %j', (claim, claims) => {
  expect(() => readIdentity(claims as never)).toThrow(expect.objectContaining({ name: 'ClaimFault', claim }));
});
