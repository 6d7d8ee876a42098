import { listMotsDemandes, type Mot } from '@palier/runtime/list-mots';
import { type Terme, toTermes } from '@palier/runtime/synonymes';
import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { begins, lexemesOf } from '../base/words.ts';

/** Something of the schema that has a description. */
export interface SchemaEntry {
  /** « Exigence.seuils », « Query.mesures(exigence) », « EtatVerdict.CONFORME ». */
  readonly path: string;
  /** What it gives; nothing of a type or of a value. */
  readonly type: string | undefined;
  readonly description: string;
  /** Where the documentation shows it. */
  readonly holder: GraphQLNamedType;
  readonly field: GraphQLField<unknown, unknown> | GraphQLInputField | undefined;
}

interface Indexed extends SchemaEntry {
  readonly named: ReadonlySet<string>;
  readonly described: ReadonlySet<string>;
}

interface SchemaIndex {
  /** The best first: each holds every word that is looked for, whatever its number and its accents, or what is said in its place. */
  find(text: string): readonly SchemaEntry[];
}

/** Words are compared as the search of the graph compares them. */
export function createSchemaIndex(schema: GraphQLSchema): SchemaIndex {
  const entries = listEntries(schema).map((entry) => ({
    ...entry,
    named: lexemesOf(splitName(entry.path)),
    described: lexemesOf(entry.description),
  }));
  return {
    find(text) {
      const termes = toTermes(listMotsDemandes(text));
      if (termes.length === 0) return [];
      return entries
        .map((entry) => ({ entry, score: scoreOf(entry, termes) }))
        .filter(({ score }) => score > 0)
        .sort((one, other) => other.score - one.score)
        .map(({ entry }) => entry);
    },
  };
}

/** Nothing when a word is missing, and nothing is said in its place, which is worth less. One that is being typed is found by its beginning. */
function scoreOf(entry: Indexed, termes: readonly Terme[]): number {
  let score = 0;
  for (const { mots, synonymes } of termes) {
    const typed = scoreOfWords(entry, mots);
    const said =
      typed > 0 ? typed : AS_SYNONYM * Math.max(0, ...synonymes.map((one) => scoreOfWords(entry, one)));
    if (said === 0) return 0;
    score += said;
  }
  return entry.path.startsWith('Query.') ? score + 1 : score;
}

const AS_SYNONYM = 0.5;

function scoreOfWords({ named, described }: Indexed, words: readonly Mot[]): number {
  let score = 0;
  for (const { lexemes } of words) {
    if (lexemes.some((lexeme) => named.has(lexeme))) score += 4;
    else if (lexemes.some((lexeme) => described.has(lexeme))) score += 3;
    else if (begins(named, lexemes) || begins(described, lexemes)) score += 1;
    else return 0;
  }
  return score;
}

/** « delaiMaximal » is two words. */
const splitName = (path: string): string =>
  path.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/[._()]/g, ' ');

function listEntries(schema: GraphQLSchema): readonly SchemaEntry[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((holder) => [entryOf(holder, holder.name, holder), ...listInside(holder)])
    .filter(({ description }) => description !== '');
}

function listInside(holder: GraphQLNamedType): readonly SchemaEntry[] {
  if (isEnumType(holder))
    return holder.getValues().map((value) => entryOf(holder, `${holder.name}.${value.name}`, value));
  if (isInputObjectType(holder))
    return Object.values(holder.getFields()).map((field) =>
      entryOf(holder, `${holder.name}.${field.name}`, field, field),
    );
  if (!isObjectType(holder) && !isInterfaceType(holder)) return [];
  return Object.values(holder.getFields()).flatMap((field) => {
    const path = `${holder.name}.${field.name}`;
    return [
      entryOf(holder, path, field, field),
      ...field.args.map((argument) => ({
        ...entryOf(holder, `${path}(${argument.name})`, argument, field),
        type: String(argument.type),
      })),
    ];
  });
}

const entryOf = (
  holder: GraphQLNamedType,
  path: string,
  { description }: { readonly description?: string | null | undefined },
  field?: SchemaEntry['field'],
): SchemaEntry => ({
  path,
  type: field && String(field.type),
  description: description ?? '',
  holder,
  field,
});
