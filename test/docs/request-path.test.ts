import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const PAGE = readFileSync(new URL('docs/request-path.md', ROOT), 'utf8');
const ENGINE = readFileSync(new URL('gateway/federation/README.md', ROOT), 'utf8');

/** `http/cors.ts`, as the page draws it; what holds a name to put in, as `<entity>.loader.ts`, is no file. */
const FILE = /(?<![\w<>./-])((?:[\w.-]+\/)+[\w-]+(?:\.[\w-]+)*\.tsx?)/g;

/** Where the page says that the files of a drawing are. */
const placesOf = (name: string): readonly string[] => [
  name,
  `gateway/src/${name}`,
  `subgraphs/${name}`,
  name.replace(/^federation\//, 'gateway/federation/src/'),
];

const isThere = (name: string): boolean => placesOf(name).some((place) => existsSync(new URL(place, ROOT)));

function listFolders(folder: string): readonly string[] {
  const files = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => file.endsWith('.ts') && !file.includes('testing/'));
  return [...new Set(code.map((file) => file.split('/').slice(0, -1).join('/')))].filter(
    (name) => name !== '',
  );
}

/** What makes a step of another one. */
const NO_STEP = 'http/steps/on-path.ts';

/** The files of each numbered step of a request, as the page draws them. */
function listDrawn(): readonly (readonly string[])[] {
  const [, life = ''] = /## The life of a request.*?\n```\n(.*?)\n```/s.exec(PAGE) ?? [];
  const [, ...steps] = life.split(/^ {2}[├└]─ \d+ /gm);
  return steps.map((step) => [...new Set([...step.matchAll(FILE)].map(([, name = '']) => name))].sort());
}

/** The same, as `server.ts` imports what it lists between one number and the next. */
function listDone(): readonly (readonly string[])[] {
  const server = readFileSync(new URL('gateway/src/server.ts', ROOT), 'utf8');
  const imported = [...server.matchAll(/^import \{ ([^}]*) \} from '\.\/(http\/[^']*)';/gm)];
  const fileOf = new Map(
    imported.flatMap(([, names = '', file = '']) => names.split(', ').map((name) => [name, file] as const)),
  );
  const [, list = ''] = /function listSteps.*?return \[(.*?)\n {2}\];/s.exec(server) ?? [];
  const [, ...steps] = list.split(/^ {4}\/\/ \d+\. /gm);
  return steps.map((step) => {
    const files = [...step.matchAll(/\b(\w+)\(/g)].flatMap(([, name = '']) => fileOf.get(name) ?? []);
    return [...new Set(files)].filter((file) => file !== NO_STEP).sort();
  });
}

describe('the page of the path of a request', () => {
  it('names files that are there', () => {
    const named = [...new Set([...PAGE.matchAll(FILE)].map(([, name = '']) => name))];
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  it('shows each room of the gateway', () => {
    const rooms = listFolders('gateway/src').map((folder) => folder.split('/')[0]!);
    expect([...new Set(rooms)].filter((room) => !PAGE.includes(`${room}/`))).toEqual([]);
  });

  it('draws each step with the files that the gateway takes it from', () => {
    const drawn = listDrawn();
    expect(drawn.length).toBeGreaterThan(8);
    expect(drawn).toEqual(listDone());
  });
});

it('the page of the engine says what enters each of its rooms, and what leaves it', () => {
  const said = [...ENGINE.matchAll(/^\| \[([\w/]+)\]\(src\/\1\) +\| [^|]*\w[^|]* \| [^|]*\w[^|]* \|$/gm)];
  expect(said.map(([, room]) => room).sort()).toEqual([...listFolders('gateway/federation/src')].sort());
});
