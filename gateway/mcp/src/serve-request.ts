import type * as protocol from '@modelcontextprotocol/server';
import type { CallToolResult, Server, Tool as ListedTool } from '@modelcontextprotocol/server';
import { writeJson } from '@palier/calls/json/write-json';
import { Refusal } from '@palier/gateway/errors/errors';
import { GraphFault } from '@palier/gateway/http/graph-fault';
import type { MountRequest } from '@palier/gateway/http/mount';
import { LONGEST } from './claims/answer-content.ts';
import { listTools, type Tools } from './list-tools.ts';
import { quote } from './tool/read-arguments.ts';
import { toErrorResult, toResult } from './tool/tool-result.ts';
import type { ToolArguments, ToolDefinition } from './tool/tool.ts';

/** What is asked of the protocol in one request, and what nobody thought of. */
export interface Serving {
  readonly request: MountRequest;
  readonly body: Readonly<Record<string, unknown>>;
  fault?: unknown;
}

/**
 * Answers one message of the protocol, in the revision that it speaks: 2026-07-28, which knows no session, or those of before,
 * served without one. Nothing is kept from one message to the next.
 */
export function createMcpServing(): (serving: Serving) => Promise<Response> {
  let loading: Promise<(serving: Serving) => Promise<Response>> | undefined;
  // Loaded when an assistant first asks: a start does without it.
  return async (serving) =>
    (await (loading ??= import('@modelcontextprotocol/server').then(createServing)))(serving);
}

type Protocol = typeof protocol;

function createServing(sdk: Protocol): (serving: Serving) => Promise<Response> {
  const { createMcpHandler, isLegacyRequest } = sdk;
  const servings = new WeakMap<Request, Serving>();
  const modern = createMcpHandler(({ requestInfo }) => createServer(sdk, servings.get(requestInfo!)!), {
    legacy: 'reject',
    keepAliveMs: 0,
    // Nothing changes that a client would be told of: no answer stays open.
    maxSubscriptions: 0,
  });
  return async (serving) => {
    const request = toWebRequest(serving);
    servings.set(request, serving);
    const options = { parsedBody: serving.body };
    if (await isLegacyRequest(request, serving.body)) return serveLegacy(sdk, request, serving);
    return modern.fetch(request, options);
  };
}

async function serveLegacy(sdk: Protocol, request: Request, serving: Serving): Promise<Response> {
  const transport = new sdk.WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  const server = createServer(sdk, serving);
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody: serving.body });
  } finally {
    await server.close();
  }
}

/** Headers that the protocol reads. */
const READ = /^(accept|content-type|mcp-[a-z-]+)$/;

function toWebRequest({ request, body }: Serving): Request {
  const headers = Object.entries(request.headers).filter(([name]) => READ.test(name));
  return new Request('http://palier.invalid/mcp', {
    method: 'POST',
    headers,
    body: writeJson(body),
  });
}

/** Tools change with a release alone: a client may keep their list so long. */
const LIST_TTL_MS = 300_000;

function createServer(sdk: Protocol, serving: Serving): Server {
  const { request } = serving;
  const tools = listTools(request.graph());
  const server = new sdk.Server(
    { name: 'palier', title: 'Palier', version: '1.0.0' },
    {
      capabilities: { tools: {} },
      instructions: INSTRUCTIONS,
      cacheHints: {
        'tools/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
        'server/discover': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
      },
    },
  );
  server.setRequestHandler('tools/list', () => ({ tools: toListed(tools) }));
  server.setRequestHandler('tools/call', ({ params }) =>
    callTool(params.name, params.arguments ?? {}, { sdk, tools, serving }),
  );
  return server;
}

const INSTRUCTIONS = `Palier dit qui doit quoi en santé et services sociaux au Québec, d’après quel texte, avec quel résultat.
Ne réponds que par ce que les outils donnent. Cite pour chaque fait le document et les lignes de « citations ». Dis l’instant (« asOf », ou « lu »), les « conflits » entre textes, les « absences » et qui les doit. Quand « demonstration » est vrai, dis que les données sont fictives. Avant de citer un chiffre, passe-le à « verifier ». Une absence n’est pas un zéro.`;

interface Calling {
  readonly sdk: Protocol;
  readonly tools: Tools;
  readonly serving: Serving;
}

async function callTool(
  name: string,
  given: ToolArguments,
  { sdk: { ProtocolError, ProtocolErrorCode }, tools, serving }: Calling,
): Promise<CallToolResult> {
  const tool = tools.get(name);
  if (!tool)
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `L’outil ${quote(name)} n’existe pas : « tools/list » les énumère, « trouver_outil » en trouve un par les mots d’une question.`,
    );
  try {
    return toResult(await tool.call(given, serving.request));
  } catch (error) {
    if (error instanceof Refusal || error instanceof GraphFault) return toErrorResult(error);
    serving.fault = error;
    throw new ProtocolError(ProtocolErrorCode.InternalError, 'Une erreur interne est survenue.');
  }
}

const listed = new WeakMap<Tools, ListedTool[]>();

function toListed(tools: Tools): ListedTool[] {
  let list = listed.get(tools);
  if (!list) listed.set(tools, (list = [...tools.values()].map(toListedTool)));
  return list;
}

function toListedTool({ name, title, description, inputSchema, outputSchema }: ToolDefinition): ListedTool {
  const annotations = {
    title,
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  };
  // Schemas are JSON, whatever the types say of their parts.
  const schemas = { inputSchema, outputSchema } as object as Pick<ListedTool, 'inputSchema' | 'outputSchema'>;
  return { name, title, description: `${description}\n${SIZE}`, annotations, ...schemas };
}

/** Of every tool, so that none is found by it. */
const SIZE = `Taille : une réponse a ${new Intl.NumberFormat('fr-CA').format(LONGEST)} caractères au plus ; plus longue, elle est refusée, et dit quoi restreindre.`;
