import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
  print,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { listClaims } from './claim.ts';
import { drawFrom } from './draw.ts';
import { createFreshGraph } from './fresh-graph.ts';
import { removeFields, without } from './remove-fields.ts';

/**
 * Queries nobody wrote, over every claim's graph: each is asked whole, then with fewer fields, and the two answers must
 * agree. Planning is most often wrong when much is asked at once.
 */
const QUERIES = Number(process.env['GENERATED_QUERIES'] ?? 6);
const FIRST_SEED = Number(process.env['GENERATED_SEED'] ?? 1);
const REDUCTIONS = 3;
const DEPTH = 4;

const claims = listClaims()
  .filter((claim) => !claim.subgraphs.some(({ sdl }) => /@authenticated|percent\(/.test(sdl)))
  .map((claim) => ({ name: claim.name, claim }));

describe.each(claims)('$name, queries at random', ({ claim }) => {
  it('agree with themselves when less is asked', async () => {
    const graph = createFreshGraph(claim);
    for (let seed = FIRST_SEED; seed < FIRST_SEED + QUERIES; seed += 1) {
      const query = generate(graph.schema, drawFrom(seed));
      const whole = await ask(query);
      // A null that climbs hides what would be seen with less.
      if (whole.errors || whole.extensions) continue;
      for (let reduction = 1; reduction <= REDUCTIONS; reduction += 1) {
        const { document, removed } = removeFields(parse(query), drawFrom(seed * 100 + reduction));
        const reduced = await ask(print(document));
        expect(reduced.errors, `${query}\n${print(document)}`).toBeUndefined();
        const expected = without(whole.data, removed, '');
        expect(JSON.stringify(reduced.data), `${query}\n${print(document)}`).toBe(JSON.stringify(expected));
      }
    }

    function ask(query: string) {
      return graph.ask({ name: 'generated', query, expected: {}, request: {} });
    }
  });
});

type Draw = () => number;

function generate(schema: GraphQLSchema, draw: Draw): string {
  const root = schema.getQueryType();
  return root ? `query ${selections(root, schema, draw, DEPTH, 1)}` : '{ __typename }';
}

/** Each field under a name of its own type, so that two types never give one name to two things. */
function selections(
  type: GraphQLNamedType,
  schema: GraphQLSchema,
  draw: Draw,
  depth: number,
  share: number,
): string {
  const parts: string[] = [];
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      if (draw() < share * 0.6) parts.push(...selectField(type, field, schema, draw, depth));
    }
  }
  if (isInterfaceType(type) || isUnionType(type)) {
    for (const possible of schema.getPossibleTypes(type)) {
      if (draw() < 0.6)
        parts.push(`... on ${possible.name} ${selections(possible, schema, draw, depth, 0.7)}`);
    }
  }
  if (parts.length === 0 || draw() < 0.2) parts.push(`t${depth}: __typename`);
  return `{ ${parts.join(' ')} }`;
}

function selectField(
  owner: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  schema: GraphQLSchema,
  draw: Draw,
  depth: number,
): readonly string[] {
  const type = getNamedType(field.type);
  const given = field.args.filter((argument) => isRequiredArgument(argument) || draw() < 0.3);
  const text = given.map((argument) => `${argument.name}: ${valueOf(argument.type, draw)}`).join(', ');
  const call = `${field.name}${text && `(${text})`}`;
  const name = draw() < 0.5 && !text ? '' : `${field.name}_${owner.name}_${Math.floor(draw() * 1000)}: `;
  // The name of an interface's field is kept for its types, which may give it another type.
  const alias =
    name === '' && !isInterfaceType(owner) && owner !== schema.getQueryType()
      ? `${field.name}_${owner.name}: `
      : name;
  if (isLeafType(type)) return [`${alias}${call}`];
  return depth === 0 ? [] : [`${alias}${call} ${selections(type, schema, draw, depth - 1, 1)}`];
}

function valueOf(type: GraphQLInputType, draw: Draw): string {
  if (isNonNullType(type)) return valueOf(type.ofType, draw);
  if (isListType(type)) return `[${valueOf(type.ofType, draw)}]`;
  if (isEnumType(type)) return type.getValues()[Math.floor(draw() * type.getValues().length)]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return `{ ${fields.map((field) => `${field.name}: ${valueOf(field.type, draw)}`).join(', ')} }`;
  }
  const values: Record<string, string> = {
    Int: String(1 + Math.floor(draw() * 4)),
    Float: '1.5',
    Boolean: 'true',
  };
  return values[type.name] ?? '"i1"';
}
