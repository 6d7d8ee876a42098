import { operationOf } from '@palier/federation/graphql/document';
import { Refusal } from '@palier/gateway/errors/errors';
import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { listVariables, readVariables } from './read-variables.ts';

const schema = buildSchema(`
  type Query { a(codes: [ID!], grands: [[Float]], couleur: [Couleur], filtre: Filtre, n: Int!, d: Date): Int }
  enum Couleur { ROUGE VERT }
  input Filtre { code: ID! bornes: [Float!] }
  scalar Date
`);
const definition = operationOf(
  parse(
    'query ($codes: [ID!], $grands: [[Float]], $couleur: [Couleur], $filtre: Filtre, $n: Int! = 3, $d: Date) { a(codes: $codes, grands: $grands, couleur: $couleur, filtre: $filtre, n: $n, d: $d) }',
  ),
);
const declared = listVariables(definition, schema);
const read = (...pairs: [string, ...string[]][]): unknown =>
  readVariables(declared, new Map(pairs.map(([name, ...texts]) => [name, texts])));

it.each([
  [['codes', 'a', 'b'], { codes: ['a', 'b'] }],
  [['codes', '06112'], { codes: ['06112'] }],
  [['codes', '["a","b,c"]'], { codes: ['a', 'b,c'] }],
  [['grands', '[[1.5],[null,2e3]]'], { grands: [[1.5], [null, 2000]] }],
  [['grands', '2.50', '1e3', '0.1'], { grands: [[2.5], [1000], [0.1]] }],
  [['couleur', 'VERT', 'ROUGE'], { couleur: ['VERT', 'ROUGE'] }],
  [['filtre', '{"code":"x","bornes":[1,2.5]}'], { filtre: { code: 'x', bornes: [1, 2.5] } }],
  [['n', '-2147483648'], { n: -2_147_483_648 }],
  [['d', '2026-05-01'], { d: '2026-05-01' }],
] as const)('reads %j', ([name, ...texts], expected) => {
  expect(read([name, ...texts])).toEqual(expected);
});

it('leaves out what is not given, a default among them', () => {
  expect(read()).toEqual({});
});

it.each([
  ['n', '1.0', 'un nombre entier'],
  ['n', '2147483648', 'un nombre entier'],
  ['n', '', 'un nombre entier'],
  ['n', ' 1', 'un nombre entier'],
  ['couleur', 'BLEU', 'ROUGE, VERT'],
  ['codes', '[1,', 'une liste'],
  ['codes', '[{}]', 'une liste'],
  ['grands', '["x"]', 'une liste'],
  ['grands', '2.00000000000000000001', '15 chiffres'],
  ['grands', '1e400', '15 chiffres'],
  ['grands', '[[2.00000000000000000001]]', 'une liste'],
  ['filtre', 'x', 'un objet JSON'],
  ['filtre', '{"bornes":[1]}', 'un objet JSON'],
  ['filtre', '{"code":"x","bornes":["y"]}', '« filtre.bornes.0 »'],
  ['filtre', '{"code":"x","autre":1}', 'un objet JSON'],
])('refuses %s=%s by its name, and says what was expected', (name, text, expected) => {
  expect(() => read([name, text])).toThrow(Refusal);
  expect(() => read([name, text])).toThrow(expected);
  expect(() => read([name, text])).toThrow(`« ${name} »`);
});
