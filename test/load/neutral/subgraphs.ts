import { readFileSync } from 'node:fs';
import { portAt } from '../ports.ts';

export const SUBGRAPH_NAMES = ['people', 'places', 'visits', 'weather'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

export const portOf = (name: SubgraphName): number => portAt('neutral', SUBGRAPH_NAMES.indexOf(name));
export const urlOf = (name: SubgraphName): string => `http://127.0.0.1:${portOf(name)}/graphql`;
export const sdlOf = (name: SubgraphName): string =>
  readFileSync(new URL(`./${name}.graphql`, import.meta.url), 'utf8');
