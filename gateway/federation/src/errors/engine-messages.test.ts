import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { GraphQLError } from 'graphql';
import {
  buildSchema,
  getVariableValues,
  parse,
  specifiedRules,
  validate,
  type OperationDefinitionNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { translateEngineMessage } from './engine-messages.ts';

const schema = buildSchema(`
  enum Genre { RLS CLSC }
  input Filtre { code: ID!  genre: Genre }
  type Region { code: ID!  nom(langue: String!): String }
  interface Nomme { nom: String }
  type Lieu implements Nomme { nom: String }
  input Choix @oneOf { un: String  deux: String }
  type Subscription { genre: Int  autre: Int }
  type Query { choix(choix: Choix): Int  region(code: ID!): Region  liste(filtre: Filtre, n: Int): [Region]  nomme: Nomme  genre(g: Genre): Int
    scalaires(Int: Int, Float: Float, String: String, Boolean: Boolean, ID: ID): Int }
`);

function messagesOf(query: string, variables: Record<string, unknown> = {}): readonly string[] {
  try {
    const document = parse(query, { maxTokens: 200 });
    const invalid = validate(schema, document);
    if (invalid.length > 0) return invalid.map(({ message }) => message);
    const { variableDefinitions = [] } = document.definitions[0] as OperationDefinitionNode;
    const { errors = [] } = getVariableValues(schema, variableDefinitions, variables);
    return errors.map(({ message }) => message);
  } catch (error) {
    return [(error as GraphQLError).message];
  }
}

/** Sources of graphql-js whose messages a client can meet: what is said of a schema is no client's. */
const SAID_TO_CLIENTS = [
  ...specifiedRules.map(({ name }) => `validation/rules/${name}`),
  'execution/values',
  'utilities/coerceInputValue',
  'language/lexer',
  'language/parser',
];

/** What begins where a message is made, and the message: its text, one or more templates put together. */
const MADE =
  /(GraphQLError|syntaxError)\([^`'"]{0,60}((?:`[^`]*`|'(?:[^'\\]|\\.)*')(?:\s*\+\s*(?:`[^`]*`|'[^']*'))*)/g;
const HOLE = /\$\{(?:[^{}]|\{[^}]*\})*\}/g;

/** Every message that they make, something put in its holes. */
function listMessages(): readonly string[] {
  const { resolve } = createRequire(import.meta.url);
  return SAID_TO_CLIENTS.flatMap((source) => {
    const text = readFileSync(resolve(`graphql/${source}.js`), 'utf8');
    return [...text.matchAll(MADE)].map(([, made, message = '']) => {
      const said = [...message.matchAll(/`([^`]*)`|'([^']*)'/g)].map(([, a = '', b = '']) => a + b).join('');
      return `${made === 'syntaxError' ? 'Syntax Error: ' : ''}${said.replaceAll(HOLE, '1')}`;
    });
  });
}

it('knows each message that graphql-js makes of an operation and of its variables', () => {
  const messages = listMessages().filter((message) => message.length > 20);
  expect(messages.length).toBeGreaterThan(50);
  // What is put after may be nothing but the end of the sentence.
  const isKnown = (message: string) =>
    [message, `${message}.`].some((said) => translateEngineMessage(said) !== undefined);
  expect(messages.filter((message) => !isKnown(message))).toEqual([]);
});

describe('every fault the engine finds in an operation is said in French', () => {
  it.each([
    '{',
    '{ region(code: "1) }',
    '{ 8f }',
    '{ ù }',
    `{ ${'a '.repeat(300)} }`,
    '{ regio }',
    '{ region { code } }',
    '{ region(code: 1, x: 2) { code } }',
    '{ region(code: 1) @inconnue { code } }',
    '{ region(code: 1) @deprecated { code } }',
    '{ region(code: 1) @include { code } }',
    '{ region(code: 1) @skip(if: true) @skip(if: true) { code } }',
    '{ ...F }',
    'fragment F on Query { ...F } { ...F }',
    'fragment F on Query { genre } { genre }',
    '{ ... on Inconnu { a } }',
    '{ ... on Region { code } }',
    'fragment F on Region { code } { ...F }',
    '{ ... on String { a } }',
    '{ genre { a } }',
    '{ region(code: 1) }',
    '{ region(code: 1) { nom } }',
    '{ region(code: $c) { code } }',
    'query Q($c: ID) { region(code: $c) { code } }',
    'query Q($c: ID!) { genre }',
    'query Q($c: Region) { genre }',
    '{ a: region(code: 1) { code } a: region(code: 2) { code } }',
    '{ region(code: 1, code: 2) { code } }',
    '{ genre } { genre }',
    'subscription { genre autre }',
    'subscription { __typename }',
    '{ nomme { code } }',
    '{ b: region(code: 1) { code } b: genre }',
    '{ r: region(code: 1) { n: nom(langue: "a") } r: region(code: 1) { n: nom(langue: "b") x: code } }',
    '{ choix(choix: {}) }',
    '{ choix(choix: { un: null }) }',
    'query Q($v: String) { choix(choix: { un: $v }) }',
    'type A { b: Int }',
    '{ genre(g: AUTRE) }',
    '{ genre(g: RLSS) }',
    '{ genre(g: 3) }',
    '{ liste(n: "3") { code } }',
    '{ liste(filtre: {}) { code } }',
    '{ liste(filtre: { code: 1, x: 2 }) { code } }',
    '{ liste(filtre: null, n: 99999999999) { code } }',
    '{ region(code: 1.5) { code } }',
    '{ region(code: null) { code } }',
  ])('%s', (query) => {
    const messages = messagesOf(query);
    expect(messages).not.toEqual([]);
    for (const message of messages) expect(translateEngineMessage(message), message).toBeDefined();
  });

  it.each([
    ['query Q($n: Int!) { liste(n: $n) { code } }', {}],
    ['query Q($n: Int!) { liste(n: $n) { code } }', { n: null }],
    ['query Q($n: Int!) { liste(n: $n) { code } }', { n: 'x' }],
    ['query Q($n: Int!) { liste(n: $n) { code } }', { n: 1e12 }],
    ['query Q($f: Filtre) { liste(filtre: $f) { code } }', { f: 3 }],
    ['query Q($f: Filtre) { liste(filtre: $f) { code } }', { f: { code: 1, genre: 'X', y: 1 } }],
    ['query Q($f: Filtre) { liste(filtre: $f) { code } }', { f: {} }],
    ['query Q($f: Filtre) { liste(filtre: $f) { code } }', { f: { code: null } }],
    ['query Q($f: Filtre) { liste(filtre: $f) { code } }', { f: { code: {} } }],
  ])('%s with %j', (query, variables) => {
    const messages = messagesOf(query, variables);
    expect(messages).not.toEqual([]);
    for (const message of messages) expect(translateEngineMessage(message), message).toBeDefined();
  });

  it.each(['Int', 'Float', 'String', 'Boolean', 'ID'])(
    'a value that is no %s, as a variable and as it is written',
    (scalar) => {
      const wrong = ['true', '[]', '{}', '0.5', '1e400', '"x"', '99999999999'];
      const said = wrong.flatMap((text) => {
        const value: unknown = text === '1e400' ? Infinity : JSON.parse(text);
        return [
          ...messagesOf(`query Q($v: ${scalar}!) { scalaires(${scalar}: $v) }`, { v: value }),
          ...messagesOf(`{ scalaires(${scalar}: ${text}) }`),
        ];
      });
      expect(said.length).toBeGreaterThan(wrong.length);
      for (const message of said)
        expect(translateEngineMessage(message) ?? message, message).not.toMatch(
          /cannot|represent|value|expected|found/i,
        );
    },
  );

  it.each([
    ['{', 'attendu, un nom ; trouvé, la fin du texte.'],
    ['{ a: }', 'attendu, un nom ; trouvé, « } ».'],
    ['{ a(b: """x""" "y") }', 'attendu, un nom ; trouvé, une chaîne de caractères, « y ».'],
    ['subscription 3', 'attendu, « { » ; trouvé, un nombre entier, « 3 ».'],
    ['', 'trouvé ici, la fin du texte, qui n’y est pas attendu.'],
    ['fragment on on A { b }', 'trouvé ici, un nom, « on », qui n’y est pas attendu.'],
    ['{ a(b: "1) }', 'chaîne non terminée.'],
    ['{ 8f }', 'ce nombre est mal écrit ; attendu, un chiffre ; trouvé, « f ».'],
    ['{ a(b: 01) }', 'un nombre ne commence pas par 0 ; trouvé ensuite, « 1 ».'],
    ['{ a(b: "\\q") }', 'cet échappement n’existe pas, « \\q ».'],
    ['{ a(b: "\\u{zz}") }', 'cet échappement n’existe pas, « \\u{z ».'],
    ['{ ù }', 'caractère inattendu, « ù » : les noms s’écrivent sans accent.'],
    ['{ région { code } }', 'caractère inattendu, « é » : les noms s’écrivent sans accent.'],
    ['{ a × b }', 'caractère inattendu, U+00D7.'],
    ['{ a ? }', 'caractère inattendu, « ? ».'],
    ["{ 'a' }", 'une apostrophe ne délimite rien ici ; employez un guillemet droit (").'],
    ['query Q($a: Int = $b) { a }', 'la variable « $b » ne peut être une valeur constante.'],
  ])('says where the syntax of %j is wrong, in French alone', (query, said) => {
    expect(messagesOf(query).map(translateEngineMessage)).toEqual([`Erreur de syntaxe : ${said}`]);
  });

  it.each([
    [
      'Cannot query field "territoir" on type "Mesure". Did you mean "territoire"?',
      'Le champ « territoir » n’existe pas sur le type « Mesure ». Vouliez-vous dire « territoire » ?',
    ],
    [
      'Unknown argument "cod" on field "Query.region". Did you mean "code"?',
      'L’argument « cod » n’existe pas sur le champ « Query.region ». Vouliez-vous dire « code » ?',
    ],
    [
      'Cannot query field "code" on type "Nomme". Did you mean to use an inline fragment on "Lieu" or "Region"?',
      'Le champ « code » n’existe pas sur le type « Nomme ». Vouliez-vous le demander par un fragment « ... on Lieu » ou « ... on Region » ?',
    ],
    [
      'Fields "r" conflict because subfields "n" conflict because they have differing arguments and subfields "x" conflict because "nom" and "code" are different fields. Use different aliases on the fields to fetch both if this was intentional.',
      'Deux champs répondent sous le nom « r » et diffèrent : donnez-leur des alias (sous « n », leurs arguments diffèrent et sous « x », « nom » et « code » sont deux champs).',
    ],
    [
      'Variable "$code" of required type "ID!" was not provided. "cod" "x"',
      'La variable « $code » (ID!) est obligatoire. Variables données sans être déclarées : « cod », « x ».',
    ],
    ['Field "Choix.un" must be non-null.', 'Le champ « Choix.un », seul donné, ne peut être nul.'],
    [
      'The field Region.ancien is deprecated. Employez nom.',
      'Le champ « Region.ancien » est désuet. Employez nom.',
    ],
  ])('says of %j what was meant', (message, said) => {
    expect(translateEngineMessage(message)).toBe(said);
  });

  it.each([
    [
      'Cannot query field "territoirs" on type "Query". Did you mean "territoireClsc", "redditions", or "territoiresClsc"?',
      '« territoireClsc » ou « territoiresClsc »',
    ],
    ['Unknown type "Sring". Did you mean "String" or "Int"?', '« String »'],
    ['Value "RLSS" does not exist in "Genre" enum. Did you mean the enum value "RLS"?', '« RLS »'],
  ])('leaves out of %j what is far from what was written', (message, said) => {
    expect(translateEngineMessage(message)).toMatch(new RegExp(` Vouliez-vous dire ${said} \\?$`));
  });

  it('keeps the suggestions', () => {
    expect(
      translateEngineMessage(
        'Cannot query field "regio" on type "Query". Did you mean "region" or "regions"?',
      ),
    ).toBe(
      'Le champ « regio » n’existe pas sur le type « Query ». Vouliez-vous dire « region » ou « regions » ?',
    );
  });
});
