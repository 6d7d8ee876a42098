import {
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isLeafType,
  isListType,
  getNullableType,
  isObjectType,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { PalierError } from '../base/errors.ts';

/** Values that one argument may list. */
export const MOST_LISTED = 200;

/** How is declared the argument by which a list is narrowed to some territories. */
export const TERRITOIRES_ASKED = {
  nullable: true,
  description: `Ces territoires seulement, par exemple ceux que \`territoiresClsc\` choisit par leur population ; ${MOST_LISTED} au plus. FILTRE_INVALIDE nomme celui qui est inconnu. Se combine avec les autres arguments.`,
} as const;

/** Fewer values than that, in the lists that a field is given: each takes more than a row. */
export const MostListed = (most: number): PropertyDecorator & MethodDecorator =>
  Extensions({ mostListed: most });

/**
 * Each list that a read is given has two hundred values at most, or as many as its field says by `MostListed`, said again or not;
 * its resolver sees each code or word of them once: no work grows with what is said again. Objects are bounded where their field says it: what an act lists is its content, which its own
 * definition bounds.
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
  const said = field.extensions['mostListed'] as number | undefined;
  const most = said ?? MOST_LISTED;
  const names = field.args
    .filter(({ type }) => isListType(getNullableType(type)))
    .filter(({ type }) => said !== undefined || isLeafType(getNamedType(type)))
    .map(({ name }) => name);
  const { resolve } = field;
  if (names.length === 0 || resolve === undefined) return;
  field.resolve = (source, args: Readonly<Record<string, unknown>>, context, info) => {
    const bounded = { ...args };
    for (const name of names) if (Array.isArray(args[name])) bounded[name] = distinct(name, args[name], most);
    return resolve(source, bounded, context, info);
  };
}

function distinct(name: string, values: readonly unknown[], most: number): readonly unknown[] {
  if (values.length <= most) return [...new Set(values)];
  throw new PalierError(
    'FILTRE_INVALIDE',
    `« ${name} » : ${most} valeurs au plus, et ${values.length} sont données. Demander le reste à part.`,
  );
}
