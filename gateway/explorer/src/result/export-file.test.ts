import { expect, it } from 'vitest';
import type { Result } from './answers.ts';
import { addressOf, type FileChoices, isAddressable, sayPages } from './export-file.ts';

const DECLARED =
  'query Fiche($code: ID, $n: Int = 5, $oui: Boolean, $codes: [ID], $table: ID, $rien: ID, $first: Int) { a }';
const resultOf = (variables: unknown, instant?: string): Result => ({
  operation: { query: DECLARED, variables },
  data: {},
  errors: [],
  instant,
  authorization: undefined,
});
const operation = { nom: 'fiche', description: '', requete: DECLARED, parPages: false };
const address = (
  variables: unknown,
  instant?: string,
  { format = 'csv', table, wanted = [] }: Partial<FileChoices> = {},
): string => addressOf(resultOf(variables, instant), operation, { format, table, wanted });

it('writes variables, instant and table as an address has them', () => {
  expect(address(undefined)).toBe('/q/fiche.csv');
  expect(address({ code: '06112', n: 3, rien: null, oui: true })).toBe(
    '/q/fiche.csv?code=06112&n=3&oui=true',
  );
  expect(address({ codes: ['a', 'b'] })).toBe('/q/fiche.csv?codes=%5B%22a%22%2C%22b%22%5D');
  expect(address({ table: 'x' }, '2026-05-01', { table: 'a.b', wanted: ['POUR_TABLEUR'] })).toBe(
    '/q/fiche.csv?asOf=2026-05-01&table=a.b&bom=1&separateur=%3B&decimale=%2C&%24table=x',
  );
});

it.each([
  ['csv', 'bom=1&separateur=%3B&decimale=%2C&statuts=1&entete=1'],
  ['sdmx.csv', 'bom=1&separateur=%3B'],
  ['xlsx', 'statuts=1'],
  ['parquet', 'statuts=1'],
  ['json', 'statuts=1'],
] as const)('asks of a .%s the options that it has, and no other', (format, said) => {
  const wanted = ['POUR_TABLEUR', 'STATUTS', 'ENTETE'] as const;
  expect(address({}, undefined, { format, wanted })).toBe(`/q/fiche.${format}?${said}`);
});

it('leaves out what the operation does not declare, which an address refuses', () => {
  expect(address({ code: '06112', autre: 1 })).toBe('/q/fiche.csv?code=06112');
});

it('is no address where a null stands for a default', () => {
  expect(isAddressable(resultOf({ rien: null, n: 3 }))).toBe(true);
  expect(isAddressable(resultOf({ n: null }))).toBe(false);
});

it('has every page only of what the gateway reads page by page, and of which none is asked', () => {
  const byPages = { ...operation, parPages: true };
  expect(sayPages(resultOf({ code: 'a', first: null }), byPages)).toBe(', avec toutes ses pages');
  expect(sayPages(resultOf({ first: 3 }), byPages)).toBe(', avec la page demandée');
  expect(sayPages(resultOf({ code: 'a' }), { ...operation, parPages: false })).toBe('');
});
