import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildApiSchema } from '@palier/federation/prepare/client-schema';
import { prepareSupergraph } from '@palier/federation/prepare/prepare-supergraph';
import { buildSchema, lexicographicSortSchema, parse, print, printSchema, visit } from 'graphql';

/** What clients were last promised: every name, type, argument and nullability of the public graph. */
const RELEASED_FILE = fileURLToPath(new URL('../released/api.graphql', import.meta.url));

/** The public graph, as a text whose differences are those of the contract: in alphabetical order, without descriptions. */
export function printPublicApi(supergraphSdl: string): string {
  const api = buildApiSchema(prepareSupergraph(supergraphSdl).sdl).toGraphQLJSSchema();
  const bare = visit(parse(printSchema(lexicographicSortSchema(api)), { noLocation: true }), {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  return `${print(bare)}\n`;
}

export function readReleased(): string {
  return readFileSync(RELEASED_FILE, 'utf8');
}

export function writeReleased(api: string): void {
  writeFileSync(RELEASED_FILE, api);
}

/** What has changed from one public graph to another, the graver first. */
export async function compareApis(before: string, after: string): Promise<readonly Change[]> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes.toSorted((a, b) => Number(isBreaking(b)) - Number(isBreaking(a)));
}

const isBreaking = ({ criticality }: Change): boolean => criticality.level === CriticalityLevel.Breaking;

/** A change in words, with BREAKING where a question asked yesterday would fail today. */
export const sayChange = (change: Change): string =>
  `${change.criticality.level} ${change.path ?? ''} : ${change.message}`;

/** What breaks the promise of the last release, one line each. */
export async function findBrokenPromises(
  supergraphSdl: string,
  released = readReleased(),
): Promise<string[]> {
  const changes = await compareApis(released, printPublicApi(supergraphSdl));
  return changes
    .filter(isBreaking)
    .map(
      (change) =>
        `${sayChange(change)}. Le contrat publié (schema/released/api.graphql) le promet : ajoutez un nom sans ` +
        `toucher à celui-ci (docs/decisions/015-a-release-moves-the-contract.md).`,
    );
}
