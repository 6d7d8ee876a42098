import { isObjectType, type GraphQLSchema } from 'graphql';
import type { Data } from '../data/merge.ts';

/**
 * The `__typename` to answer for an object, undefined when none may be: then the whole object is null. Subgraphs may
 * name the root types as they wish, and one that knows an interface as an object gives the interface's name.
 */
export function typenameToAnswer(
  schema: GraphQLSchema,
  object: Data,
  name: string,
  parentType: string,
): string | undefined {
  const given = object[name] ?? object['__typename'];
  const known = typeof given === 'string' ? schema.getType(given) : undefined;
  const type = known ?? schema.getType(parentType);
  return isObjectType(type) ? type.name : undefined;
}
