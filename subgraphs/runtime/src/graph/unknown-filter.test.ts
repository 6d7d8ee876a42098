import { expect, it } from 'vitest';
import { refuseUnknown } from './unknown-filter.ts';

const known = (value: string) => (value === '03' ? { code: value } : null);
const later = async (value: string) => known(value);

it('lets a list through that holds something, without a look', () => {
  const never = (): never => {
    throw new Error('looked');
  };
  expect(refuseUnknown(['a'], [{ name: 'region', value: '99', find: never }])).toEqual(['a']);
});

it('lets an empty list through whose criteria all exist, or were not given', async () => {
  expect(refuseUnknown([], [{ name: 'region', value: '03', find: known }])).toEqual([]);
  expect(refuseUnknown([], [{ name: 'region', value: null, find: known }])).toEqual([]);
  expect(await refuseUnknown([], [{ name: 'region', value: '03', find: later }])).toEqual([]);
});

it.each([
  ['99', '« region » : « 99 » est inconnu.'],
  ['A-P99:AAOR', '« region » : « A-P99:AAOR » est inconnu.'],
  ['../../etc/passwd', '« region » : valeur inconnue.'],
  ['\u202etxt', '« region » : valeur inconnue.'],
])('refuses the unknown %j by the name of its criterion', async (value, detail) => {
  const refusal = { message: expect.stringContaining(detail), extensions: { code: 'FILTRE_INVALIDE' } };
  expect(() => refuseUnknown([], [{ name: 'region', value, find: known }])).toThrow(
    expect.objectContaining({ message: refusal.message }),
  );
  await expect(refuseUnknown([], [{ name: 'region', value, find: later }])).rejects.toMatchObject({
    message: refusal.message,
    extensions: expect.objectContaining(refusal.extensions),
  });
});
