import { expect, it } from 'vitest';
import { exampleOf } from './example-of.ts';
import type { ListedOperation } from './listed-operation.ts';
import { themesOf } from './themes.ts';

const operation = (nom: string, ...variables: readonly string[]): ListedOperation => ({
  nom,
  description: '',
  requete: '',
  variables: variables.map((one) => ({
    nom: one,
    type: 'ID!',
    obligatoire: true,
    attendu: 'un code',
    description: null,
    parDefaut: null,
  })),
  tableaux: [],
  parPages: false,
  adresses: {},
});

it('each operation is of one theme, those of pages come last', () => {
  const names = [
    'fait-exigence',
    'tableau-verdicts',
    'mesures-region',
    'page-recherche',
    'fiche-territoire',
    'exercices-role',
    'offres-service',
    'la-mienne',
  ];
  expect(
    themesOf(names.map((nom) => operation(nom))).map(({ id, operations }) => [
      id,
      operations.map(({ nom }) => nom),
    ]),
  ).toEqual([
    ['mesures', ['mesures-region']],
    ['territoires', ['fiche-territoire', 'exercices-role', 'offres-service']],
    ['textes', ['la-mienne']],
    ['tableau', ['tableau-verdicts']],
    ['faits', ['fait-exigence']],
    ['pages', ['page-recherche']],
  ]);
});

it('an example has all that must be given, or is none', () => {
  expect(exampleOf(operation('quatre-minutes', 'territoire', 'exercice'))?.toString()).toBe(
    'territoire=06112&exercice=2025-2026',
  );
  expect(exampleOf(operation('exercices-role', 'role'))?.toString()).toBe('role=NAVIGATEUR');
  expect(exampleOf(operation('offres-service', 'service'))?.toString()).toBe('service=INFO_SOCIAL');
  expect(exampleOf(operation('campagnes'))?.toString()).toBe('');
  expect(exampleOf(operation('la-mienne', 'code'))).toBeUndefined();
});
