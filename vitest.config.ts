import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/dist/**', 'test/load/peers/**'];
// What opens the whole house starts from one birth, made once a run.
const NEEDS_A_HOUSE = ['test/{browser,cost,invariants,questions,resilience,security}/**/*.test.ts'];

export default defineConfig({
  // graphql ships two builds; without this alias two copies are loaded and type checks between them fail.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each embedded Postgres takes about 400 MB.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'parts', include: ['**/*.test.ts'], exclude: [...exclude, ...NEEDS_A_HOUSE] },
      },
      {
        extends: true,
        test: { name: 'house', include: NEEDS_A_HOUSE, exclude, globalSetup: ['test/global-setup.ts'] },
      },
    ],
  },
});
