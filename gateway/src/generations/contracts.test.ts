import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildClientSchema, execute, getIntrospectionQuery, parse, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationResult } from '../request/operation.ts';
import type { Gateway } from '../server.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { SILENT } from '../testing/loggers.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@requires", "@external"])';
const CACHE = '@tag(name: "cache")';

const CLINICS = `${LINK}
  type Query {
    clinics(order: Order, filter: Filter, secretKey: String ${CACHE}): [Clinic]
    found: [Found]
    places: [Place]
    staff: [Person] ${CACHE}
  }
  interface Place { id: ID!  name: String }
  type Clinic implements Place @key(fields: "id") {
    id: ID!  name: String  grade: Grade  badge: String ${CACHE}  broken: String  chief: Person
  }
  type Person implements Place ${CACHE} { id: ID!  name: String }
  union Found = Clinic | Person
  enum Order { NAME COST ${CACHE} }
  enum Grade { GOOD HUSHED ${CACHE} }
  input Filter { name: String  budget: Int ${CACHE} }`;
const BEDS = `${LINK}
  type Clinic @key(fields: "id") { id: ID!  badge: String @external  beds: Int @requires(fields: "badge") }`;

const PERSON = { __typename: 'Person', id: 'p1', name: 'Alice' };
const CLINIC = { __typename: 'Clinic', id: 'c1', name: 'Nord', grade: 'HUSHED', badge: '7', chief: PERSON };
const schemas = {
  clinics: buildSubgraphSchema([
    {
      typeDefs: parse(CLINICS),
      resolvers: {
        Query: {
          clinics: () => [CLINIC],
          found: () => [CLINIC, PERSON],
          places: () => [CLINIC, PERSON],
          staff: () => [PERSON],
        },
        Clinic: {
          __resolveReference: () => CLINIC,
          broken: () => {
            throw Object.assign(new Error('La personne de Person.badge manque'), {
              extensions: { code: 'FICHE_ABSENTE' },
            });
          },
        },
      } as never,
    },
  ]),
  beds: buildSubgraphSchema([
    {
      typeDefs: parse(BEDS),
      resolvers: {
        Clinic: {
          __resolveReference: (reference: object) => reference,
          beds: ({ badge }: { badge: string }) => Number(badge),
        },
      } as never,
    },
  ]),
};

const compose = (clinics = CLINICS): string =>
  composeServices([
    { name: 'clinics', url: 'http://clinics.test', typeDefs: parse(clinics) },
    { name: 'beds', url: 'http://beds.test', typeDefs: parse(BEDS) },
  ]).supergraphSdl ?? '';

const STAFF = 'query Staff { staff { name } }';
const NAMES = 'query Names { clinics { name } }';
/** Each name that the contract hides, and that no answer of it may hold. */
const HIDDEN = /\b(Person|staff|badge|chief|secretKey|COST|HUSHED|budget|Alice)\b/;

let folder: string;
let path: string;
let gateway: Gateway;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-contrats-'));
  path = join(folder, 'supergraph.graphql');
  await writeFile(path, compose());
  await writeFile(join(folder, 'staff.graphql'), STAFF);
  await writeFile(join(folder, 'names.graphql'), NAMES);
  gateway = await open({ contracts: [{ name: 'public', filter: { exclude: ['cache'] } }] });
});
afterAll(async () => {
  await gateway.stop();
  await rm(folder, { recursive: true });
});

function open(options: Partial<Parameters<typeof openGateway>[0]>): Promise<Gateway> {
  return openGateway({
    supergraph: { path },
    operationsFolder: folder,
    callers: ({ name }) => ({
      async call({ query, variables }) {
        const schema = schemas[name as keyof typeof schemas];
        const result = await execute({ schema, document: parse(query), variableValues: variables });
        return JSON.parse(JSON.stringify(result));
      },
    }),
    logger: SILENT,
    ...options,
  });
}

const ask = (request: Parameters<Gateway['execute']>[0]): Promise<OperationResult> =>
  gateway.execute({ ...request, contract: 'public' });
const codeOf = ({ errors }: OperationResult): unknown => errors?.[0]?.extensions?.['code'];

describe('what a contract hides', () => {
  it.each([
    ['a field of the root', '{ staff { name } }'],
    ['a field', '{ clinics { badge } }'],
    ['a field of a hidden type', '{ clinics { chief { name } } }'],
    ['a type in a fragment', '{ found { ... on Person { name } } }'],
    ['a type in a named fragment', '{ found { ...P } } fragment P on Person { name }'],
    ['a type of an interface', '{ places { ... on Person { name } } }'],
    ['an argument', '{ clinics(secretKey: "x") { name } }'],
    ['an enum value', '{ clinics(order: COST) { name } }'],
    ['a field of an input', '{ clinics(filter: { budget: 1 }) { name } }'],
  ])('cannot be asked: %s', async (_, query) => {
    const refused = await ask({ query });
    expect(codeOf(refused)).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(refused.data).toBeUndefined();
    expect((await gateway.execute({ query })).errors ?? []).toEqual([]);
  });

  it.each([
    ['an enum value', { order: 'COST' }, 'query ($order: Order) { clinics(order: $order) { name } }'],
    [
      'a field of an input',
      { filter: { budget: 1 } },
      'query ($filter: Filter) { clinics(filter: $filter) { name } }',
    ],
  ])('cannot be given in a variable: %s', async (_, variables, query) => {
    expect(codeOf(await ask({ query, variables }))).toBe('BAD_USER_INPUT');
    expect(await gateway.execute({ query, variables })).toEqual({ data: { clinics: [{ name: 'Nord' }] } });
  });

  it('is not suggested to who comes near it', async () => {
    for (const query of ['{ staf { name } }', '{ clinics { badg } }', '{ clinics(order: COS) { name } }']) {
      expect(JSON.stringify(await ask({ query }))).not.toMatch(HIDDEN);
      expect(JSON.stringify(await gateway.execute({ query }))).toMatch(HIDDEN);
    }
  });

  it('is not in its introspection, which gives a valid schema', async () => {
    const { data } = await ask({ query: getIntrospectionQuery() });
    expect(JSON.stringify(data)).not.toMatch(HIDDEN);
    const schema = buildClientSchema(data as unknown as IntrospectionQuery);
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['clinics', 'found', 'places']);
    expect(await ask({ query: '{ __type(name: "Person") { name } }' })).toEqual({ data: { __type: null } });
    const beside = await ask({ query: '{ __type(name: "Person") { name } clinics { name } }' });
    expect(beside).toEqual({ data: { __type: null, clinics: [{ name: 'Nord' }] } });
  });

  it.each([
    '{ found { __typename ... on Clinic { name } } }',
    '{ places { __typename name } }',
    '{ places { name } }',
    '{ found { t: __typename } }',
  ])('does not come out of an interface or a union: %s', async (query) => {
    // The full graph keeps the plan of this very text: the contract must not answer in its shape.
    expect(JSON.stringify(await gateway.execute({ query }))).toMatch(/Person|Alice/);
    const answer = await ask({ query });
    expect(JSON.stringify(answer)).not.toMatch(HIDDEN);
    const [first, second] = Object.values(answer.data ?? {})[0] as unknown[];
    expect(first).toEqual(expect.any(Object));
    expect(second).toBeNull();
  });

  it('does not come out as a value', async () => {
    const query = '{ clinics { grade } }';
    expect(await gateway.execute({ query })).toEqual({ data: { clinics: [{ grade: 'HUSHED' }] } });
    expect((await ask({ query })).data).toEqual({ clinics: [{ grade: null }] });
  });

  it('is joined for what requires it, and not shown', async () => {
    expect(await ask({ query: '{ clinics { beds } }' })).toEqual({ data: { clinics: [{ beds: 7 }] } });
  });

  it('is not named by a level’s own error', async () => {
    const query = '{ clinics { broken } }';
    expect(JSON.stringify(await gateway.execute({ query }))).toMatch(/Person/);
    const answer = await ask({ query });
    expect(answer.data).toEqual({ clinics: [{ broken: null }] });
    expect(codeOf(answer)).toBe('ERREUR_SERVICE');
    expect(JSON.stringify(answer)).not.toMatch(HIDDEN);
  });
});

describe('the operations of a contract', () => {
  it('are the registered ones that it can answer, and the others are unknown to it', async () => {
    expect(await ask({ documentId: 'names' })).toEqual({ data: { clinics: [{ name: 'Nord' }] } });
    expect(await gateway.execute({ documentId: 'staff' })).toEqual({ data: { staff: [{ name: 'Alice' }] } });
    const unknown = await ask({ documentId: 'staff' });
    expect(codeOf(unknown)).toBe('OPERATION_INCONNUE');
    expect(codeOf(await ask({ documentId: 'absente' }))).toBe('OPERATION_INCONNUE');
  });

  it('that were kept by their digest for the full graph are not known to it', async () => {
    const query = 'query Kept { clinics { id } }';
    const sha256Hash = (await import('node:crypto')).createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect((await gateway.execute({ query, extensions })).errors).toBeUndefined();
    expect((await gateway.execute({ extensions })).errors).toBeUndefined();
    expect(codeOf(await ask({ extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});

it('a contract is asked at its own path, the full graph at its own', async () => {
  const { url } = await gateway.listen(0, '127.0.0.1');
  const fieldsAt = async (at: string): Promise<unknown> => {
    const query = encodeURIComponent('{ __schema { queryType { fields { name } } } }');
    const response = await fetch(`${url}${at}?query=${query}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    return response.text();
  };
  expect(await fieldsAt('/graphql')).toContain('"staff"');
  expect(await fieldsAt('/public/graphql')).toContain('"found"');
  expect(await fieldsAt('/public/graphql')).not.toContain('"staff"');
  expect(await fieldsAt('/autre/graphql')).toContain('ADRESSE_INCONNUE');
});

it('the full graph may be kept for known callers while a contract is open to all', async () => {
  const door = await open({
    contracts: [{ name: 'public', filter: { exclude: ['cache'] } }],
    fullGraph: 'AUTHENTICATED',
  });
  const { url } = await door.listen(0, '127.0.0.1');
  const ask = (at: string) =>
    fetch(`${url}${at}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: NAMES }),
    });
  const refused = await ask('/graphql');
  expect([refused.status, await refused.text()]).toEqual([
    401,
    expect.stringContaining('AUTHENTIFICATION_REQUISE'),
  ]);
  expect(await (await ask('/public/graphql')).json()).toEqual({ data: { clinics: [{ name: 'Nord' }] } });
  await door.stop();
});

it('a contract follows the graph when it changes, and a tag that goes away keeps the former graph', async () => {
  const names = async (contract: string | undefined): Promise<string> => {
    const query = '{ __schema { queryType { fields { name } } } }';
    return JSON.stringify((await gateway.execute({ query, ...(contract && { contract }) })).data);
  };
  await writeFile(path, compose(CLINICS.replace('found:', `added: String  hushed: String ${CACHE}  found:`)));
  await until(async () => (await names('public')).includes('"added"'));
  expect(await names('public')).not.toContain('hushed');
  expect(await names(undefined)).toContain('hushed');
  await writeFile(path, compose(CLINICS.replaceAll(CACHE, '')));
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await names('public')).not.toContain('staff');
});

it('a tag that nothing bears is a fault of the start', async () => {
  const contracts = [{ name: 'public', filter: { exclude: ['cachee'] } }];
  await expect(open({ contracts })).rejects.toThrow(
    /Le contrat « public » nomme « cachee », que rien n’y porte\./,
  );
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
