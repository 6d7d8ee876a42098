import { expect, it } from 'vitest';
import { addressOf } from './export-file.ts';

const operation = { nom: 'fiche', description: '', requete: '' };
const address = (variables: unknown, instant?: string, table?: string, forSpreadsheets = false): string =>
  addressOf(
    { operation: { query: '', variables }, data: {}, errors: [], instant, authorization: undefined },
    operation,
    {
      format: 'csv',
      table,
      forSpreadsheets,
    },
  );

it('writes variables, instant and table as an address has them', () => {
  expect(address(undefined)).toBe('/q/fiche.csv');
  expect(address({ code: '06112', n: 3, rien: null, oui: true })).toBe(
    '/q/fiche.csv?code=06112&n=3&oui=true',
  );
  expect(address({ codes: ['a', 'b'] })).toBe('/q/fiche.csv?codes=%5B%22a%22%2C%22b%22%5D');
  expect(address({ table: 'x' }, '2026-05-01', 'a.b', true)).toBe(
    '/q/fiche.csv?asOf=2026-05-01&table=a.b&bom=1&separateur=%3B&%24table=x',
  );
});
