import { expect, it } from 'vitest';
import { partitionOf } from './partition.ts';
import { CancelSignal } from './client-request.ts';
import { ANONYMOUS, type Identity } from './identity.ts';

const HANDED_ON = ['accept-language', 'palier-au', 'authorization', 'cookie'];

const of = (
  headers: Readonly<Record<string, string>>,
  identity: Identity = ANONYMOUS,
  handedOn: readonly string[] = HANDED_ON,
): string => partitionOf({ id: 'une-requete', identity, headers, signal: new CancelSignal() }, handedOn);

it('is the same for who says the same, whatever else they send', () => {
  expect(of({ 'accept-language': 'fr', 'user-agent': 'a' })).toBe(of({ 'accept-language': 'fr' }));
});

it.each([
  [{ authorization: 'a' }, { cookie: 'a' }],
  [{ 'accept-language': 'fr' }, { 'palier-au': 'fr' }],
  [{ 'accept-language': 'fr2:en' }, { 'accept-language': 'fr', 'palier-au': 'en' }],
  [{ authorization: 'a', cookie: '-' }, { authorization: 'a1:-' }],
  [
    { authorization: '-', cookie: '' },
    { authorization: '', cookie: '-' },
  ],
  [{ 'palier-au': 'a\n-' }, { 'palier-au': 'a' }],
])('differs between %j and %j', (one, other) => {
  expect(of(one)).not.toBe(of(other));
});

it('is of who was verified, and of what is handed on; what nobody reads changes nothing', () => {
  const somebody: Identity = { ...ANONYMOUS, subject: 'a', key: 'a' };
  for (const identity of [ANONYMOUS, somebody])
    expect(of({ cookie: 'b' }, identity, [])).toBe(of({ authorization: 'Bearer x' }, identity, []));
  expect(of({ cookie: 'b' }, somebody)).not.toBe(of({ cookie: 'c' }, somebody));
  expect(of({}, somebody, [])).not.toBe(of({}, { ...somebody, subject: 'b', key: 'b' }, []));
  expect(of({}, somebody, [])).not.toBe(of({}, ANONYMOUS, []));
});

it('holds nothing of what a client is let in by', () => {
  const partition = of({ authorization: 'Bearer secret', cookie: 'session=secret' });
  expect(partition).not.toMatch(/secret|session/);
});
