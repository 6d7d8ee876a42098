import type { ServerResponse } from 'node:http';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { GatewayOptions } from '../server.ts';
import { SILENT } from './loggers.ts';
import { openGateway } from './open-gateway.ts';
import { readText, serve } from './subgraph-servers.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;
const SDL = {
  sain: `${LINK}
    type Query { regions: [Region!]!  salut: String }
    type Region @key(fields: "code") { code: ID!  nom: String! }`,
  hostile: `${LINK}
    scalar Libre
    enum Etat { OUVERT FERME }
    interface Chose { id: ID! }
    type Outil implements Chose { id: ID! }
    type Query { total: Int  taux: Float  texte: String  vrai: Boolean  id: ID  etat: Etat  libre: Libre  liste: [Int]  chose: Chose  sous: Sous }
    type Sous { texte: String  sous: Sous }
    type Region @key(fields: "code") { code: ID!  population: Int  libre: Libre }`,
};
const REGIONS =
  '{"data":{"salut":"bonjour","regions":[{"__typename":"Region","code":"01","nom":"A"},{"__typename":"Region","code":"02","nom":"B"}]}}';

/** How the hostile subgraph answers: a body, or whatever it does with the response. */
export type Hostility = string | ((response: ServerResponse) => void);

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly AnsweredError[];
}

interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface HostileGraph {
  ask(query: string): Promise<Answered>;
  /** How often the hostile subgraph was called. */
  calls(): number;
  close(): Promise<void>;
}

/** A gateway over a subgraph that is well and one that is hostile, all three over HTTP. */
export async function openHostileGraph(
  hostility: Hostility,
  options: Partial<GatewayOptions> = {},
): Promise<HostileGraph> {
  let calls = 0;
  const sain = await serve((incoming, response) => void readText(incoming).then(() => response.end(REGIONS)));
  const hostile = await serve((incoming, response) => {
    calls += 1;
    const answer = (): void => {
      if (typeof hostility === 'string') response.end(hostility);
      else hostility(response);
    };
    void readText(incoming).then(answer, ignore);
  });
  const { supergraphSdl = '' } = composeServices([
    { name: 'sain', url: sain.url, typeDefs: parse(SDL.sain) },
    { name: 'hostile', url: hostile.url, typeDefs: parse(SDL.hostile) },
  ]);
  const gateway = await openGateway({
    supergraph: { sdl: supergraphSdl },
    logger: SILENT,
    subgraphTimeoutMs: 600_000,
    ...options,
  });
  const { url } = await gateway.listen(0, '127.0.0.1');
  return {
    calls: () => calls,
    async ask(query) {
      const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
        redirect: 'manual',
      });
      const text = await response.text();
      const { data = null, errors = [] } = JSON.parse(text) as Partial<Answered>;
      return { status: response.status, headers: response.headers, text, data, errors };
    },
    async close() {
      await gateway.stop();
      await Promise.all([sain.close(), hostile.close()]);
    },
  };
}

function ignore(): void {
  // Nothing is said.
}
