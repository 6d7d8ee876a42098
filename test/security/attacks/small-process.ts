/** What docs/exploitation.md says to set for a process of 512 MiB. */
export const SMALL_PROCESS = {
  nodeOptions: ['--max-old-space-size=160', '--max-semi-space-size=2'],
  env: { MALLOC_ARENA_MAX: '2', PALIER_MEMORY_BYTES: '33554432' },
} as const;
