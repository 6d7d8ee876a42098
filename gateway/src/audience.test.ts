import { expect, it } from 'vitest';
import { audienceOf } from './audience.ts';
import { ClientDeparture } from './client-request.ts';
import { ANONYMOUS, type Identity } from './identity/identity.ts';

const HANDED_ON = ['accept-language', 'palier-au'];

const of = (headers: Readonly<Record<string, string>>, identity: Identity = ANONYMOUS): string =>
  audienceOf({ id: 'une-requete', identity, headers, signal: new ClientDeparture() }, HANDED_ON);

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

it('is of the identity alone where one was verified', () => {
  const somebody: Identity = { ...ANONYMOUS, subject: 'a', key: 'a' };
  expect(of({ cookie: 'b' }, somebody)).toBe(of({ authorization: 'Bearer x' }, somebody));
  expect(of({}, somebody)).not.toBe(of({}, { ...somebody, subject: 'b', key: 'b' }));
  expect(of({}, somebody)).not.toBe(of({ authorization: 'a' }));
});

it('holds nothing of what a client is let in by', () => {
  const audience = of({ authorization: 'Bearer secret', cookie: 'session=secret' });
  expect(audience).not.toMatch(/secret|session/);
});
