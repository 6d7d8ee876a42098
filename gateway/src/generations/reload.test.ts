import { createFederationExecutor } from '@palier/federation/executor/create-executor';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Gateway } from '../server.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../testing/two-subgraphs.ts';
import { openSupergraph } from './open-supergraph.ts';
import { NO_OPERATIONS } from './registered-operations.ts';
import { CancelSignal } from '../request/client-request.ts';
import { ANONYMOUS } from '../request/identity.ts';
import type { OperationScope } from '../request/operation.ts';
import { SILENT } from '../testing/loggers.ts';

const FIRST = composeTwoSubgraphs();
const SECOND = composeTwoSubgraphs(undefined, '\nextend type Query { ajout: String }');
let folder: string;
let path: string;
let gateway: Gateway;
const faults: unknown[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-reload-'));
  path = join(folder, 'supergraph.graphql');
  await writeFile(path, FIRST);
  faults.length = 0;
  gateway = await openGateway({
    supergraph: { path },
    callers: createTwoCallers(),
    logger: { ...SILENT, error: (_, fields) => faults.push(fields?.['fault']) },
  });
});
afterEach(async () => {
  await gateway.stop();
  await rm(folder, { recursive: true });
});

const knowsAddition = async (): Promise<boolean> => {
  const { data } = await gateway.execute({ query: '{ __type(name: "Query") { fields { name } } }' });
  return JSON.stringify(data).includes('"ajout"');
};

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

it('serves the new graph soon after the file is rewritten in place', async () => {
  expect(await knowsAddition()).toBe(false);
  await writeFile(path, SECOND);
  await until(knowsAddition);
});

it('serves the new graph soon after another file is renamed over it', async () => {
  await writeFile(`${path}.new`, SECOND);
  await rename(`${path}.new`, path);
  await until(knowsAddition);
  await writeFile(`${path}.new`, FIRST);
  await rename(`${path}.new`, path);
  await until(async () => !(await knowsAddition()));
});

/** A file as Kubernetes mounts it: a link to a link to the folder of the version in service. */
async function mountConfig(
  place: string,
  name: string,
  text: string,
): Promise<(next: string) => Promise<void>> {
  let version = 1;
  const put = async (content: string): Promise<string> => {
    const folderOfVersion = `..v${(version += 1)}`;
    await mkdir(join(place, folderOfVersion), { recursive: true });
    await writeFile(join(place, folderOfVersion, name), content);
    return folderOfVersion;
  };
  await symlink(await put(text), join(place, '..data'));
  await symlink(join('..data', name), join(place, name));
  return async (next) => {
    await symlink(await put(next), join(place, '..tmp'));
    await rename(join(place, '..tmp'), join(place, '..data'));
  };
}

it('serves the new graph when the link to its folder is turned to another', async () => {
  const place = join(folder, 'config');
  await mkdir(place);
  const swap = await mountConfig(place, 's.graphql', FIRST);
  await gateway.stop();
  gateway = await openGateway({
    supergraph: { path: join(place, 's.graphql') },
    callers: createTwoCallers(),
  });
  await swap(SECOND);
  await until(knowsAddition);
  await swap(FIRST);
  await until(async () => !(await knowsAddition()));
});

it.each([
  ['while it starts', 0],
  ['a little later', 5],
  ['about when it is read', 20],
  ['about when it is ready', 100],
])('misses no graph that replaces the first: %s', async (_, afterMs) => {
  await gateway.stop();
  const opening = openGateway({ supergraph: { path }, callers: createTwoCallers(), logger: SILENT });
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  await writeFile(`${path}.new`, SECOND);
  await rename(`${path}.new`, path);
  gateway = await opening;
  await until(knowsAddition);
});

it('serves the graph of a folder that takes the place of another', async () => {
  const place = join(folder, 'a');
  for (const [name, text] of Object.entries({ a: FIRST, b: SECOND })) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 's.graphql'), text);
  }
  await gateway.stop();
  gateway = await openGateway({
    supergraph: { path: join(place, 's.graphql') },
    callers: createTwoCallers(),
  });
  await rename(place, join(folder, 'former'));
  await rename(join(folder, 'b'), place);
  await until(knowsAddition);
});

it.each([
  ['not GraphQL', 'type Query {'],
  ['empty', ''],
  ['not a supergraph', 'type Query { a: Int }'],
])('keeps serving, and says why once, when the file is %s', async (_, text) => {
  await writeFile(path, text);
  await until(() => faults.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(faults).toEqual([expect.stringContaining(path)]);
  expect(await gateway.execute({ query: '{ total }' })).toEqual({ data: { total: 3000 } });
  await writeFile(path, SECOND);
  await until(knowsAddition);
});

const knowsDeux = async (): Promise<boolean> =>
  (await gateway.execute({ documentId: 'deux' })).errors === undefined;

async function openWithOperations(): Promise<string> {
  const operations = join(folder, 'operations');
  await mkdir(operations);
  await gateway.stop();
  gateway = await openGateway({
    supergraph: { path },
    callers: createTwoCallers(),
    operationsFolder: operations,
    logger: { ...SILENT, error: (_, fields) => faults.push(fields?.['fault']) },
  });
  return operations;
}

it('serves the new graph while the folder of operations is broken, which it says once', async () => {
  const operations = await openWithOperations();
  await writeFile(join(operations, 'deux.graphql'), '{');
  await writeFile(path, SECOND);
  await until(knowsAddition);
  await writeFile(path, FIRST);
  await until(async () => !(await knowsAddition()));
  expect(faults).toEqual([expect.stringContaining('deux.graphql')]);
  await writeFile(join(operations, 'deux.graphql'), 'query Deux { total }');
  await until(knowsDeux);
});

it.each([
  ['no text of one', 'type Query {'],
  ['one that the engine refuses', 'type Query { a: Int }'],
])('serves new operations while the supergraph is %s, which it says once', async (_, text) => {
  const operations = await openWithOperations();
  await writeFile(path, text);
  await until(() => faults.length > 0);
  await writeFile(join(operations, 'deux.graphql'), 'query Deux { total }');
  await until(knowsDeux);
  expect(faults).toEqual([expect.stringContaining(path)]);
  await writeFile(path, SECOND);
  await until(knowsAddition);
  expect(await knowsDeux()).toBe(true);
});

it('loses no request over several reloads', async () => {
  const { url } = await gateway.listen(0, '127.0.0.1');
  let stopping = false;
  const answers = { right: 0, wrong: 0 };
  const ask = async (): Promise<void> => {
    while (!stopping) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ regions { nom population } total }"}',
      });
      const { data, errors } = (await response.json()) as { data?: { total?: number }; errors?: unknown };
      answers[data?.total === 3000 && errors === undefined ? 'right' : 'wrong'] += 1;
    }
  };
  const clients = [ask(), ask(), ask(), ask()];
  for (let round = 0; round < 6; round += 1) {
    await writeFile(path, round % 2 === 0 ? SECOND : FIRST);
    await until(async () => (await knowsAddition()) === (round % 2 === 0));
  }
  stopping = true;
  await Promise.all(clients);
  expect(answers.wrong).toBe(0);
  expect(answers.right).toBeGreaterThan(50);
});

it('lets an operation end on the graph it began on', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const slow = await openGateway({
    supergraph: { path },
    callers: createTwoCallers(() => held),
    logger: SILENT,
  });
  const answer = slow.execute({ query: '{ total }' });
  await writeFile(path, SECOND);
  await until(async () => {
    const { data } = await slow.execute({ query: '{ __type(name: "Query") { fields { name } } }' });
    return JSON.stringify(data).includes('"ajout"');
  });
  release();
  expect(await answer).toEqual({ data: { total: 3000 } });
  await slow.stop();
});

const SCOPE: OperationScope = {
  clientRequest: { id: 'essai', identity: ANONYMOUS, headers: {}, signal: new CancelSignal() },
  contract: undefined,
  allowedKinds: new Set(['query']),
  answerForm: 'OBJECT',
  withPlan: false,
};

it('does not grow over 200 reloads, whatever was asked of each graph', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const file = join(folder, 'grow.graphql');
  await writeFile(file, FIRST);
  const served = await openSupergraph(
    { path: file },
    {
      introspection: true,
      contracts: [],
      operationsFolder: undefined,
      shipped: NO_OPERATIONS,
      activeLabels: new Set<string>(),
      planning: { place: createFederationExecutor, timeoutMs: 1_000 },
      observer: {},
      createCaller: () => ({ call: () => Promise.resolve({ data: { total: 3000 } }) }),
      logger: SILENT,
    },
  );
  const reload = async (round: number): Promise<void> => {
    await writeFile(file, round % 2 === 0 ? SECOND : FIRST);
    await served.reload();
    for (const query of ['{ total }', '{ total @include(if: true) }', '{ __typename }'])
      expect((await served.execute({ query, registered: false }, SCOPE)).errors).toBeUndefined();
  };
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 1_048_576;
  };
  for (let round = 0; round < 40; round += 1) await reload(round);
  const before = heap();
  for (let round = 0; round < 200; round += 1) await reload(round);
  const grown = heap() - before;
  await served.stop();
  // One generation of this graph weighs about 1 MiB: a leak would show as some 200.
  expect(grown).toBeLessThan(10);
});
