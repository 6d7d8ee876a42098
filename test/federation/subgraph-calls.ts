import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { graphql, GraphQLError, parse, validate, type GraphQLSchema } from 'graphql';
import { parseJson } from '@palier/calls/json/parse-json';
import { writeJson } from '@palier/calls/json/write-json';
import type { GraphQLResponseLike, SubgraphCaller } from '@palier/gateway/request/subgraph-caller';

interface SubgraphBody {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/** Runs an operation on a subgraph as a real one would: an invalid operation is refused, not half done. */
async function runSubgraph(schema: GraphQLSchema, body: SubgraphBody): Promise<GraphQLResponseLike> {
  const invalid = validate(schema, parse(body.query));
  if (invalid.length > 0) return toJson({ errors: invalid });
  const result = await graphql({
    schema,
    source: body.query,
    operationName: body.operationName ?? null,
    variableValues: body.variables ?? null,
  });
  return toJson(result);
}

/** Calls in this process; what goes in and out is copied as a network would. */
export function callInMemory(schema: GraphQLSchema): SubgraphCaller {
  return {
    call: ({ query, operationName, variables }) =>
      runSubgraph(schema, toJson({ query, operationName, variables })),
  };
}

/** Calls through HTTP. */
export function callByHttp(url: string): SubgraphCaller {
  return {
    async call({ query, operationName, variables }) {
      const body = writeJson({ query, operationName, variables });
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return parseJson(await response.text()) as GraphQLResponseLike;
    },
  };
}

export interface SubgraphServer {
  urlOf(subgraph: string): string;
  close(): Promise<void>;
}

/** One server for all the subgraphs of a claim, each under its name. */
export async function serveSubgraphs(
  schemas: () => ReadonlyMap<string, GraphQLSchema>,
): Promise<SubgraphServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void answer(schemas().get(decodeURIComponent(request.url?.slice(1) ?? '')), Buffer.concat(chunks)).then(
        (text) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end(text);
        },
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (subgraph) => `http://127.0.0.1:${port}/${encodeURIComponent(subgraph)}`,
    close: () => closeServer(server),
  };
}

async function answer(schema: GraphQLSchema | undefined, body: Buffer): Promise<string> {
  if (!schema) return JSON.stringify({ errors: [new GraphQLError('No such subgraph')] });
  return writeJson(await runSubgraph(schema, parseJson(body.toString('utf8')) as SubgraphBody));
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function toJson<T>(value: unknown): T {
  return parseJson(writeJson(value)) as T;
}
