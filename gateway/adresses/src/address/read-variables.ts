import {
  coerceInputValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
} from 'graphql';
import { Refusal } from '@palier/gateway/errors/errors';
import { doubleOf } from '@palier/calls/json/held-numbers';
import { parseJson } from '@palier/calls/json/parse-json';
import { writeJson } from '@palier/calls/json/write-json';

export interface DeclaredVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly isRequired: boolean;
  readonly byDefault: unknown;
}

export function listVariables(
  { variableDefinitions = [] }: OperationDefinitionNode,
  schema: GraphQLSchema,
): readonly DeclaredVariable[] {
  return variableDefinitions.flatMap(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node as NamedTypeNode);
    if (!type || !isInputType(type)) return [];
    const byDefault: unknown = defaultValue && valueFromAST(defaultValue, type);
    const isRequired = isNonNullType(type) && defaultValue === undefined;
    return [{ name: variable.name.value, type, isRequired, byDefault }];
  });
}

type Variables = Record<string, unknown>;

/** The variables that an address gives, as the operation declares them. @throws {Refusal} BAD_USER_INPUT */
export function readVariables(
  declared: readonly DeclaredVariable[],
  given: ReadonlyMap<string, readonly string[]>,
): Variables {
  const variables: Variables = {};
  for (const { name, type, isRequired } of declared) {
    const texts = given.get(name);
    if (texts !== undefined) variables[name] = readValue(name, type, texts);
    else if (isRequired) throw refuse(name, `La variable « ${name} » manque.`, type);
  }
  return variables;
}

function readValue(name: string, type: GraphQLInputType, texts: readonly string[]): unknown {
  if (isNonNullType(type)) return readValue(name, type.ofType, texts);
  const [text = ''] = texts;
  if (isListType(type)) {
    if (texts.length === 1 && text.trimStart().startsWith('['))
      return checkJson(name, type, readJson(name, type, text));
    return texts.map((item) => readValue(name, type.ofType, [item]));
  }
  if (texts.length > 1) throw refuse(name, `La variable « ${name} » est donnée plusieurs fois.`, type);
  if (isInputObjectType(type)) return checkJson(name, type, readJson(name, type, text));
  return readLeaf(name, type, text);
}

const INTEGER = /^-?\d{1,10}$/;
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

const OF_INT: Bounds = { minimum: -2_147_483_648, maximum: 2_147_483_647 };
const OF_PAGE: Bounds = { minimum: 1, maximum: 1000 };

/** Between which whole numbers a variable is: `first` says how long a page is. */
export const boundsOf = (name?: string): Bounds => (name === 'first' ? OF_PAGE : OF_INT);

function readLeaf(name: string, type: GraphQLInputType, text: string): unknown {
  const named = getNamedType(type);
  const wrong = (): Refusal => refuse(name, `La variable « ${name} » vaut « ${shorten(text)} ».`, type);
  if (named.name === 'Int') {
    const value = Number(text);
    if (!INTEGER.test(text) || value > OF_INT.maximum || value < OF_INT.minimum) throw wrong();
    return value;
  }
  if (named.name === 'Float') {
    const value = NUMBER.test(text) ? doubleOf(text) : undefined;
    if (value === undefined) throw wrong();
    return value;
  }
  if (named.name === 'Boolean') {
    if (text !== 'true' && text !== 'false') throw wrong();
    return text === 'true';
  }
  if (isEnumType(named) && named.getValue(text) === undefined) throw wrong();
  return text;
}

function readJson(name: string, type: GraphQLInputType, text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw refuse(name, `La variable « ${name} » n’est pas du JSON valide.`, type);
  }
}

/** A value that is JSON already, as its variable declares it. @throws {Refusal} BAD_USER_INPUT */
export function checkJson(name: string, type: GraphQLInputType, value: unknown): unknown {
  coerceInputValue(value, type, (path, invalid) => {
    const at = [name, ...path].join('.');
    throw refuse(
      name,
      `La variable « ${name} » n’est pas acceptée à « ${at} » : ${shorten(sayValue(invalid))}.`,
      type,
    );
  });
  return value;
}

const sayValue = (value: unknown): string => (value === undefined ? 'rien' : writeJson(value));

const MOST_SAID = 60;
const shorten = (text: string): string => (text.length > MOST_SAID ? `${text.slice(0, MOST_SAID)}…` : text);

/** What a variable that is not accepted is refused by. */
export function refuse(name: string, said: string, type: GraphQLInputType): Refusal {
  return new Refusal('BAD_USER_INPUT', {
    detail: `${said} Attendu : ${sayType(type, name)}.`,
    facts: { variable: name, attendu: String(type) },
  });
}

const SCALARS: Readonly<Record<string, string>> = {
  Float: 'un nombre, avec un point décimal, dont 15 chiffres sont gardés, et jusqu’à 17 selon sa valeur',
  Boolean: 'true ou false',
  ID: 'un code',
  String: 'un texte',
  Date: 'un jour, « 2026-05-01 »',
  DateTime: 'un instant, « 2026-05-01T14:00:00Z »',
};

/** What a value of a variable looks like in an address, in French. */
export function sayType(type: GraphQLInputType, name?: string): string {
  if (isNonNullType(type)) return sayType(type.ofType, name);
  if (isListType(type))
    return `une liste (répétez la variable, ou donnez un tableau JSON), chacun étant ${sayType(type.ofType)}`;
  if (isEnumType(type))
    return `l’une de ces valeurs : ${type
      .getValues()
      .map(({ name }) => name)
      .join(', ')}`;
  if (type.name === 'Int') {
    const { minimum, maximum } = boundsOf(name);
    return `un nombre entier, de ${minimum} à ${maximum}`;
  }
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? `une valeur de type ${type.name}`;
  const fields = Object.values(type.getFields()).map(
    (field) => `${field.name}${isRequiredInputField(field) ? '' : ' (facultatif)'} : ${String(field.type)}`,
  );
  return `un objet JSON, { ${fields.join(' ; ')} }`;
}
