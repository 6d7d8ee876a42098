import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/dist/**', 'test/load/peers/**'];
// What opens the whole house opens a copy of the birth that an installation prepares.
const NEEDS_A_HOUSE = [
  'test/{adresses,browser,clients,cost,invariants,mcp,pages,processus,questions,resilience,security}/**/*.test.ts',
];

const BUILD = 'test/build-programs.ts';

/** A thread is started as it was built for this run: from its source, each would compile it again, on a thread more. */
const builtThreads = {
  name: 'built-threads',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.endsWith('-thread.ts')) return undefined;
    const built = new URL(`gateway/start/dist/${basename(id, '.ts')}.js`, import.meta.url).href;
    return { code: code.replaceAll('import.meta.url', JSON.stringify(built)), map: null };
  },
};

export default defineConfig({
  plugins: [builtThreads],
  // graphql ships two builds; without this alias two copies are loaded and type checks between them fail.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // No test fails because its machine is slow: these only end what hangs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 600_000, interval: 20 } },
    // A worker loads our sources and the engine once, for all its files.
    isolate: false,
    setupFiles: [fileURLToPath(new URL('test/setup.ts', import.meta.url))],
    // Each embedded Postgres takes about 400 MB.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['**/*.test.ts'],
          exclude: [...exclude, ...NEEDS_A_HOUSE],
          globalSetup: [BUILD],
        },
      },
      {
        extends: true,
        test: {
          name: 'house',
          include: NEEDS_A_HOUSE,
          exclude,
          globalSetup: [BUILD, 'test/global-setup.ts'],
        },
      },
    ],
  },
});
