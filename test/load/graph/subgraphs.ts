import { readFileSync } from 'node:fs';

export const SUBGRAPH_NAMES = ['people', 'places', 'visits', 'weather'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

/** The bench takes twelve ports from this one on. */
const FIRST_PORT = Number(process.env['BENCH_PORT'] ?? 4210);

export const variantPort = (rank: number): number => FIRST_PORT + SUBGRAPH_NAMES.length + rank;

export const portOf = (name: SubgraphName): number => FIRST_PORT + SUBGRAPH_NAMES.indexOf(name);
export const urlOf = (name: SubgraphName): string => `http://127.0.0.1:${portOf(name)}/graphql`;
export const sdlOf = (name: SubgraphName): string =>
  readFileSync(new URL(`./${name}.graphql`, import.meta.url), 'utf8');
