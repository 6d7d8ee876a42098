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
  type Query { valeurs(first: Int, after: String): ValeurConnection regions: [Region!]! }
  type ValeurConnection { nodes: [Valeur!]! pageInfo: PageInfo! repartition: [Part!]! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! endCursor: String }
  type Valeur { code: ID! nom: String! a: Int! b: Float! c: Float! d: Int e: Boolean! f: String! g: Float! h: Int!
    tiers: Tiers provenance: Provenance! }
  type Part { cle: String! }
  type Region { code: ID! nombre: Int! statut: StatutFigure! valeurs(first: Int, after: String): ValeurConnection }
  enum StatutFigure { PROVISOIRE FINALE }
  extend type Tiers @key(fields: "code") { code: ID! @external }
  type Provenance { origine: Origine! }
  enum Origine { DEMONSTRATION }`;

/** A level that is asked of the first elements alone. */
const OTHER_SDL = `
  type Query { silence: Int }
  type Tiers @key(fields: "code") { code: ID! nom: String }`;

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
  tiers: at < 10 ? { code: String(at) } : null,
  provenance: { origine: 'DEMONSTRATION' },
});

interface Levels {
  /** Whether they say what they knew: then, the first element was not there, and the regions were provisional. */
  readonly remember?: true;
  /** Said of the other level alone: it says no version. */
  readonly isOtherSilent?: true;
  /** At the head of the operation. */
  readonly said?: string;
}

/** A long list, no more of which is ever held than a page. */
export interface LongConnection {
  readonly url: string;
  /** Pages that were asked so far. */
  readonly pages: () => number;
  /** As if somebody wrote; or, given a page, once that one was asked. */
  write(page?: number): void;
  close(): Promise<void>;
}

interface Instant {
  readonly isPast: boolean;
}

export async function openLongConnection(
  length: number,
  options: Partial<GatewayOptions> = {},
  { remember, isOtherSilent, said = 'Des valeurs' }: Levels = {},
): Promise<LongConnection> {
  let pages = 0;
  let version = 1;
  let writtenAt: number | undefined;
  const valeurs = { valeurs: pageOf };
  const regions = (_: unknown, _given: unknown, { isPast }: Instant) =>
    ['01', '02'].map((code) => ({ code, nombre: 1, statut: isPast ? 'PROVISOIRE' : 'FINALE' }));
  const schemas = {
    valeurs: buildSubgraphSchema([
      { typeDefs: parse(SDL), resolvers: { Query: { ...valeurs, regions }, Region: valeurs } as never },
    ]),
    autre: buildSubgraphSchema([
      {
        typeDefs: parse(OTHER_SDL),
        resolvers: { Tiers: { __resolveReference: ({ code }: { code: string }) => ({ code, nom: code }) } },
      },
    ]),
  };
  interface Given {
    readonly first?: number;
    readonly after?: string | null;
  }
  function pageOf(_: unknown, { first, after }: Given, { isPast }: Instant) {
    pages += 1;
    if (pages === writtenAt) version += 1;
    const start = after == null ? Number(isPast) : Number(after);
    const end = Math.min(length, start + (first ?? 200));
    return {
      nodes: Array.from({ length: end - start }, (_unused, at) => valueAt(start + at)),
      pageInfo: { hasNextPage: end < length, hasPreviousPage: after != null, endCursor: String(end) },
      repartition: [{ cle: 'a' }, { cle: 'b' }],
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'palier-valeurs-'));
  writeFileSync(join(folder, 'valeurs.graphql'), `# ${said}\n${OPERATION}`);
  const { supergraphSdl } = composeServices([
    { name: 'valeurs', url: 'http://valeurs.test', typeDefs: parse(SDL) },
    { name: 'autre', url: 'http://autre.test', typeDefs: parse(OTHER_SDL) },
  ]);
  const gateway = await openGateway({
    supergraph: { sdl: supergraphSdl! },
    logLevel: 'error',
    operationsFolder: folder,
    mounts: openAdresses(),
    callers: () => ({
      data: { current: () => String(version), doubt: () => undefined },
      call: async ({ subgraph, query, variables, clientRequest }) => {
        const isPast = remember === true && clientRequest.au !== undefined;
        const answer = await execute({
          schema: schemas[subgraph as keyof typeof schemas],
          document: parse(query),
          variableValues: variables,
          contextValue: { isPast } satisfies Instant,
        });
        const isSilent = subgraph === 'autre' && isOtherSilent === true;
        const facts = isSilent ? {} : { version: String(version), isRemembered: isPast || undefined };
        return { ...answer, facts } as GraphQLResponseLike;
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
