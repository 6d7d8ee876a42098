import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeWideSupergraph, listWideSubgraphs } from '@palier/gateway/testing/wide-supergraph';
import type { DatabaseLocation } from '@palier/runtime/database';
import { SUPERGRAPH } from '@palier/start/open-house';
import {
  execute,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { ask } from '../../program.ts';
import { openServedLevels } from '../../resilience/served-levels.ts';
import type { AttackClass } from './corpus.ts';
import { HEAVY_QUESTIONS } from './heavy-questions.ts';
import { exploreTerrain, type Terrain } from './terrain.ts';

/** A graph to attack, its subgraphs answering. */
export interface Ground {
  readonly name: string;
  /** The gateway alone, unless said. */
  readonly program?: string;
  readonly supergraphPath?: string;
  readonly subgraphs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Attacks on it alone. */
  readonly classes?: readonly AttackClass[];
  readonly isSettled?: (url: string) => Promise<boolean>;
  readonly terrain: Terrain;
  close(): Promise<void>;
}

/** Palier's own graph, on its real levels. */
export async function openPalierGround(location: DatabaseLocation): Promise<Ground> {
  const levels = await openServedLevels(location);
  return {
    name: 'palier',
    supergraphPath: SUPERGRAPH,
    subgraphs: levels.urls,
    terrain: exploreTerrain(toClientSchema(readFileSync(SUPERGRAPH, 'utf8'))),
    close: () => levels.close(),
  };
}

/**
 * The whole of Palier in one process, as `npm start` runs it: the gateway, its levels and their database.
 * @param bear puts data in the folder; without, they are born there
 */
export function openWholeGround(bear: (folder: string) => void = () => undefined): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-attacks-'));
  bear(folder);
  return Promise.resolve({
    name: 'whole',
    program: 'gateway/start/all-in-one.ts',
    env: { PALIER_DOSSIER: folder },
    isSettled: hasToldItsStory,
    classes: [{ name: 'small questions, long answers', attacks: HEAVY_QUESTIONS }],
    terrain: exploreTerrain(toClientSchema(readFileSync(SUPERGRAPH, 'utf8'))),
    close: () => Promise.resolve(rmSync(folder, { recursive: true })),
  });
}

/** The last act of the demonstration that a first start plays, once it has consolidated. */
async function hasToldItsStory(url: string): Promise<boolean> {
  const { journalMsss } = await ask<{ journalMsss: { totalCount: number } }>(
    url,
    '{ journalMsss { totalCount } }',
  );
  return journalMsss.totalCount > 0;
}

const TYPES = 60;

/** A graph where every type leads to others through each of four subgraphs: the worst there is to plan. */
export async function openWideGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-attacks-'));
  const supergraphPath = join(folder, 'supergraph.graphql');
  const sdl = composeWideSupergraph(TYPES);
  writeFileSync(supergraphPath, sdl);
  const servers = await Promise.all(
    listWideSubgraphs(TYPES).map(async (subgraph) => [subgraph.name, await serve(subgraph.sdl)] as const),
  );
  return {
    name: 'large',
    supergraphPath,
    subgraphs: Object.fromEntries(servers.map(([name, { url }]) => [name, url])),
    terrain: exploreTerrain(toClientSchema(sdl)),
    close: async () => {
      rmSync(folder, { recursive: true });
      await Promise.all(servers.map(([, server]) => server.close()));
    },
  };
}

/** graphql-js's own schema, of the copy of it that this program holds. */
const toClientSchema = (sdl: string): GraphQLSchema => Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();

/** A leaf is the name of its field, an object is empty, a list has one item: an answer is as deep as its question. */
const resolveByType: GraphQLFieldResolver<Record<string, unknown>, unknown> = (
  parent,
  _args,
  _context,
  info,
) => {
  const value = isLeafType(getNamedType(info.returnType)) ? (parent?.[info.fieldName] ?? info.fieldName) : {};
  return isListType(getNullableType(info.returnType)) ? [value] : value;
};

async function serve(sdl: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const schema = buildSubgraphSchema(parse(sdl));
  const answer = async (query: string, variables: Record<string, unknown>): Promise<unknown> =>
    execute({ schema, document: parse(query), variableValues: variables, fieldResolver: resolveByType });
  const server: Server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
        query: string;
        variables: Record<string, unknown>;
      };
      void answer(query, variables).then((result) =>
        response.setHeader('content-type', 'application/json').end(JSON.stringify(result)),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
