import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql ships two builds; without this alias two copies are loaded and type checks between them fail.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Each embedded Postgres takes about 400 MB.
    maxWorkers: 2,
  },
});
