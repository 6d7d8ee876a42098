/**
 * The executor and nothing around it: what is left to gain or lose in the rest of the gateway is the distance to this.
 * Documents are parsed, validated and planned once, by text.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse, validate } from 'graphql';
import { compilePlan, type CompiledPlan } from '../../../gateway/src/execution/compile-plan.ts';
import { executeToSend } from '../../../gateway/src/execution/execute-compiled.ts';
import { jsonTextOf } from '../../../gateway/src/execution/json-text.ts';
import { requestBody } from '../../../gateway/src/execution/request-body.ts';
import type { SubgraphAnswer, SubgraphCall } from '../../../gateway/src/execution/subgraph-call.ts';
import { createTransport } from '../../../gateway/src/execution/undici-transport.ts';
import { SUBGRAPH_NAMES, urlOf } from '../neutral/subgraphs.ts';

const supergraph = Supergraph.build(readFileSync(process.env['SUPERGRAPH_PATH']!, 'utf8'));
const engineApi = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph);
const schemas = {
  supergraph: supergraph.schema.toGraphQLJSSchema(),
  api: engineApi.toGraphQLJSSchema(),
  engineApi,
};
const transports = new Map(SUBGRAPH_NAMES.map((name) => [name as string, createTransport(urlOf(name))]));
const HEADERS = ['content-type', 'application/json', 'accept', 'application/json'];

const call: SubgraphCall = async (subgraph, operation) => {
  const { text } = await transports
    .get(subgraph)!
    .post(requestBody(operation), HEADERS, { deadlineMs: 10_000 });
  return parseAnswer(text);
};

function parseAnswer(text: string): SubgraphAnswer {
  return JSON.parse(text) as SubgraphAnswer;
}

const compiled = new Map<string, CompiledPlan>();

function compiledFor(query: string): CompiledPlan {
  const known = compiled.get(query);
  if (known) return known;
  const document = parse(query);
  const [fault] = validate(schemas.api, document);
  if (fault) throw fault;
  const plan = planner.buildQueryPlan(operationFromDocument(engineApi, document)) as never;
  const made = compilePlan({ plan, schemas, document, operationName: undefined });
  if (!made) throw new Error('This plan is not for the executor');
  compiled.set(query, made);
  return made;
}

async function answer(body: string): Promise<string> {
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  const request = { variables: variables ?? {}, call, requestContext: undefined };
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
