/**
 * One subgraph in a process of its own: `subgraph-server.ts NAME`. It computes each answer once by graphql-js and keeps
 * its text, so that it costs the gateways under measure as little as a subgraph can. Its data never change: it tells one
 * version of them, as docs/cache.md asks.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type GraphQLSchema } from 'graphql';
import { resolversOf } from './resolvers.ts';
import { portOf, sdlOf, type SubgraphName } from './subgraphs.ts';

interface Posted {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: { readonly representations?: readonly unknown[] };
}

const VERSION = 'bench';
const HEARTBEAT_MS = 1_500;
const MOST_KEPT = 10_000;

const name = process.argv[2] as SubgraphName;
const schema = buildSubgraphSchema([{ typeDefs: parse(sdlOf(name)), resolvers: resolversOf[name] as never }]);
const kept = new Map<string, string>();

createServer((request, response) => {
  if (request.url === '/version') return tellVersion(response);
  readText(request).then(
    async (text) => send(response, await answerText(schema, text)),
    (error: unknown) => send(response, JSON.stringify({ errors: [{ message: String(error) }] })),
  );
}).listen(portOf(name), '127.0.0.1', () => console.log('ready'));

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function tellVersion(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(`data: ${VERSION}\n\n`);
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
  response.once('close', () => clearInterval(heartbeat));
}

function send(response: ServerResponse, body: string): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'palier-version': VERSION,
  });
  response.end(body);
}

async function answerText(graph: GraphQLSchema, text: string): Promise<string> {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const { query, variables, operationName } = JSON.parse(text) as Posted;
  const answer = JSON.stringify(
    await execute({
      schema: graph,
      document: parse(query),
      variableValues: (variables ?? {}) as Record<string, unknown>,
      operationName: operationName ?? null,
    }),
  );
  if (kept.size < MOST_KEPT) kept.set(text, answer);
  return answer;
}
