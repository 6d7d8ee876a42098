/**
 * The best that the stock engine does in one process: its local data source, with one context a level and a request, as
 * the levels ask for.
 */
import { readFileSync } from 'node:fs';
import { ApolloGateway, LocalGraphQLDataSource, type GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { etablissements } from '@palier/etablissements';
import { msss } from '@palier/msss';
import { openDatabase } from '@palier/runtime/database';
import type { Subgraph } from '@palier/runtime/subgraph';
import { santeQuebec } from '@palier/sante-quebec';
import { SUPERGRAPH } from '@palier/start/open-house';

process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

class LevelDataSource extends LocalGraphQLDataSource {
  readonly #contexts = new WeakMap<object, object>();
  readonly #level: Subgraph;

  constructor(level: Subgraph) {
    super(level.schema);
    this.#level = level;
  }

  override process({ context, ...options }: GraphQLDataSourceProcessOptions) {
    let own = this.#contexts.get(context as object);
    if (!own) {
      own = this.#level.createContext();
      this.#contexts.set(context as object, own);
    }
    return super.process({ ...options, context: own } as never);
  }
}

const database = await openDatabase({ kind: 'folder', folder: process.env['PALIER_DOSSIER']! });
const sources = new Map<string, LevelDataSource>();
for (const definition of [msss, santeQuebec, etablissements])
  sources.set(
    definition.name,
    new LevelDataSource(await definition.open(database, { demonstration: 'CHARGEE' })),
  );

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(SUPERGRAPH, 'utf8'),
  buildService: ({ name }) => sources.get(name)!,
});
const server = new ApolloServer<object>({ gateway });
await startStandaloneServer(server, {
  listen: { port: Number(process.env['PORT']), host: '127.0.0.1' },
  context: async () => ({}),
});
