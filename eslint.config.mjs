import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { LEVELS, ROOMS, WORKSPACES } from './lint/rooms.mjs';
import rooms from './lint/rooms-plugin.mjs';

/** Where no file needs itself by another. */
const SOURCES = ['gateway', 'schema', 'subgraphs', 'test'];

/** What Node is given to run: it acts as it loads. */
const PROGRAMS = [
  '**/main.ts',
  '**/serve.ts',
  '**/all-in-one.ts',
  '**/apart.ts',
  '**/start/gateway.ts',
  '**/jeton.ts',
  '**/start/verifier.ts',
  '**/start/journal.ts',
  '**/start/base.ts',
  '**/start/import.ts',
  '**/start.mjs',
  '**/consolidate.ts',
];

/** An import that is refused, and where the code belongs instead. */
const refused = (group, message) => ({ group, message, allowTypeImports: false });

const KYSELY = {
  group: ['kysely', 'pg', '@electric-sql/*'],
  allowTypeImports: true,
  message: 'SQL belongs in <entity>.queries.ts, in migrations/, or in subgraphs/runtime.',
};

const OTHER_LEVELS = (level) =>
  refused(
    [
      ...LEVELS.filter((other) => other !== level).map((other) => `@palier/${other}*`),
      '@palier/federation*',
      '@palier/gateway*',
      '@palier/start*',
    ],
    `${level} knows the others by the graph alone: declare a stub of their entity with its key, or @requires their field.`,
  );

/** How the memory names its tables is the runtime's to know. */
const PAST = '/_histoire|connu_(depuis|par|jusqua)|jusqua_par/';
const MEMORY = [
  `Literal[value=${PAST}]`,
  `TemplateElement[value.raw=${PAST}]`,
  `Identifier[name=${PAST}]`,
].map((selector) => ({
  selector,
  message:
    'The past of a table is read, and its columns are named, by @palier/runtime/data/remembered-tables.',
}));

const restrict = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/node_modules/**', '.turbo/**', '.palier/**', 'test/load/peers/**'],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    rules: {
      // Resolver classes are what TypeGraphQL asks for.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      // With noUncheckedIndexedAccess, an index known to exist is said so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-control-regex': 'off',
      'no-nested-ternary': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message:
            'One reader of the environment a program: take what you need as an argument, from environment.ts.',
        },
      ],
    },
  },
  {
    // The programs hand their environment to its reader, and telemetry is shut off before the engine loads.
    files: [
      ...PROGRAMS,
      '**/telemetry-off.ts',
      '**/*.config.*',
      'gateway/explorer/build/**',
      'test/**',
      '**/*.test.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['test/load/**', 'test/recipes/replay.ts', 'schema/src/**', 'clients/examples/**', '.ci/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // A table is one line there.
    files: ['subgraphs/*/src/tables.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  ...LEVELS.flatMap((level) => [
    { files: [`subgraphs/${level}/**`], rules: restrict(OTHER_LEVELS(level), KYSELY) },
    {
      files: [`subgraphs/${level}/**/*.queries.ts`, `subgraphs/${level}/migrations/**`],
      rules: restrict(OTHER_LEVELS(level)),
    },
    {
      files: [`subgraphs/${level}/src/**`],
      ignores: ['**/*.test.ts'],
      rules: { 'no-restricted-syntax': ['error', ...MEMORY] },
    },
  ]),
  {
    // Plain JavaScript: what runs before anything is built.
    files: ['**/*.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
  {
    files: [
      'gateway/adresses/**',
      'gateway/depots/**',
      'gateway/fichiers/**',
      'gateway/mcp/**',
      'gateway/officiels/**',
      'gateway/pages/**',
    ],
    rules: restrict(
      refused(
        [...LEVELS.map((level) => `@palier/${level}*`), '@palier/runtime*', '@palier/start*', 'kysely', 'pg'],
        'What is served beside the graph, or reads files, knows the levels by the graph alone.',
      ),
    ),
  },
  {
    files: ['gateway/{src,test}/**'],
    rules: restrict(
      refused(
        [
          '@palier/*',
          '!@palier/calls',
          '!@palier/federation',
          '!@palier/test',
          'type-graphql',
          'kysely',
          'pg',
          '@electric-sql/*',
        ],
        'The gateway knows SDL, never the code of a subgraph: only gateway/start knows both.',
      ),
    ),
  },
  {
    files: Object.keys(ROOMS).map((folder) => `${folder}/**/*.{ts,tsx}`),
    plugins: { rooms },
    rules: { 'rooms/direction': ['error', ROOMS] },
  },
  {
    files: Object.keys(WORKSPACES).map((folder) => `${folder}/**/*.{ts,tsx}`),
    plugins: { rooms },
    rules: { 'rooms/workspaces': ['error', WORKSPACES] },
  },
  {
    files: SOURCES.map((folder) => `${folder}/**/*.{ts,tsx}`),
    plugins: { rooms },
    rules: { 'rooms/no-circle': ['error', SOURCES], 'rooms/roles': 'error' },
  },
  {
    files: [...PROGRAMS, 'schema/src/*.ts', 'test/load/*.ts', 'test/base/*.ts', 'test/recipes/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { rooms },
    rules: { 'rooms/ready-before-it-acts': 'error' },
  },
  {
    files: ['test/**', 'schema/**'],
    rules: restrict(
      refused(
        [
          '**/gateway/src/**',
          '**/gateway/federation/src/**',
          '**/schema/src/**',
          '**/schema/ownership.ts',
          '**/subgraphs/*/src/**',
        ],
        'Import what the package exports, by its name: add there what has to be public.',
      ),
    ),
  },
  {
    files: ['gateway/federation/**'],
    rules: restrict(
      refused(
        [
          '@palier/*',
          '!@palier/calls',
          '@palier/calls/*',
          '!@palier/calls/json',
          '!@palier/calls/program',
          '@palier/calls/program/*',
          '!@palier/calls/program/worker-url',
          '!@palier/calls/values',
          '!@palier/test',
          '**/gateway/src/**',
          '../../../src/**',
          '../../../../src/**',
          '@apollo/server*',
          'undici',
          'node:http*',
        ],
        'The engine is given SDL and callers: what is of HTTP, of settings or of a level belongs in gateway/src.',
      ),
    ),
  },
  {
    // Written by a machine, in its own style.
    files: ['clients/typescript/src/operations.ts', 'gateway/pages/src/operations/operations.ts'],
    rules: {
      '@typescript-eslint/array-type': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
);
