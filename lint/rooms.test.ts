import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('..', import.meta.url).pathname;
const { ROOMS, WORKSPACES } = (await import(new URL('rooms.mjs', import.meta.url).href)) as {
  WORKSPACES: Readonly<Record<string, { readonly name: string; readonly uses: readonly string[] }>>;
  ROOMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
};
const eslint = new ESLint({ cwd: ROOT });

async function complain(filePath: string, text: string, rule = 'rooms/'): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId?.startsWith(rule)).map((it) => it.message);
}

describe('the table of rooms', () => {
  it.each(Object.entries(ROOMS))('goes from the ground floor up in %s', (_, rooms) => {
    const named = Object.keys(rooms);
    const upward = named.flatMap((room, floor) =>
      rooms[room]!.filter((used) => !named.slice(0, floor).includes(used)).map((used) => `${room} → ${used}`),
    );
    expect(upward).toEqual([]);
  });

  it.each(Object.entries(ROOMS))('has each folder of %s that holds code, and no other', (folder, rooms) => {
    const files = readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' });
    const folders = new Set(files.filter((file) => /\.tsx?$/.test(file)).map((file) => dirname(file)));
    const held = [...folders].filter((name) => name !== '.' && !name.split('/').includes('testing'));
    expect(held.sort()).toEqual(Object.keys(rooms).sort());
  });
});

describe('the table of workspaces', () => {
  it('goes from the ground floor up', () => {
    const all = Object.values(WORKSPACES);
    const upward = all.flatMap(({ name, uses }, floor) => {
      const below = all.slice(0, floor).map((workspace) => workspace.name);
      return uses.filter((used) => !below.includes(used)).map((used) => `${name} → ${used}`);
    });
    expect(upward).toEqual([]);
  });

  it('has each workspace, by the name of its package, and what it may use is what it depends on', () => {
    for (const [folder, { name, uses }] of Object.entries(WORKSPACES)) {
      const file = new URL(`../${folder}/package.json`, import.meta.url);
      const text = JSON.parse(readFileSync(file, 'utf8')) as {
        name: string;
        dependencies?: object;
        devDependencies?: object;
      };
      const asked = Object.keys({ ...text.devDependencies, ...text.dependencies });
      expect(text.name).toBe(`@palier/${name}`);
      expect(
        uses.filter((used) => !asked.includes(`@palier/${used}`)),
        folder,
      ).toEqual([]);
    }
    const { workspaces } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      workspaces: readonly string[];
    };
    const packages = workspaces.flatMap((folder) =>
      folder.endsWith('/*')
        ? readdirSync(ROOT + folder.slice(0, -1)).map((name) => folder.slice(0, -1) + name)
        : [folder],
    );
    expect(packages.filter((folder) => !(folder in WORKSPACES))).toEqual([]);
  });
});

it.each([
  "from('mesure_histoire')",
  'sql`from mesure_histoire`',
  'row.mesure_histoire',
  'sql`order by connu_jusqua`',
  "sql.ref('past.jusqua_par')",
])('a level does not name the memory: %s', async (text) => {
  const file = 'subgraphs/etablissements/src/mesure/mesure.queries.ts';
  expect(await complain(file, text, 'no-restricted-syntax')).toEqual([
    expect.stringMatching(/by @palier\/runtime\/data\/remembered-tables/),
  ]);
});

describe('an import that goes the wrong way is refused, and told where the code belongs', () => {
  it.each([
    [
      'a room that stands on this one',
      'gateway/federation/src/json/json-text.ts',
      "import '../run/fetch/plan-run.ts';",
      /^run\/fetch\/ stands on json\/\. What both need belongs in a room below/,
    ],
    [
      'a type alone',
      'gateway/src/cache/cache-settings.ts',
      "export type { RunOperation } from '../operation/run-operation.ts';",
      /^operation\/ stands on cache\//,
    ],
    [
      'the top of a workspace',
      'gateway/src/base/bytes.ts',
      "export type { Gateway } from '../server.ts';",
      /^The files at the top of a workspace put its rooms together/,
    ],
    [
      'a workspace that stands on this one',
      'gateway/adresses/src/operation/shape.ts',
      "import '@palier/mcp/list-tools';",
      /^gateway\/adresses does not know @palier\/mcp\. It uses calls, federation, gateway/,
    ],
    [
      'another workspace by its files',
      'gateway/federation/src/errors/engine-error.ts',
      "import '../../../src/errors/errors.ts';",
      /^This file is of another workspace/,
    ],
    [
      'another workspace by its files, from a test',
      'gateway/test/limits/any.test.ts',
      "import '../../../test/program.ts';",
      /^This file is of another workspace/,
    ],
    [
      'what is written from the graph that stands on it',
      'clients/typescript/src/connect.ts',
      "import type { Json } from '@palier/calls/json';",
      /^clients\/typescript does not know @palier\/calls\. It uses none/,
    ],
    [
      'what is for tests',
      'gateway/src/base/bytes.ts',
      "import '../testing/loggers.ts';",
      /is for tests alone\.$/,
    ],
  ])('%s', async (_, file, text, said) => {
    expect((await complain(file, text))[0]).toMatch(said);
  });

  it('a file that needs itself by another', async () => {
    const said = await complain('gateway/federation/src/run/data/merge-shape.ts', "import './merge.ts';");
    expect(said).toEqual([expect.stringMatching(/merge-shape\.ts → \S+merge\.ts → \S+merge-shape\.ts\./)]);
  });

  it.each([
    [
      'a resolver',
      'subgraphs/msss/src/ecart/ecart.resolver.ts',
      "import { listEcarts } from './ecart.queries.ts';",
    ],
    ['a type', 'subgraphs/msss/src/ecart/ecart.type.ts', "export type { Ligne } from './ecart.queries.ts';"],
  ])('%s that knows SQL', async (_, file, text) => {
    expect(await complain(file, text)).toContainEqual(expect.stringMatching(/^One direction: resolver →/));
  });

  it.each([
    ['what clients see', '../src/mesure/mesure.type.ts'],
    ['what acts in a folder', '../src/mesure/withhold-mesures.ts'],
  ])('a row that knows %s', async (_, path) => {
    const file = 'subgraphs/etablissements/tables/mesure.table.ts';
    expect(await complain(file, `import type { Mesure } from '${path}';`)).toContainEqual(
      expect.stringMatching(/^The tables of a level are below its folders/),
    );
    const enums = "import type { StatutFigure } from '../src/mesure/mesure-enums.ts';";
    expect(await complain(file, enums)).toEqual([]);
  });

  it('a loader that is declared elsewhere than in a loader', async () => {
    const text = "import { defineLoader, inKeyOrder } from '@palier/runtime/loader';";
    expect(await complain('subgraphs/msss/src/ecart/say-ecart.ts', text)).toEqual([
      expect.stringMatching(/^What reads for all parents at once/),
    ]);
    const used = "import { inKeyOrder } from '@palier/runtime/loader';";
    expect(await complain('subgraphs/msss/src/ecart/say-ecart.ts', used)).toEqual([]);
  });

  it('a file in no room', async () => {
    expect(await complain('gateway/src/helpers/all.ts', 'export const all = 1;')).toEqual([
      'helpers/ is no room of gateway/src: name it in lint/rooms.mjs, or move this file.',
    ]);
  });

  it('and nothing is said of one that goes down', async () => {
    expect(await complain('gateway/src/cache/cache-settings.ts', "import '../base/bytes.ts';")).toEqual([]);
  });
});

describe('a program that acts as it loads', () => {
  const PROGRAM = 'subgraphs/msss/src/main.ts';

  it.each([
    [
      'a function called before its line',
      'await go();\nconst go = async () => later();\nfunction late() { return go(); }',
    ],
    [
      'a number that a function reads',
      'try { await go(); } catch {}\nconst WAIT = 10;\nasync function go() { return WAIT; }',
    ],
  ])('has nothing below its first wait that its functions read: %s', async (_, text) => {
    expect(await complain(PROGRAM, text)).toEqual([
      expect.stringMatching(/^A function reads (go|WAIT), and may/),
    ]);
  });

  it.each([
    ['stands above', 'const WAIT = 10;\nawait go();\nasync function go() { return WAIT; }'],
    [
      'is read at the same level',
      'const found = await go();\nconst more = await go();\nvoid [found, more];\nasync function go() {}',
    ],
  ])('and nothing is said of what %s', async (_, text) => {
    expect(await complain(PROGRAM, text)).toEqual([]);
  });
});
