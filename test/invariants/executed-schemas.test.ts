import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, lexicographicSortSchema, parse, printType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '@palier/runtime/database';
import { LEVELS } from '@palier/start/levels';
import { snapshotLocation } from '../house.ts';

let database: Database;

beforeAll(async () => {
  database = await openDatabase(snapshotLocation());
});

afterAll(() => database.close());

/** Each type, as graphql-js prints it; not what only says how an SDL is read. */
function printTypes(schema: GraphQLSchema): Record<string, string> {
  const types = Object.values(lexicographicSortSchema(schema).getTypeMap());
  return Object.fromEntries(
    types
      .filter(({ name }) => !/^(__|link__|federation__)/.test(name))
      .map((type) => [type.name, printType(type)]),
  );
}

describe('the schema that a level executes', () => {
  it.each(LEVELS)('is the one that its SDL says, of $name', async (definition) => {
    const { schema } = await definition.open(database, { demonstration: 'CHARGEE' });
    const said = buildSubgraphSchema(parse(definition.sdl()));
    expect(printTypes(schema)).toEqual(printTypes(said));
  });
});
