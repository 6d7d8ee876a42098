import { type Gateway, createGateway } from '@palier/gateway';
import { createInMemoryCaller } from '@palier/gateway/subgraphs/in-memory/in-memory-caller';
import type { OperationResult } from '@palier/gateway/request/operation';
import { SILENT } from '@palier/gateway/testing/loggers';
import { type Database, openDatabase } from '@palier/runtime/database';
import { LEVELS } from '@palier/start/levels';
import { SUPERGRAPH } from '@palier/start/open-house';
import {
  type GraphQLArgument,
  type GraphQLInputObjectType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSubgraphSdls } from '@palier/schema/committed-schema';
import { has, listRootFields } from '@palier/schema/defined-fields';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';
import {
  type ObjectField,
  isConnection,
  objectTypeOf,
  readPublicApi,
  rootFields,
} from '../invariants/public-api.ts';

let database: Database;
let gateway: Gateway;
let stopped: string | undefined;

beforeAll(async () => {
  database = await openDatabase(snapshotLocation());
  const callers = new Map(
    await Promise.all(
      LEVELS.map(async (definition) => {
        const subgraph = await definition.open(database, { demonstration: 'CHARGEE' });
        return [definition.name, createInMemoryCaller(subgraph)] as const;
      }),
    ),
  );
  gateway = await createGateway({
    supergraph: { path: SUPERGRAPH },
    planning: PLANNING,
    logger: SILENT,
    cache: { bytes: 0, share: false },
    callers: ({ name }) => ({
      call: (request) =>
        name === stopped
          ? Promise.reject(new Error('connect ECONNREFUSED'))
          : callers.get(name)!.call(request),
    }),
  });
});
afterAll(async () => {
  await gateway.stop();
  await database.close();
});

/** What several levels answer is nobody's alone: it is held below. */
const LEVEL_OF = new Map(
  listSubgraphSdls().flatMap((subgraph) =>
    listRootFields(subgraph)
      .filter(({ node }) => !has(node.directives, 'shareable'))
      .map(({ field, level }) => [field, level] as const),
  ),
);
const OWNED = rootFields(readPublicApi()).filter(({ name }) => LEVEL_OF.has(name));
const FIELDS = OWNED.map((field) => ({
  name: field.name,
  level: LEVEL_OF.get(field.name) ?? '',
  isWholeList: isList(field) && !field.args.some(isRequiredArgument),
  asked: `${field.name}${writeArguments(field)}${writeSelection(field)}`,
}));

/** A list that each level gives at its root without an argument: never null while the level answers. */
const BESIDE = new Map(
  FIELDS.filter(({ isWholeList }) => isWholeList).map(({ level, asked }) => [level, asked]),
);

function isList(field: ObjectField): boolean {
  const type = objectTypeOf(field);
  return isListType(getNullableType(field.type)) || (type !== undefined && isConnection(type));
}

function writeArguments({ args }: ObjectField): string {
  const given = args.filter(isRequiredArgument).map((argument) => `${argument.name}: ${valueFor(argument)}`);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function valueFor({ type }: Pick<GraphQLArgument, 'type'>): string {
  if (isListType(getNullableType(type))) return '[]';
  const named = getNamedType(type);
  if (isInputObjectType(named)) return writeInput(named);
  return isEnumType(named) ? named.getValues()[0]!.name : '"06112"';
}

function writeInput(type: GraphQLInputObjectType): string {
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${required.map((field) => `${field.name}: ${valueFor(field)}`).join(', ')} }`;
}

function writeSelection({ type }: ObjectField): string {
  return isCompositeType(getNamedType(type)) ? ' { __typename }' : '';
}

const CASES = FIELDS.flatMap((field) =>
  LEVELS.filter(({ name }) => name !== field.level).map(({ name }) => ({ ...field, other: name })),
);

async function askWithout(level: string | undefined, query: string): Promise<OperationResult> {
  stopped = level;
  return gateway.execute({ query });
}

it('every level gives a list at the root', () => {
  expect([...BESIDE.keys()].sort()).toEqual(LEVELS.map(({ name }) => name).sort());
});

describe('a root field that a stopped level owes', () => {
  it.each(CASES)(
    '$name of $level is null alone, beside what $other gives',
    async ({ asked, level, other }) => {
      const query = `{ asked: ${asked} beside: ${BESIDE.get(other)} }`;
      const whole = await askWithout(undefined, query);
      expect(whole.data?.['beside']).toBeTruthy();

      const withoutIt = await askWithout(level, query);
      expect(withoutIt.data).toEqual({ asked: null, beside: whole.data?.['beside'] });
      expect(withoutIt.errors).toMatchObject([{ path: ['asked'], extensions: { service: level } }]);

      const withoutOther = await askWithout(other, query);
      expect(withoutOther.data).toEqual({ asked: whole.data?.['asked'], beside: null });
      expect(withoutOther.errors).toContainEqual(
        expect.objectContaining({
          path: ['beside'],
          extensions: expect.objectContaining({ service: other }),
        }),
      );
    },
  );
});

describe('the list that a stopped level owes among those of all', () => {
  const LISTS = { msss: 'msss', 'sante-quebec': 'santeQuebec', etablissements: 'etablissements' } as const;

  it.each(Object.entries(LISTS))('%s takes its own alone', async (level, list) => {
    // Until an instant: what is consolidated meanwhile is in no list.
    const query = `{ differences(a: "${new Date().toISOString()}") { ${Object.values(LISTS)
      .map((each) => `${each} { totalCount }`)
      .join(' ')} } }`;
    const whole = await askWithout(undefined, query);
    const lists = whole.data?.['differences'] as object;
    const told = { totalCount: expect.any(Number) as unknown };
    expect(lists).toEqual(Object.fromEntries(Object.values(LISTS).map((each) => [each, told])));

    const withoutIt = await askWithout(level, query);
    expect(withoutIt.data).toEqual({ differences: { ...lists, [list]: null } });
    expect(withoutIt.errors).toMatchObject([{ path: ['differences'], extensions: { service: level } }]);
  });
});
