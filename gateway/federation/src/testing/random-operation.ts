import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { pick, type Random } from './random.ts';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Draft {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly fragments: string[];
  aliases: number;
}

const VARIABLES =
  '$yes: Boolean!, $no: Boolean! = false, $maybe: Boolean!, $count: Int, $id: ID! = "2", $text: String = "3"';

/** An operation over the schema, often valid: fragments, aliases, arguments, variables, conditions, typenames. */
export function randomOperation(schema: GraphQLSchema, random: Random): RandomOperation {
  const draft: Draft = { schema, random, fragments: [], aliases: 0 };
  const mutation = schema.getMutationType();
  const kind = mutation && random() < 0.3 ? 'mutation' : 'query';
  const root = kind === 'mutation' ? mutation! : schema.getQueryType()!;
  const body = selectionSet(draft, root, 2 + Math.floor(random() * 4));
  const query = `${kind} Operation(${VARIABLES}) ${body}\n${draft.fragments.join('\n')}`;
  const variables: Record<string, unknown> = { yes: true, maybe: random() < 0.5 };
  if (random() < 0.5) variables['no'] = random() < 0.2;
  if (random() < 0.5) variables['count'] = Math.floor(random() * 4);
  if (random() < 0.3) variables['id'] = '3';
  return { query, variables };
}

function selectionSet(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const { random } = draft;
  const selections: string[] = [];
  const fields = isUnionType(type) ? [] : Object.values(type.getFields());
  const wanted = 1 + Math.floor(random() * 3);
  for (let index = 0; index < wanted && fields.length > 0; index++) {
    const field = pick(random(), fields);
    if (depth > 0 || !isCompositeType(getNamedType(field.type)))
      selections.push(selectField(draft, field, depth));
  }
  if (random() < 0.25) selections.push(random() < 0.3 ? `kind${draft.aliases++}: __typename` : '__typename');
  if (depth > 0 && random() < (isObjectType(type) ? 0.2 : 0.7))
    selections.push(selectFragment(draft, type, depth));
  if (selections.length === 0) selections.push('__typename');
  return `{ ${selections.join(' ')} }`;
}

function selectField(draft: Draft, field: GraphQLField<unknown, unknown>, depth: number): string {
  const args = field.args.flatMap((argument) => argumentText(draft, argument) ?? []);
  const aliased = args.length > 0 || draft.random() < 0.15;
  const alias = aliased ? `a${draft.aliases++}: ` : '';
  const type = getNamedType(field.type);
  const below = isCompositeType(type) ? ` ${selectionSet(draft, type, depth - 1)}` : '';
  return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${condition(draft)}${below}`;
}

function argumentText({ random }: Draft, { name, type }: GraphQLArgument): string | undefined {
  if (type.toString() === 'ID!') return `${name}: ${pick(random(), ['$id', '"1"', '"Book2"', '"4"'])}`;
  if (type.toString() === 'String!') return `${name}: "upc-${pick(random(), ['1', '2', '5'])}"`;
  if (random() < 0.5) return undefined;
  if (type.toString() === 'Int') return `${name}: ${pick(random(), ['$count', '2', 'null'])}`;
  return `${name}: ${pick(random(), ['$text', '"fr"'])}`;
}

function condition({ random }: Draft): string {
  if (random() > 0.12) return '';
  const variable = pick(random(), ['$yes', '$no', '$maybe', 'true', 'false']);
  return ` @${pick(random(), ['skip', 'include'])}(if: ${variable})`;
}

function selectFragment(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const { schema, random } = draft;
  const possible = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  const on = pick(random(), [...possible, ...interfaces, type]);
  const body = selectionSet(draft, on, depth - 1);
  if (random() < 0.6) return `... on ${on.name}${condition(draft)} ${body}`;
  const name = `F${draft.fragments.length}x${draft.aliases++}`;
  draft.fragments.push(`fragment ${name} on ${on.name} ${body}`);
  return `...${name}${condition(draft)}`;
}
