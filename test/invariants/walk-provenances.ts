import { type GraphQLObjectType, isRequiredArgument } from 'graphql';
import { type ObjectField, fieldsOf, hasField, isConnection, objectTypeOf } from './public-api.ts';

/** A citation met in an answer, and where. */
export interface FoundProvenance {
  readonly path: string;
  readonly origine: string;
  readonly lignes: string | null;
  readonly note: string | null;
  readonly document: { readonly code: string } | null;
}

const PROVENANCE = '__typename origine lignes note document { code }';

/** What a required argument is given when the walk meets it; a field that requires another one is left out. */
const SAMPLES: Readonly<Record<string, string>> = {
  exigence: '"A-P5:AAOR"',
  valeur: '3',
  texte: '"accueil"',
};
const ROOT_PAGE = 1_000;
const INNER_PAGE = 2;

/** The query of one root field that asks every citation of what it lists, and of what each item of the list leads to. */
export function askProvenances(field: ObjectField): string | undefined {
  const asked = select(field, 1, ROOT_PAGE);
  return asked === undefined ? undefined : `{ ${asked} }`;
}

/**
 * An object without a key of its own is a part of the one that holds it: it is walked whole. One with a key is a thing
 * by itself: `leaps` says through how many of those the walk goes.
 */
function select(field: ObjectField, leaps: number, page: number): string | undefined {
  const call = nameWithArguments(field, page);
  const type = objectTypeOf(field);
  if (call === undefined || type === undefined) return undefined;
  if (type.name === 'Provenance') return `${call} { ${PROVENANCE} }`;
  const content = selectContent(type, leaps, page);
  return content === '' ? undefined : `${call} { ${content} }`;
}

function selectContent(type: GraphQLObjectType, leaps: number, page: number): string {
  return fieldsOf(type)
    .filter(({ name }) => !isConnection(type) || name === 'nodes')
    .map((inner) => {
      const innerType = objectTypeOf(inner);
      const isThing = innerType !== undefined && isKeyed(innerType);
      const left = isThing && page !== ROOT_PAGE ? leaps - 1 : leaps;
      if (left < 0) return undefined;
      return select(inner, left, isConnection(type) ? page : INNER_PAGE);
    })
    .filter((text) => text !== undefined)
    .join(' ');
}

function isKeyed(type: GraphQLObjectType): boolean {
  return hasField(type, 'code') || hasField(type, 'id');
}

function nameWithArguments({ name, args }: ObjectField, page: number): string | undefined {
  const given: string[] = [];
  for (const argument of args) {
    const sample = argument.name === 'first' ? String(page) : SAMPLES[argument.name];
    if (isRequiredArgument(argument) && sample === undefined) return undefined;
    if (isRequiredArgument(argument) || argument.name === 'first')
      given.push(`${argument.name}: ${sample ?? ''}`);
  }
  return given.length === 0 ? name : `${name}(${given.join(', ')})`;
}

/** Every citation of an answer, however deep. */
export function findProvenances(answer: unknown, path = ''): FoundProvenance[] {
  if (Array.isArray(answer))
    return answer.flatMap((item, index) => findProvenances(item, `${path}[${index}]`));
  if (typeof answer !== 'object' || answer === null) return [];
  if ('__typename' in answer && answer.__typename === 'Provenance')
    return [{ ...(answer as unknown as FoundProvenance), path }];
  return Object.entries(answer).flatMap(([name, value]) => findProvenances(value, `${path}.${name}`));
}
