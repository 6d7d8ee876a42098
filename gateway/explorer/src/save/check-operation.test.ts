import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import type { Told } from '../operations/registered-operations.ts';
import { checkOperation } from './check-operation.ts';

const schema = buildSchema(`type Query { a(code: ID): Int  b: Int } type Mutation { c: Int }`);
const TOLD: Told = {
  operations: [{ nom: 'deja-la', description: '', requete: '# Là.\nquery DejaLa { a }', parPages: false }],
  refusal: undefined,
};
const check = (text: string, description = 'Donne a.', told = TOLD) =>
  checkOperation({ text, description, schema, told });

it('gives the file its name, and its description as a comment', () => {
  expect(check('query MonOperation2($code: ID) { a(code: $code) }')).toEqual({
    file: 'mon-operation2.graphql',
    text: '# Donne a.\nquery MonOperation2($code: ID) { a(code: $code) }\n',
    isMutation: false,
    doubt: undefined,
  });
  expect(check('# Dit déjà.\nquery A { a }', '')).toMatchObject({ text: '# Dit déjà.\nquery A { a }\n' });
  const long = check('query A { a }', 'mot '.repeat(100)) as { text: string };
  expect(long.text.split('\n').every((line) => line.length <= 120)).toBe(true);
  expect(check('mutation A { c }')).toMatchObject({ isMutation: true });
});

it('keeps the name of an operation that is registered with the same text', () => {
  expect(check('# Autrement dit.\nquery DejaLa {\n  a\n}')).toMatchObject({ file: 'deja-la.graphql' });
});

it.each([
  ['{', 'Erreur de syntaxe'],
  ['query A { a } query B { b }', 'Un fichier a une opération, et une seule ; il y en a 2 ici.'],
  ['fragment F on Query { a }', 'il y en a 0 ici'],
  ['{ a }', 'L’opération n’a pas de nom'],
  ['query A { aa }', 'Le champ « aa » n’existe pas sur le type « Query ». Vouliez-vous dire « a »'],
  ['query A($x: Int) { a }', 'La variable « $x » n’est pas employée.'],
  ['query DejaLa { b }', 'Une autre opération est enregistrée sous le nom deja-la'],
])('says why %s cannot be one', (text, reason) => {
  expect((check(text) as { reasons: string[] }).reasons.join('\n')).toContain(reason);
});

it('asks what it is for', () => {
  expect(check('query A { a }', ' ')).toEqual({ reasons: ['Dites en une phrase ce que l’opération donne.'] });
});

it('never takes a name for free before what is registered is told, nor when it is refused', () => {
  expect(checkOperation({ text: 'query DejaLa { b }', description: 'b.', schema, told: undefined })).toEqual({
    reasons: ['Les opérations enregistrées ne sont pas encore lues.'],
  });
  const refused = { operations: [], refusal: 'La passerelle ne répond pas.' };
  expect(check('query DejaLa { b }', 'b.', refused)).toMatchObject({ doubt: refused.refusal });
});
