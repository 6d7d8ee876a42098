import { createHash } from 'node:crypto';
import type { AttackRequest } from './attacks/attack.ts';

interface Asked extends AttackRequest {
  readonly extensions?: unknown;
}

const times = (count: number, write: (rank: number) => string): string =>
  Array.from({ length: count }, (_, rank) => write(rank)).join(' ');
const named = (query: string): Asked => ({
  query,
  extensions: {
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
  },
});

/** Questions without end, each asked once: whatever is kept of them is kept for nobody. */
export const FLOODS: readonly (readonly [name: string, write: (rank: number) => Asked])[] = [
  ['tiny questions', (rank) => ({ query: `{ a${rank}: __typename }` })],
  ['small questions', (rank) => ({ query: `{ regions { a${rank}: code } }` })],
  [
    'questions to three levels',
    (rank) => ({
      query: `{ territoireClsc(code: "06112") { a${rank}: nom etablissement { nom } mesures(first: 1) { nodes { valeur } } } }`,
    }),
  ],
  [
    'longer questions',
    (rank) => ({ query: `{ ${times(12, (n) => `a${n}_${rank}: regions { code nom }`)} }` }),
  ],
  ['questions that do not fit the schema', (rank) => ({ query: `{ regions { absent${rank} } }` })],
  ['what is not GraphQL', (rank) => ({ query: `{ regions { ${rank}` })],
  [
    'questions that weigh too much',
    (rank) => ({ query: `{ ${times(40, (n) => `a${n}_${rank}: __typename`)} }` }),
  ],
  [
    'names of operations',
    (rank) => ({
      query: `${times(20, (n) => `query O${n} { regions { code } }`)} query N${rank >> 4} { regions { nom } }`,
      operationName: `O${rank % 16}`,
    }),
  ],
  [
    'values of variables',
    (rank) => ({
      query: 'query ($code: ID!) { exigence(code: $code) { code } }',
      variables: { code: `A-P5:INEXISTANTE_${rank}` },
    }),
  ],
  [
    'long values of variables',
    (rank) => ({
      query: 'query ($texte: String!) { recherche(texte: $texte) { extrait } }',
      variables: { texte: `${rank} ${'mot '.repeat(20)}` },
    }),
  ],
  [
    'sizes of pages',
    (rank) => ({
      query: 'query ($first: Int) { exigences(first: $first) { nodes { code statut } } }',
      variables: { first: 1 + (rank % 400) },
    }),
  ],
  [
    'answers of conditions',
    (rank) => ({
      query: `query (${times(10, (n) => `$v${n}: Boolean!`)}) { ${times(10, (n) => `r${n}: regions @include(if: $v${n}) { code }`)} }`,
      variables: Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`v${n}`, ((rank >> n) & 1) === 1])),
    }),
  ],
  ['texts kept under their digests', (rank) => named(`{ regions { q${rank}: code } }`)],
];
