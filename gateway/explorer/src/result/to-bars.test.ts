import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { toBars } from './to-bars.ts';
import { toTables } from './to-tables.ts';

const schema = buildSchema('type Lieu { nom: String  lits: Int  places: Int } type Query { lieux: [Lieu] }');
const tableOf = (fields: string) =>
  toTables(
    {
      operation: { query: `{ lieux { ${fields} } }` },
      data: {
        lieux: [
          { nom: 'A', lits: 3, places: 4 },
          { nom: null, lits: null, places: 0 },
        ],
      },
      errors: [],
      instant: undefined,
      authorization: undefined,
    },
    schema,
  )[0]!;

it('draws what is present, and what is absent as such', () => {
  expect(toBars(tableOf('nom lits'), 'lieux.lits', 'lieux.nom')).toEqual([
    { label: 'A', value: 3, said: '3', title: '3' },
    { label: 'absent', value: null, said: 'sans valeur', title: 'sans valeur' },
  ]);
  expect(toBars(tableOf('places'), 'lieux.places', '')).toMatchObject([
    { label: 'ligne 1', value: 4 },
    { label: 'ligne 2', value: 0 },
  ]);
});

it('takes no column that the table has not for absent values, though as many are there', () => {
  expect(toBars(tableOf('nom places'), 'lieux.lits', 'lieux.nom')).toBeUndefined();
  expect(toBars(tableOf('lits places'), 'lieux.lits', 'lieux.nom')).toBeUndefined();
});

it('draws no count of verdicts that is withheld', () => {
  const counts = buildSchema(
    'type Bilan { nom: String  conformes: Int  absents: Int  verdictsReserves: Boolean } type Query { bilans: [Bilan] }',
  );
  const [table] = toTables(
    {
      operation: { query: '{ bilans { nom conformes absents verdictsReserves } }' },
      data: {
        bilans: [
          { nom: 'A', conformes: 3, absents: 1, verdictsReserves: false },
          { nom: 'B', conformes: 0, absents: 0, verdictsReserves: true },
        ],
      },
      errors: [],
      instant: undefined,
      authorization: undefined,
    },
    counts,
  );
  expect(toBars(table!, 'bilans.conformes', 'bilans.nom')).toEqual([
    { label: 'A', value: 3, said: '3', title: '3' },
    { label: 'B', value: null, said: 'réservé', title: 'réservé' },
  ]);
  expect(toBars(table!, 'bilans.absents', 'bilans.nom')).toMatchObject([{ value: 1 }, { value: 0 }]);
});

it('tells what was received without a value, and why, from what was not received', () => {
  const measures = buildSchema(
    `enum StatutFigure { FINALE NON_DISPONIBLE }
    type Mesure { valeur: Float  statut: StatutFigure } type Lieu { nom: String  mesure: Mesure }
    type Query { lieux: [Lieu] }`,
  );
  const [table] = toTables(
    {
      operation: { query: '{ lieux { nom mesure { valeur statut } } }' },
      data: {
        lieux: [
          { nom: 'A', mesure: { valeur: null, statut: 'NON_DISPONIBLE' } },
          { nom: 'B', mesure: null },
        ],
      },
      errors: [],
      instant: undefined,
      authorization: undefined,
    },
    measures,
  );
  const why = 'sans valeur, non disponible : n’a pas pu être mesurée';
  expect(toBars(table!, 'lieux.mesure.valeur', 'lieux.nom')).toEqual([
    { label: 'A', value: null, said: 'sans valeur', title: why },
    { label: 'B', value: null, said: 'absent', title: 'absent' },
  ]);
});
