import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readEnvironment } from '@palier/gateway/environment';
import { readDataEnvironment } from '@palier/runtime/environment';
import { readHouseEnvironment } from '@palier/start/environment';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const PAGE = readFileSync(new URL('.env.example', ROOT), 'utf8');

/** The one reader of the environment of each program; a concern of the gateway has its part of it beside it. */
const READERS = [
  'gateway/src/environment.ts',
  ...readdirSync(new URL('gateway/src', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('-settings.ts'))
    .map((file) => `gateway/src/${file}`),
  'gateway/start/environment.ts',
  'subgraphs/runtime/src/calls/graph-address.ts',
  'subgraphs/runtime/src/serving/environment.ts',
  ...readdirSync(new URL('subgraphs', ROOT))
    .map((level) => `subgraphs/${level}/src/environment.ts`)
    .filter((file) => existsSync(new URL(file, ROOT))),
];
/** `variables['X']`, `reader.integer('X', …)`, and any name of ours, even in a table. */
const NAMES = [/variables\['(\w+)'\]/g, /reader\s*\.\w+\(\s*'(\w+)'/g, /'(PALIER_\w+)'/g];

function listRead(): readonly string[] {
  const code = READERS.map((file) => readFileSync(new URL(file, ROOT), 'utf8')).join('\n');
  return sorted(NAMES.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name = '']) => name)));
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

/** Each variable with its value and what is said above it. */
function listShown(): readonly { readonly name: string; readonly value: string; readonly comment: string }[] {
  const lines = PAGE.split('\n');
  return lines.flatMap((line, index) => {
    const [, name, value = ''] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, value, comment: lines[index - 1] ?? '' }];
  });
}

describe('.env.example', () => {
  it('shows every variable that a program reads, and no other, once', () => {
    const shown = listShown().map(({ name }) => name);
    expect([...shown].sort()).toEqual(listRead());
  });

  it('says of each what it is for', () => {
    const silent = listShown().filter(({ comment }) => !/^# (?!---)\S/.test(comment));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('gives each its default', () => {
    const shown = Object.fromEntries(listShown().map(({ name, value }) => [name, value]));
    expect(readHouseEnvironment(shown)).toEqual(readHouseEnvironment({}));
    expect(readDataEnvironment(shown)).toEqual(readDataEnvironment({}));
    const alone = { SUPERGRAPH_PATH: 'supergraph.graphql' };
    expect(readEnvironment({ ...shown, ...alone })).toEqual(readEnvironment(alone));
  });
});
