import {
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isLeafType,
  isListType,
  getNullableType,
  isObjectType,
} from 'graphql';
import { PalierError } from '../base/errors.ts';

/** Values that one argument may list. */
export const MOST_LISTED = 200;

/**
 * Each list that a read is given has two hundred values at most, and its resolver sees each of them once: no work grows with what
 * is said again. What an act lists is its content, which its own definition bounds.
 */
export function boundLists(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && type !== schema.getMutationType())
      // What federation asks with is no argument of the graph.
      for (const field of Object.values(type.getFields()))
        if (field.name !== '_entities') boundArguments(field);
  return schema;
}

function boundArguments(field: GraphQLField<unknown, unknown>): void {
  const names = field.args
    .filter(({ type }) => isListType(getNullableType(type)) && isLeafType(getNamedType(type)))
    .map(({ name }) => name);
  const { resolve } = field;
  if (names.length === 0 || resolve === undefined) return;
  field.resolve = (source, args: Readonly<Record<string, unknown>>, context, info) => {
    const bounded = { ...args };
    for (const name of names) if (Array.isArray(args[name])) bounded[name] = distinct(name, args[name]);
    return resolve(source, bounded, context, info);
  };
}

function distinct(name: string, values: readonly unknown[]): readonly unknown[] {
  if (values.length <= MOST_LISTED) return [...new Set(values)];
  throw new PalierError(
    'FILTRE_INVALIDE',
    `« ${name} » : ${MOST_LISTED} valeurs au plus, et ${values.length} sont données. Demander le reste à part.`,
  );
}
