import { type GraphQLObjectType, type GraphQLSchema, isRequiredArgument } from 'graphql';
import {
  type ObjectField,
  fieldsOf,
  hasField,
  isConnection,
  needsNoArgument,
  objectTypeOf,
  rootFields,
} from './public-api.ts';

/** The type looked for wherever the graph gives it, and what is asked of it: `__typename` first of all. */
export interface Wanted {
  readonly type: string;
  readonly fields: string;
}

/** Something met in an answer, where, and in what. */
export type Found<Value> = Value & { readonly path: string; readonly holder: string | null };

/**
 * What a required argument is given when the walk meets it, by its name; and, by its field and its name, one that is required
 * or that stands for another. A field that requires another one is left out.
 */
const SAMPLES: Readonly<Record<string, string>> = {
  exigence: '"A-P5:AAOR"',
  valeur: '3',
  texte: '"accueil"',
  'territoireParCodePostal.code': '"G1R 4S9"',
  'serie.exercice': '"2025-2026"',
  'classementTerritoires.exigence': '"A-P5:AAOR"',
  'classementTerritoires.periode': '"2025-2026-P01"',
};
const ROOT_PAGE = 1_000;
const INNER_PAGE = 2;

/** One query for each root field that gives something: it asks all that is wanted of what is given. */
export function askEvery(api: GraphQLSchema, wanted: Wanted): (readonly [string, string])[] {
  const fields = rootFields(api);
  const listed = new Set(fields.filter(needsNoArgument).map((field) => thingOf(field)?.name ?? ''));
  return fields.flatMap((field) => {
    const thing = thingOf(field);
    // What only groups things has no citation but theirs.
    const isGroup = thing !== undefined && !isKeyed(thing);
    const asked = select(field, {
      wanted,
      listed: isGroup ? new Set() : listed,
      leaps: 1,
      page: ROOT_PAGE,
    });
    return asked === undefined ? [] : [[field.name, `{ ${asked} }`] as const];
  });
}

/**
 * An object without a key of its own is a part of the one that holds it: it is walked whole. One with a key is a thing
 * by itself: it is walked where the root lists it, and one leap away when the root lists it nowhere.
 */
interface Walk {
  readonly wanted: Wanted;
  readonly listed: ReadonlySet<string>;
  readonly leaps: number;
  readonly page: number;
}

function select(field: ObjectField, walk: Walk): string | undefined {
  const call = nameWithArguments(field, walk.page);
  const type = objectTypeOf(field);
  if (call === undefined || type === undefined) return undefined;
  if (type.name === walk.wanted.type) return `${call} { ${walk.wanted.fields} }`;
  const content = isConnection(type) ? selectPage(type, walk) : selectContent(type, walk);
  return content === '' ? undefined : `${call} { __typename ${content} }`;
}

function selectPage(type: GraphQLObjectType, walk: Walk): string {
  const node = nodeOf(type);
  const content = node === undefined ? '' : selectContent(node, walk);
  const own = fieldsOf(type).filter((field) => objectTypeOf(field)?.name === walk.wanted.type);
  return [
    ...own.map((field) => select(field, walk)),
    ...(content === '' ? [] : [`nodes { __typename ${content} }`]),
  ].join(' ');
}

function selectContent(type: GraphQLObjectType, { wanted, listed, leaps }: Walk): string {
  return fieldsOf(type)
    .map((field) => {
      const thing = thingOf(field);
      const isLeap = thing !== undefined && isKeyed(thing);
      if (isLeap && (leaps === 0 || listed.has(thing.name))) return undefined;
      return select(field, { wanted, listed, leaps: isLeap ? leaps - 1 : leaps, page: INNER_PAGE });
    })
    .filter((text) => text !== undefined)
    .join(' ');
}

/** What a field gives, through lists and pages. */
function thingOf(field: ObjectField): GraphQLObjectType | undefined {
  const type = objectTypeOf(field);
  return type !== undefined && isConnection(type) ? nodeOf(type) : type;
}

function nodeOf(connection: GraphQLObjectType): GraphQLObjectType | undefined {
  const nodes = connection.getFields()['nodes'];
  return nodes === undefined ? undefined : objectTypeOf(nodes);
}

function isKeyed(type: GraphQLObjectType): boolean {
  return hasField(type, 'code') || hasField(type, 'id');
}

function nameWithArguments({ name, args }: ObjectField, page: number): string | undefined {
  const given: string[] = [];
  for (const argument of args) {
    const always = argument.name === 'first' ? String(page) : SAMPLES[`${name}.${argument.name}`];
    const sample = always ?? (isRequiredArgument(argument) ? SAMPLES[argument.name] : undefined);
    if (sample !== undefined) given.push(`${argument.name}: ${sample}`);
    else if (isRequiredArgument(argument)) return undefined;
  }
  return given.length === 0 ? name : `${name}(${given.join(', ')})`;
}

/** Everything of one type in an answer, however deep. */
export function findEvery<Value extends object>(
  type: string,
  answer: unknown,
  path = '',
  holder: string | null = null,
): Found<Value>[] {
  if (Array.isArray(answer))
    return answer.flatMap((item, index) => findEvery<Value>(type, item, `${path}[${index}]`, holder));
  if (typeof answer !== 'object' || answer === null) return [];
  const name = '__typename' in answer ? String(answer.__typename) : null;
  if (name === type) return [{ ...(answer as Value), path, holder }];
  return Object.entries(answer).flatMap(([key, value]) =>
    findEvery<Value>(type, value, `${path}.${key}`, name),
  );
}
