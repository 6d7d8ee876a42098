import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composeSupergraph } from './compose.ts';
import { LEVELS } from './levels.ts';
import { findListSizeFaults } from './list-sizes.ts';
import { findNullabilityFaults } from './nullability.ts';
import type { LevelSdl } from './level-sdl.ts';
import { findOwnershipFaults } from './ownership-faults.ts';

/** The committed files of the contract, by name, with the content the code gives today. */
export type Contract = ReadonlyMap<string, string>;

export const SUPERGRAPH_FILE = 'supergraph.graphql';

/** Raises CompositionFault when the subgraphs do not fit together. */
export function buildContract(): Contract {
  const subgraphs = listSubgraphSdls();
  return new Map([
    ...subgraphs.map(({ name, sdl }) => [`${name}.graphql`, sdl] as const),
    [SUPERGRAPH_FILE, composeSupergraph(subgraphs)] as const,
  ]);
}

export function listSubgraphSdls(): LevelSdl[] {
  return LEVELS.map(({ definition: { name, sdl, mutations }, url }) => ({
    name,
    url,
    sdl: sdl(),
    mutations,
  }));
}

/** What breaks a rule of the contract, one French line each: ownership, nullability, sizes of lists. */
export function findRuleFaults(): readonly string[] {
  const subgraphs = listSubgraphSdls();
  return [findOwnershipFaults, findNullabilityFaults, findListSizeFaults].flatMap((find) => find(subgraphs));
}

export function writeContract(contract: Contract): void {
  for (const [file, content] of contract) writeFileSync(pathOf(file), content);
}

/** The committed files that no longer say what the code says. */
export function findDrift(contract: Contract): string[] {
  return [...contract].filter(([file, content]) => read(file) !== content).map(([file]) => `schema/${file}`);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(pathOf(file), 'utf8');
  } catch {
    return undefined;
  }
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url));
}
