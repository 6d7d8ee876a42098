import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { type AskGraph, askGraphAt } from '../calls/ask-graph.ts';
import type { SubgraphContext } from '../request/context.ts';
import { HttpAsker } from './http-asker.ts';
import { type Database, openDatabase } from '../data/database.ts';
import { type Ending, endOnSignal } from '@palier/calls/program/end-on-signal';
import { log } from '../base/log.ts';
import { readSubgraphEnvironment } from './environment.ts';
import { PalierError, RefusedCall, StartupError } from '../base/errors.ts';
import { openKeyFolder } from '../journal/journal-keys.ts';
import { INSTANT_HEADER, MEASURE_HEADER, VERSION_HEADER } from '@palier/calls/headers';
import { type Measure, sayMeasure } from '@palier/calls/measure';
import { heldLiterals } from '@palier/calls/values/held-literals';
import { VERSION_PLACE } from '@palier/calls/version-events';
import { parseInstantHeader } from '../calls/instant-header.ts';
import { isLoopback, refuseTakenPort, toStartupError } from '../base/port.ts';
import { createRequestWork, DEFAULT_MOST_VALUES } from '../request/request-work.ts';
import { readRequest } from './read-request.ts';
import { createVersionStreams, type VersionStreams } from './serve-version.ts';
import type { Subgraph, SubgraphDefinition, SubgraphSettings } from '../level/subgraph.ts';
import { createCallVerifier, type VerifyCall } from '../calls/verify-call.ts';

const MAX_BODY_BYTES = 16 * 1024 * 1024;
/** Time left to requests under way when the subgraph stops. */
const DRAIN_MS = 2_000;

/** What a subgraph that runs alone gives to what more its program does. */
export interface RunningSubgraph {
  readonly database: Database;
  readonly settings: SubgraphSettings;
  /** The composed graph, when PALIER_GRAPHE says where it is. */
  readonly graph: AskGraph | undefined;
  readonly ending: Ending;
}

/**
 * Starts one subgraph alone: environment → database → server → listen, until SIGTERM or SIGINT. Every fault is one
 * French line and a non-zero exit.
 */
export async function runSubgraph(
  definition: SubgraphDefinition,
  defaultPort: number,
): Promise<RunningSubgraph> {
  const ending = endOnSignal();
  try {
    const {
      location,
      settings,
      port,
      host,
      calls,
      mostValues,
      keysFolder,
      graph: address,
    } = readSubgraphEnvironment(process.env, { name: definition.name, defaultPort });
    await refuseTakenPort(port, host);
    const database = await openDatabase(location);
    const verifyCall = calls && createCallVerifier(definition.name, calls);
    const graph = address && askGraphAt(address);
    const subgraph = await definition.open(database, settings, { keys: openKeyFolder(keysFolder), graph });
    const served = await serveSubgraph(subgraph, { port, host, verifyCall, mostValues });
    ending.closeWith(async () => {
      await served.stop();
      await database.close();
    });
    database.onStopped(ending.endWith);
    process.stderr.write(`${definition.name} répond sur ${served.url}\n`);
    if (!calls && !isLoopback(host))
      process.stderr.write(`${definition.name} répond à quiconque : PALIER_CALL_KEYS manque.\n`);
    return { database, settings, graph, ending };
  } catch (error) {
    process.stderr.write(`${sayStartupFault(error)}\n`);
    process.exit(1);
  }
}

export interface ServedSubgraph {
  readonly url: string;
  stop(): Promise<void>;
}

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  /** Whose calls are answered, on whose behalf; without, anyone's, and nobody is known. */
  readonly verifyCall?: VerifyCall | undefined;
  /** Values that one request may have. */
  readonly mostValues?: number;
}

/** Serves a subgraph over HTTP: POST on /graphql, /version, and /health, which alone is answered unsigned. */
export async function serveSubgraph(
  subgraph: Subgraph,
  { port, host, verifyCall, mostValues = DEFAULT_MOST_VALUES }: ServeOptions,
): Promise<ServedSubgraph> {
  const apollo = new ApolloServer<ServedContext>({
    schema: subgraph.schema,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    introspection: true,
    validationRules: [heldLiterals(false, (said) => new PalierError('NOMBRE_TROP_LONG', said))],
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      {
        requestDidStart: async () => ({
          didResolveOperation: async ({ contextValue, operation }) =>
            contextValue.asker.begin(operation?.operation),
        }),
      },
    ],
    formatError: (formatted, error) => maskError(formatted, error),
  });
  await apollo.start();
  const versions = createVersionStreams(subgraph.dataVersion);
  const serving = { apollo, subgraph, versions, verifyCall, mostValues };
  const server = createServer((request, response) => void answer(serving, request, response));
  await listen(server, port, host);
  const { address, port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${actual}/graphql`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      versions.end();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(cut);
      await apollo.stop();
    },
  };
}

/** The one line said when a program does not start. */
export function sayStartupFault(error: unknown): string {
  if (error instanceof StartupError) return error.message;
  return `Le démarrage a échoué : ${error instanceof Error ? error.message : String(error)}`;
}

interface ServedContext extends SubgraphContext {
  readonly asker: HttpAsker;
}

interface Serving {
  readonly apollo: ApolloServer<ServedContext>;
  readonly subgraph: Subgraph;
  readonly versions: VersionStreams;
  readonly verifyCall: VerifyCall | undefined;
  readonly mostValues: number;
}

async function answer(
  { apollo, subgraph, versions, verifyCall, mostValues }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url === '/health') return void response.writeHead(200, JSON_TYPE).end('{"statut":"pret"}');
  try {
    const call = verifyCall?.(request);
    if (request.url === `/${VERSION_PLACE}`) return versions.open(request, response);
    const version = subgraph.dataVersion.current();
    const measure = createMeasure(request);
    const body = request.method === 'POST' ? await readBody(request) : undefined;
    if (body) call?.verifyBody(body);
    const au = parseInstantHeader(request.headers[INSTANT_HEADER]);
    if (au !== undefined) await subgraph.settle(au);
    const asker = new HttpAsker(request, response);
    let context: ServedContext | undefined;
    const {
      body: result,
      headers,
      status,
    } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: toHeaderMap(request),
        ...readRequest(request, body, subgraph.schema),
      },
      context: async () => {
        const work = createRequestWork(mostValues);
        context = Object.assign(subgraph.createContext(call?.identity, measure, work, au, asker), { asker });
        return context;
      },
    });
    if (asker.isWrite) subgraph.dataVersion.doubt();
    const text = result.kind === 'complete' ? result.string : '';
    const cacheControl = context && subgraph.cacheControlOf(context);
    const told = {
      ...(version !== undefined && { [VERSION_HEADER]: version }),
      ...(au !== undefined && { [INSTANT_HEADER]: au }),
      ...(cacheControl !== undefined && { 'cache-control': cacheControl }),
      ...(measure && { [MEASURE_HEADER]: sayMeasure(measure) }),
    };
    response.writeHead(status ?? 200, { ...Object.fromEntries(headers), ...told }).end(text);
  } catch (error) {
    refuse(response, error);
  }
}

/** Nothing is counted unless the gateway asks. */
function createMeasure({ headers }: IncomingMessage): Measure | undefined {
  return headers[MEASURE_HEADER] === '1' ? { statements: 0, rows: 0 } : undefined;
}

/** What the sender did wrong is said to it; anything else is ours, and its cause goes to the log alone. */
function refuse(response: ServerResponse, error: unknown): void {
  if (error instanceof RefusedCall) log('warn', `Appel refusé : ${error.reason}`);
  else if (!(error instanceof PalierError)) log('error', String(error));
  const { message, extensions } = error instanceof PalierError ? error : new PalierError('ERREUR_INTERNE');
  response.writeHead(statusOf(error), JSON_TYPE).end(JSON.stringify({ errors: [{ message, extensions }] }));
}

function statusOf(error: unknown): number {
  if (error instanceof RefusedCall) return error.extensions['code'] === 'APPEL_REFUSE' ? 401 : 503;
  return error instanceof PalierError ? 400 : 500;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

function toHeaderMap({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new PalierError('REQUETE_ILLISIBLE', 'Elle est trop grande.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** What was not raised on purpose says nothing of the inside; the full error goes to the log alone. */
function maskError<Formatted extends { readonly extensions?: Record<string, unknown> }>(
  formatted: Formatted,
  error: unknown,
): Formatted {
  const original = (error as { originalError?: unknown }).originalError;
  if (original === undefined) return formatted;
  // Apollo Server has a code of its own for what is refused before anything runs.
  if (original instanceof PalierError)
    return { ...formatted, extensions: { ...formatted.extensions, ...original.extensions } };
  log('error', String(original));
  const { message, extensions } = new PalierError('ERREUR_INTERNE');
  return { ...formatted, message, extensions };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(toStartupError(error)));
    server.listen(port, host, () => resolve());
  });
}
