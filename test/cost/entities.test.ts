import {
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  graphql,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  getNamedType,
  parse,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '@palier/runtime/database';
import type { Subgraph } from '@palier/runtime/subgraph';
import { LEVELS } from '@palier/start/levels';
import { snapshotLocation } from '../house.ts';

type Key = Readonly<Record<string, string>>;

const codes = (...values: string[]): Key[] => values.map((code) => ({ code }));
const ids = (...values: string[]): Key[] => values.map((id) => ({ id }));

/** Some keys of those of which no root lists two, or that have another key than a code or an identifier as people please. */
const KEYS: Readonly<Record<string, readonly Key[]>> = {
  Campagne: codes('2025-2026', '2024-2025'),
  Canevas: codes('2025-2026-V1', '2024-2025-V1'),
  Designation: ids('2025-01111', '2025-06112'),
  Imputabilite: [
    { territoire: '01111', exigence: 'A-P5:AAOR' },
    { territoire: '06112', exigence: 'A-P9:CONSULT_PSY' },
  ],
  OffreService: ids('01111:AAOR', '06112:CRISE'),
  OrientationPolitique: codes('1.1', '3.1'),
  Passage: codes('004:L778-788', '003:L12-15, L20'),
  SectionDocument: codes('003-1.2', '004-2.2.7'),
};

/** A key made of two, a field that compares with another row, and one that counts others, each take one statement more. */
const STATEMENTS: Readonly<Record<string, number>> = { 'msss Imputabilite': 2, 'sante-quebec Campagne': 3 };

const ENTITIES = LEVELS.flatMap((definition) =>
  listEntities(parse(definition.sdl())).map((type) => ({ level: definition.name, type })),
);

const subgraphs = new Map<string, Subgraph>();
let database: Database;

beforeAll(async () => {
  database = await openDatabase(snapshotLocation());
  for (const definition of LEVELS)
    subgraphs.set(definition.name, await definition.open(database, { demonstration: 'CHARGEE' }));
});

afterAll(() => database.close());

describe('an entity found by reference', () => {
  it.each(ENTITIES)('$type of $level costs the same however many are asked for', async ({ level, type }) => {
    const keys = KEYS[type] ?? (await findKeys(type));
    const many = Array.from({ length: 5 }, () => keys)
      .flat()
      .map((key) => ({ __typename: type, ...key }));
    const statements = await countStatements(level, type, many);
    expect(statements).toBeLessThanOrEqual(STATEMENTS[`${level} ${type}`] ?? 1);
  });
});

/** Those of the first two that a root lists; where none holds any, well-formed ones that nothing has. */
async function findKeys(type: string): Promise<readonly Key[]> {
  const levels = [...subgraphs.values()];
  const known = levels.map(({ schema }) => schema.getType(type)).find(isObjectType);
  const key = 'code' in (known?.getFields() ?? {}) ? 'code' : 'id';
  for (const { schema, createContext } of levels)
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
      const given = getNamedType(field.type).name;
      const isPage = given === `${type}Connection`;
      const isList = given === type && isListType(field.type);
      if (field.args.some(isRequiredArgument) || !(isPage || isList)) continue;
      const source = `{ list: ${field.name} { ${isPage ? `nodes { ${key} }` : key} } }`;
      // What is measured is kept for nobody.
      const contextValue = createContext(undefined, { statements: 0, rows: 0 });
      const { data } = await graphql({ schema, source, contextValue });
      const list = data?.['list'] as readonly Key[] | { readonly nodes: readonly Key[] } | undefined;
      const found = list === undefined || !('nodes' in list) ? list : list.nodes;
      if (found !== undefined && found.length > 1) return found.slice(0, 2).map((one) => ({ ...one }));
    }
  return [{ [key]: 'X1' }, { [key]: 'X2' }];
}

async function countStatements(
  level: string,
  type: string,
  representations: readonly Key[],
): Promise<number> {
  const subgraph = subgraphs.get(level);
  if (subgraph === undefined) throw new Error(level);
  const source = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${listOwnLeaves(subgraph.schema, type)} } } }`;
  let statements = 0;
  const stop = database.onStatement(() => (statements += 1));
  const { errors } = await graphql({
    schema: subgraph.schema,
    source,
    variableValues: { representations },
    contextValue: subgraph.createContext(),
  });
  stop();
  expect(
    errors,
    `keys of ${type} that are well formed are to be named in KEYS of test/cost/entities.test.ts`,
  ).toBeUndefined();
  return statements;
}

/** The plain fields of an entity: what its own row holds. */
function listOwnLeaves(schema: GraphQLSchema, name: string): string {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(name);
  const leaves = Object.values((type as GraphQLObjectType).getFields()).filter(
    ({ type: fieldType, args, astNode }) =>
      isLeafType(getNamedType(fieldType)) &&
      !args.some(isRequiredArgument) &&
      !astNode?.directives?.some((directive) => ['external', 'requires'].includes(directive.name.value)),
  );
  return ['__typename', ...leaves.map((field) => field.name)].join(' ');
}

/** The entities that a level finds by their key. */
function listEntities(document: DocumentNode): string[] {
  return document.definitions.flatMap((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const keys = (node.directives ?? []).filter((directive) => directive.name.value === 'key');
    const resolvable = keys.filter(
      (key) =>
        !key.arguments?.some(
          ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
        ),
    );
    return resolvable.length > 0 ? [node.name.value] : [];
  });
}
