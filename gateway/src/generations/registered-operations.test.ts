import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway, GatewayOptions } from '../server.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../testing/two-subgraphs.ts';
import { SILENT } from '../testing/loggers.ts';

const TOTAL = 'query Total {\n  total # la somme\n}\n';
const digest = createHash('sha256').update(TOTAL).digest('hex');
const errors: string[] = [];

let folder: string;
let gateway: Gateway | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-operations-'));
  await writeFile(join(folder, 'total.graphql'), TOTAL);
  await writeFile(join(folder, 'perimee.graphql'), '{ disparu }');
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => gateway?.stop());

async function open(options: Partial<GatewayOptions>): Promise<Gateway> {
  errors.length = 0;
  gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    callers: createTwoCallers(),
    operationsFolder: folder,
    logger: { ...SILENT, error: (_, fields) => errors.push(String(fields?.['operation'])) },
    ...options,
  });
  return gateway;
}

const codeOf = async (request: Parameters<Gateway['execute']>[0]): Promise<unknown> =>
  (await gateway?.execute(request))?.errors?.[0]?.extensions?.['code'];

describe('a registered operation', () => {
  it.each([
    ['its name', { documentId: 'total' }],
    ['its digest', { documentId: `sha256:${digest}` }],
    [
      'the digest clients already send',
      { extensions: { persistedQuery: { version: 1, sha256Hash: digest } } },
    ],
  ])('answers to %s', async (_, request) => {
    expect(await (await open({})).execute(request)).toEqual({ data: { total: 3000 } });
  });

  it('is not weighed again', async () => {
    await open({ limits: { tokens: 2 } });
    expect(await codeOf({ documentId: 'total' })).toBeUndefined();
    expect(await codeOf({ query: '{ total }' })).toBe('LIMITE_DEPASSEE');
  });

  it('that no longer fits the graph is said at start, by its name', async () => {
    await open({});
    expect(errors).toEqual(['perimee']);
  });

  it('is ready soon after the start, and the gateway says so', async () => {
    await open({});
    await expect.poll(() => gateway?.ready()).toBe(true);
  });

  it('that is unknown is refused', async () => {
    await open({});
    expect(await codeOf({ documentId: 'absente' })).toBe('OPERATION_INCONNUE');
  });
});

describe('with registered operations alone', () => {
  it('allows their text whatever its spaces and comments, and no other', async () => {
    await open({ operationsAllowed: 'REGISTERED' });
    expect(await codeOf({ query: 'query Total{total}' })).toBeUndefined();
    expect(await codeOf({ query: '{ total }' })).toBe('OPERATION_NON_ENREGISTREE');
    expect(await codeOf({ query: '{' })).toBe('OPERATION_NON_ENREGISTREE');
  });

  it('allows the program itself any text, whatever its weight; its form is judged as any', async () => {
    await open({ operationsAllowed: 'REGISTERED', limits: { tokens: 4 } });
    const ask = (query: string): Promise<unknown> => codeOf({ query, asker: 'PROGRAM' });
    expect(await ask('{ total }')).toBeUndefined();
    expect(await ask('{ total a: total }')).toBeUndefined();
    expect(await ask('{ absent }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await codeOf({ query: '{ total }' })).toBe('OPERATION_NON_ENREGISTREE');
  });
});

it('says in one line that the folder cannot be read', async () => {
  await expect(open({ operationsFolder: join(folder, 'absent') })).rejects.toThrow(/ne peut être lu\.$/);
});

it('leaves the files that an editor or a system hides in the folder', async () => {
  const hidden = await mkdtemp(join(tmpdir(), 'palier-operations-'));
  await writeFile(join(hidden, 'total.graphql'), TOTAL);
  await writeFile(join(hidden, '._total.graphql'), Buffer.from([0, 5, 0x16, 7, 0xff]));
  await symlink('quelqu-un@machine.1234', join(hidden, '.#total.graphql'));
  await open({ operationsFolder: hidden });
  expect(await codeOf({ documentId: 'total' })).toBeUndefined();
  await rm(hidden, { recursive: true });
});

it('says at start, by its name, that a file cannot be read', async () => {
  const broken = await mkdtemp(join(tmpdir(), 'palier-operations-'));
  await mkdir(join(broken, 'dossier.graphql'));
  await expect(open({ operationsFolder: broken })).rejects.toThrow(
    `L’opération « ${join(broken, 'dossier.graphql')} » ne peut être lue (EISDIR).`,
  );
  await rm(broken, { recursive: true });
});

describe('a folder that changes', () => {
  const DEUX = 'query Deux { regions { code } }';
  let changing: string;
  beforeAll(async () => {
    changing = await mkdtemp(join(tmpdir(), 'palier-operations-'));
  });
  afterAll(() => rm(changing, { recursive: true, force: true }));

  const openChanging = async (name: string, options: Partial<GatewayOptions> = {}): Promise<string> => {
    const place = join(changing, name);
    await mkdir(place);
    await writeFile(join(place, 'total.graphql'), TOTAL);
    await open({ operationsFolder: place, operationsAllowed: 'REGISTERED', ...options });
    return place;
  };
  const untilCode = (request: Parameters<Gateway['execute']>[0], code: unknown): Promise<void> =>
    expect.poll(() => codeOf(request)).toBe(code);

  it('gives what is added, by its name and by its text', async () => {
    const place = await openChanging('ajout');
    expect(await codeOf({ query: DEUX })).toBe('OPERATION_NON_ENREGISTREE');
    await writeFile(join(place, 'deux.graphql'), DEUX);
    await untilCode({ documentId: 'deux' }, undefined);
    expect(await codeOf({ query: DEUX })).toBeUndefined();
  });

  it('refuses what is taken out, even remembered', async () => {
    const place = await openChanging('retrait');
    expect(await codeOf({ query: TOTAL })).toBeUndefined();
    await rm(join(place, 'total.graphql'));
    await untilCode({ query: TOTAL }, 'OPERATION_NON_ENREGISTREE');
    expect(await codeOf({ documentId: 'total' })).toBe('OPERATION_INCONNUE');
  });

  it('gives another text under the same name, and may be another folder', async () => {
    const place = await openChanging('autre');
    await mkdir(`${place}-2`);
    await writeFile(join(`${place}-2`, 'deux.graphql'), DEUX);
    await rename(place, `${place}-1`);
    await rename(`${place}-2`, place);
    await untilCode({ documentId: 'deux' }, undefined);
    expect(await codeOf({ documentId: 'total' })).toBe('OPERATION_INCONNUE');
  });

  it('keeps those in service while one of it cannot be read, and says so of the operations', async () => {
    const faults: unknown[] = [];
    const place = await openChanging('illisible', {
      logger: {
        ...SILENT,
        error: (message, fields) => faults.push(`${message} : ${String(fields?.['fault'])}`),
      },
    });
    await symlink(join(place, 'absente'), join(place, 'deux.graphql'));
    await expect.poll(() => faults).toHaveLength(1);
    expect(faults[0]).toMatch(
      /^Les opérations enregistrées n’ont pas .*deux\.graphql » ne peut être lue \(ENOENT\)\.$/,
    );
    expect(await codeOf({ documentId: 'total' })).toBeUndefined();
  });

  it('keeps those in service while one of it is not GraphQL, and says so once', async () => {
    const faults: unknown[] = [];
    const place = await openChanging('faute', {
      logger: { ...SILENT, error: (message) => faults.push(message) },
    });
    await writeFile(join(place, 'deux.graphql'), '{');
    await expect.poll(() => faults).toHaveLength(1);
    expect(faults[0]).toContain('Les opérations enregistrées n’ont pas été rechargées');
    expect(await codeOf({ documentId: 'total' })).toBeUndefined();
    await writeFile(join(place, 'deux.graphql'), DEUX);
    await untilCode({ documentId: 'deux' }, undefined);
    expect(faults).toHaveLength(1);
  });
});
