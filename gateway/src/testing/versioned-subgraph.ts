import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import type { ServerResponse } from 'node:http';
import { readText, serve } from './subgraph-servers.ts';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
  type Query { valeur: Int!  langue: String  panne: String  nom: String }
  type Mutation { ajouter: Int! }`;

/** A subgraph behind a real socket that holds one number, and tells the version of its data. */
export interface VersionedSubgraph {
  readonly url: string;
  /** Operations it was asked, in all. */
  asked: number;
  /** Writes without the gateway's knowing, and tells the new version. */
  write(): void;
  /** Headers put on each answer besides the version. */
  headers: Readonly<Record<string, string>>;
  /** Whether it tells its version at all. */
  tells: boolean;
  /** Answers wait while it is set. */
  hold: Promise<void> | undefined;
  /** Ends the streams of versions; those who follow may open others, which stay mute while `tells` is false. */
  cut(): void;
  close(): Promise<void>;
}

export function composeVersioned(url: string): string {
  const { supergraphSdl, errors } = composeServices([{ name: 'compteur', url, typeDefs: parse(SDL) }]);
  if (!supergraphSdl) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}

export async function serveVersioned(): Promise<VersionedSubgraph> {
  const streams = new Set<ServerResponse>();
  let value = 0;
  const tell = (stream: ServerResponse): void => void stream.write(`data: v.${value}\n\n`);
  const write = (): number => {
    value += 1;
    for (const stream of streams) tell(stream);
    return value;
  };
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse(SDL),
      resolvers: {
        Query: {
          valeur: () => value,
          nom: () => 'compteur',
          langue: (_: unknown, __: unknown, language: string) => language,
          panne: () => {
            throw new Error('panne');
          },
        },
        Mutation: { ajouter: write },
      },
    },
  ]);
  const answer = async (text: string, language: string, response: ServerResponse): Promise<void> => {
    subgraph.asked += 1;
    const version = `v.${value}`;
    const { query, variables } = JSON.parse(text) as { query: string; variables?: Record<string, unknown> };
    const document = parse(query);
    const result = await execute({ schema, document, variableValues: variables, contextValue: language });
    await subgraph.hold;
    response
      .writeHead(200, {
        'content-type': 'application/json',
        ...subgraph.headers,
        ...(subgraph.tells && { 'palier-version': version }),
      })
      .end(JSON.stringify(result));
  };
  const server = await serve((incoming, response) => {
    if (incoming.url === '/version') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      if (subgraph.tells) tell(response);
      streams.add(response);
      incoming.once('close', () => streams.delete(response));
      return;
    }
    const language = String(incoming.headers['accept-language'] ?? '');
    void readText(incoming).then((text) => answer(text, language, response));
  });
  const subgraph = {
    url: server.url,
    asked: 0,
    headers: {} as Readonly<Record<string, string>>,
    tells: true,
    hold: undefined as Promise<void> | undefined,
    write: () => void write(),
    cut: () => streams.forEach((stream) => stream.end()),
    close: () => server.close(),
  };
  return subgraph;
}
