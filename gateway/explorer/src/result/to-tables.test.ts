import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { shortName, toTables } from './to-tables.ts';

const schema = buildSchema(`
  type Mesure { valeur: Float  periode: String }
  type Lieu { nom: String  mesures: [Mesure] }
  type Query { lieu: Lieu  autre: Lieu }
`);
const result = (query: string, data: unknown, operationName: string | null = null) => ({
  operation: { query, operationName },
  data,
  errors: [],
  instant: undefined,
  authorization: undefined,
});

it('lays the answer as the addresses do, a row an element of its list, what is absent being null', () => {
  const data = {
    lieu: {
      nom: 'A',
      mesures: [
        { valeur: 4.5, periode: 'P1' },
        { valeur: null, periode: 'P2' },
      ],
    },
  };
  const [table, ...others] = toTables(result('{ lieu { nom mesures { valeur periode } } }', data), schema);
  expect(others).toEqual([]);
  expect(table?.columns.map((column) => shortName(table, column))).toEqual(['lieu.nom', 'valeur', 'periode']);
  expect(table?.rows).toEqual([
    ['A', 4.5, 'P1'],
    ['A', null, 'P2'],
  ]);
});

it('reads the operation that was run', () => {
  const query = 'query A { lieu { nom } } query B { autre { nom } }';
  const [table] = toTables(result(query, { autre: { nom: 'B' } }, 'B'), schema);
  expect(table).toMatchObject({ name: 'autre', rows: [['B']] });
});

it('has none without a schema, nor of what is no GraphQL', () => {
  expect(toTables(result('{ lieu { nom } }', {}), null)).toEqual([]);
  expect(toTables(result('{', {}), schema)).toEqual([]);
});

it('tells a list that is empty from one that is absent, and from one with an element', () => {
  const emptyOf = (mesures: unknown) =>
    toTables(result('{ lieu { nom mesures { valeur } } }', { lieu: { nom: 'A', mesures } }), schema)[0]
      ?.isEmpty;
  expect([emptyOf([]), emptyOf(null), emptyOf([{ valeur: null }])]).toEqual([true, false, false]);
  expect(toTables(result('{ lieu { nom } }', { lieu: { nom: null } }), schema)[0]?.isEmpty).toBe(false);
});
