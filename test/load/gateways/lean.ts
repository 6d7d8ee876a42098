/**
 * The executor and nothing around it: what is left to gain or lose in the rest of the gateway is the distance to this.
 * Documents are parsed, validated and planned once, by text.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse, validate } from 'graphql';
import { compilePlan, type CompiledPlan } from '@palier/federation/run/compile/compile-plan';
import { executeToSend } from '@palier/federation/run/execute-compiled';
import { jsonTextOf } from '@palier/federation/json/json-text';
import { requestBody } from '@palier/gateway/subgraphs/http/request-body';
import type { GraphQLResponseLike } from '@palier/federation/run/data/subgraph-caller';
import type { SubgraphCall } from '@palier/federation/run/data/subgraph-call';
import { createTransport } from '@palier/gateway/subgraphs/http/undici-transport';
import { SUBGRAPH_NAMES, urlOf } from '../neutral/subgraphs.ts';

const supergraph = Supergraph.build(readFileSync(process.env['SUPERGRAPH_PATH']!, 'utf8'));
const engineApi = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph);
const schemas = {
  supergraph: supergraph.schema.toGraphQLJSSchema(),
  client: engineApi.toGraphQLJSSchema(),
  engineApi,
};
const transports = new Map(SUBGRAPH_NAMES.map((name) => [name as string, createTransport(urlOf(name))]));
const HEADERS = ['content-type', 'application/json', 'accept', 'application/json'];

const call: SubgraphCall = async (subgraph, operation) => {
  const { text = '' } = await transports
    .get(subgraph)!
    .post(requestBody(operation), HEADERS, { deadlineMs: 10_000 });
  return parseAnswer(text);
};

function parseAnswer(text: string): GraphQLResponseLike {
  return JSON.parse(text) as GraphQLResponseLike;
}

const compiled = new Map<string, CompiledPlan>();

function compiledFor(query: string): CompiledPlan {
  const known = compiled.get(query);
  if (known) return known;
  const document = parse(query);
  const [fault] = validate(schemas.client, document);
  if (fault) throw fault;
  const plan = planner.buildQueryPlan(operationFromDocument(engineApi, document)) as never;
  const made = compilePlan({ plan, schemas, document, operationName: undefined });
  if (!made) throw new Error('This plan is not for the executor');
  compiled.set(query, made);
  return made;
}

async function answer(body: string): Promise<string> {
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  const request = { variables: variables ?? {}, call };
  const { data, errors } = await executeToSend(compiledFor(query), request);
  return jsonTextOf(errors.length === 0 ? { data } : { errors, data });
}

function readText(request: IncomingMessage, done: (text: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => done(Buffer.concat(chunks).toString('utf8')));
}

function send(response: ServerResponse, body: string): void {
  const bytes = Buffer.from(body, 'utf8');
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  });
  response.end(bytes);
}

createServer((request, response) => {
  readText(request, (text) => {
    answer(text).then(
      (body) => send(response, body),
      (error: unknown) => send(response, JSON.stringify({ errors: [{ message: String(error) }] })),
    );
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
