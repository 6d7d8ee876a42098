import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** What an attacker learns of a graph by reading its schema: where to enter, what leads back, what to ask for. */
export interface Terrain {
  readonly schema: GraphQLSchema;
  /** A field of the root that gives an object, its arguments written, without its selection. */
  readonly entrance: string;
  /** The same field alone, and an argument that it needs, if it needs one. */
  readonly field: string;
  readonly argument: { readonly name: string; readonly type: string } | undefined;
  readonly type: GraphQLObjectType;
  readonly leaf: string;
  /** Fields that lead from `type` back to `type`, one in another. */
  readonly cycle: readonly string[];
  /** Fields of `type` that give objects, each with a leaf to ask of them. */
  readonly links: readonly { readonly field: string; readonly leaf: string }[];
}

/** An entrance that takes an argument if there is one, then the shortest way back to its type, then the most links. */
export function exploreTerrain(schema: GraphQLSchema): Terrain {
  const query = schema.getQueryType();
  const found = Object.values(query?.getFields() ?? {}).flatMap((field) => toTerrain(schema, field) ?? []);
  const takesNone = ({ argument }: Terrain): number => Number(argument === undefined);
  found.sort(
    (a, b) =>
      takesNone(a) - takesNone(b) || a.cycle.length - b.cycle.length || b.links.length - a.links.length,
  );
  const [best] = found;
  if (!best) throw new Error('Nothing in this graph leads back to itself');
  return best;
}

function toTerrain(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): Terrain | undefined {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return undefined;
  const leaf = leafOf(type);
  const cycle = wayBack(type);
  if (leaf === undefined || cycle === undefined) return undefined;
  const links = linksOf(type).flatMap((link) => {
    const below = getNamedType(link.type);
    const inner = isObjectType(below) ? leafOf(below) : '__typename';
    return inner === undefined ? [] : [{ field: link.name, leaf: inner }];
  });
  const [needed] = field.args.filter(isRequiredArgument);
  return {
    schema,
    entrance: `${field.name}${argumentsOf(field)}`,
    field: field.name,
    argument: needed && { name: needed.name, type: String(needed.type) },
    type,
    leaf,
    cycle,
    links,
  };
}

/** Breadth first over the fields that need no argument. */
function wayBack(target: GraphQLObjectType): readonly string[] | undefined {
  const seen = new Set<string>();
  let paths: readonly { readonly type: GraphQLObjectType; readonly path: readonly string[] }[] = [
    { type: target, path: [] },
  ];
  while (paths.length > 0) {
    const next = paths.flatMap(({ type, path }) =>
      linksOf(type).flatMap((field) => {
        const below = getNamedType(field.type);
        return isObjectType(below) ? [{ type: below, path: [...path, field.name] }] : [];
      }),
    );
    const back = next.find(({ type }) => type === target);
    if (back) return back.path;
    paths = next.filter(({ type }) => !seen.has(type.name) && seen.add(type.name));
  }
  return undefined;
}

const linksOf = (type: GraphQLObjectType): readonly GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields()).filter(
    (field) =>
      // A list of lists of lists is a large answer, which is another matter than a large question.
      !isListType(getNullableType(field.type)) &&
      isCompositeType(getNamedType(field.type)) &&
      !isUnionType(getNamedType(field.type)) &&
      !field.args.some(isRequiredArgument),
  );

const leafOf = (type: GraphQLObjectType): string | undefined =>
  Object.values(type.getFields()).find(
    (field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument),
  )?.name;

/** Required arguments, written as the graph wants them; none for a field that needs none. */
function argumentsOf(field: GraphQLField<unknown, unknown>): string {
  const required = field.args.filter(isRequiredArgument);
  if (required.length === 0) return '';
  return `(${required.map((argument) => `${argument.name}: ${literalOf(argument)}`).join(', ')})`;
}

const literalOf = ({ type, name }: GraphQLArgument): string => {
  const named = getNamedType(type);
  if (named.name === 'Int' || named.name === 'Float') return '1';
  if (named.name === 'Boolean') return 'true';
  if ('getValues' in named) return named.getValues()[0]?.name ?? 'null';
  return name === 'code' ? '"06112"' : '"standard"';
};
