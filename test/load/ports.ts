/** The bench takes forty ports from this one on, twenty a graph. */
const FIRST_PORT = Number(process.env['BENCH_PORT'] ?? 7810);

export const portAt = (graph: 'neutral' | 'dashboards', rank: number): number =>
  FIRST_PORT + (graph === 'neutral' ? 0 : 20) + rank;
