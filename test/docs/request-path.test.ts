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

  it('says how many steps there are as the gateway does them', () => {
    const drawn = [...PAGE.matchAll(/^ {2}[├└]─ (\d+) /gm)].map(([, rank]) => Number(rank));
    expect(drawn).toEqual(drawn.map((_, index) => index + 1));
  });
});

it('the page of the engine says what enters each of its rooms, and what leaves it', () => {
  const said = [...ENGINE.matchAll(/^\| \[([\w/]+)\]\(src\/\1\) +\| [^|]*\w[^|]* \| [^|]*\w[^|]* \|$/gm)];
  expect(said.map(([, room]) => room).sort()).toEqual([...listFolders('gateway/federation/src')].sort());
});
