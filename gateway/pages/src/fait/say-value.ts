import { type GraphQLSchema, getNamedType, isEnumType, isObjectType } from 'graphql';
import { sayDay, sayInstant } from '@palier/calls/say-instant';

const NUMBER = new Intl.NumberFormat('fr-CA', { maximumSignificantDigits: 21 });

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Numbers that name something rather than count it. */
const NAMES = new Set(['annee', 'anneePopulation', 'fiche', 'numero', 'rang']);

/** A value that is no object, as people read it. */
export function sayValue(field: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non';
  if (typeof value === 'number' && !NAMES.has(field)) return NUMBER.format(value);
  if (typeof value === 'string' && INSTANT.test(value)) return sayInstant(value);
  if (typeof value === 'string' && DAY.test(value)) return sayDay(value);
  return String(value);
}

/** What one source says of a measure: the contract says of these values what all of them do. */
const OF_ONE_SOURCE: ReadonlyMap<string, string> = new Map([
  ['CONFORME', 'Le seuil est respecté, selon cette source'],
  ['NON_CONFORME', 'Le seuil n’est pas respecté, selon cette source'],
  ['INDETERMINE', 'Cette source ne permet pas de conclure'],
]);

/** What the contract says of a value of an enumeration; nothing for what is none. */
export function describeEnum(
  schema: GraphQLSchema,
  type: string | undefined,
  { field, value }: { readonly field: string; readonly value: unknown },
): string | undefined {
  const owner = type === undefined ? undefined : schema.getType(type);
  if (typeof value !== 'string' || !isObjectType(owner)) return undefined;
  const named = owner.getFields()[field]?.type;
  const enumeration = named && getNamedType(named);
  if (!isEnumType(enumeration)) return undefined;
  if (type === 'VerdictSource' && OF_ONE_SOURCE.has(value)) return OF_ONE_SOURCE.get(value);
  return enumeration.getValue(value)?.description?.replace(/\.$/, '') ?? value;
}

/** The name of the type of a field, where the contract has it. */
export function typeOfField(
  schema: GraphQLSchema,
  type: string | undefined,
  field: string,
): string | undefined {
  const owner = type === undefined ? undefined : schema.getType(type);
  if (!isObjectType(owner)) return undefined;
  const named = owner.getFields()[field]?.type;
  return named && getNamedType(named).name;
}
