import { expect, it } from 'vitest';
import { toSentHeaders } from './sent-headers.ts';

it('sends one value a header, the typed one, however its name is written', () => {
  const headers = toSentHeaders({ 'palier-au': '2026-01-01' }, { 'Palier-Au': '2026-05-01', 'x-n': 3 });
  expect(Object.fromEntries(headers)).toEqual({ 'palier-au': '2026-05-01', 'x-n': '3' });
  expect(toSentHeaders({}, { Authorization: 'Bearer a' }).get('authorization')).toBe('Bearer a');
});

it.each([{ 'x-a': '日本' }, { 'x-a': 'a\nb' }, { 'x a': 'b' }])('says which cannot be sent: %j', (typed) => {
  expect(() => toSentHeaders({}, typed)).toThrow(
    `L’en-tête « ${Object.keys(typed)[0]} » ne peut pas être envoyé`,
  );
});

it('does not choose between a token and a typed one', () => {
  expect(() => toSentHeaders({ authorization: 'Bearer a' }, { Authorization: 'Bearer b' })).toThrow(
    'gardez l’un des deux',
  );
});
