import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { openAdresses } from '@palier/adresses/adresses';
import type { GatewayOptions } from '@palier/gateway';
import type { GraphQLResponseLike } from '@palier/gateway/request/subgraph-caller';
import { openGateway } from '@palier/gateway/testing/open-gateway';
import { execute, parse } from 'graphql';

const SDL = `
  type Query { valeurs(first: Int, after: String): ValeurConnection }
  type ValeurConnection { nodes: [Valeur!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Valeur { code: ID! nom: String! a: Int! b: Float! c: Float! d: Int e: Boolean! f: String! g: Float! h: Int!
    provenance: Provenance! }
  type Provenance { origine: Origine! }
  enum Origine { DEMONSTRATION }`;

const OPERATION = `query Valeurs($first: Int, $after: String) {
  valeurs(first: $first, after: $after) { nodes { code nom a b c d e f g h } pageInfo { hasNextPage endCursor } } }`;

const valueAt = (at: number) => ({
  code: String(at).padStart(7, '0'),
  nom: `Élément ${at}`,
  a: at,
  b: at / 7,
  c: at * 1.1,
  d: at % 3 === 0 ? null : at,
  e: at % 2 === 0,
  f: at % 5 === 0 ? '=1+1' : 'texte',
  g: at / 3,
  h: -at,
  provenance: { origine: 'DEMONSTRATION' },
});

/** A long list, no more of which is ever held than a page. */
export interface LongConnection {
  readonly url: string;
  /** Pages that were asked so far. */
  readonly pages: () => number;
  /** As if somebody wrote; or, given a page, once that one was asked. */
  write(page?: number): void;
  close(): Promise<void>;
}

export async function openLongConnection(
  length: number,
  options: Partial<GatewayOptions> = {},
): Promise<LongConnection> {
  let pages = 0;
  let version = 1;
  let writtenAt: number | undefined;
  const schema = buildSubgraphSchema([
    { typeDefs: parse(SDL), resolvers: { Query: { valeurs: pageOf } } as never },
  ]);
  function pageOf(_: unknown, { first, after }: { readonly first?: number; readonly after?: string }) {
    pages += 1;
    if (pages === writtenAt) version += 1;
    const start = after === undefined || after === null ? 0 : Number(after);
    const end = Math.min(length, start + (first ?? 200));
    return {
      nodes: Array.from({ length: end - start }, (_unused, at) => valueAt(start + at)),
      pageInfo: { hasNextPage: end < length, endCursor: String(end) },
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'palier-valeurs-'));
  writeFileSync(join(folder, 'valeurs.graphql'), OPERATION);
  const { supergraphSdl } = composeServices([
    { name: 'valeurs', url: 'http://valeurs.test', typeDefs: parse(SDL) },
  ]);
  const gateway = await openGateway({
    supergraph: { sdl: supergraphSdl! },
    logLevel: 'error',
    operationsFolder: folder,
    rooms: openAdresses(),
    callers: () => ({
      data: { current: () => String(version), doubt: () => undefined },
      call: async ({ query, variables }) => {
        const answer = await execute({ schema, document: parse(query), variableValues: variables });
        return { ...answer, facts: { version: String(version) } } as GraphQLResponseLike;
      },
    }),
    ...options,
  });
  const { url } = await gateway.listen(0, '127.0.0.1');
  return {
    url,
    pages: () => pages,
    write(page) {
      if (page === undefined) version += 1;
      else writtenAt = page;
    },
    close: async () => {
      await gateway.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
