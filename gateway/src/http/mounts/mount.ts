import type { Frame, Shown } from '../../document/frame.ts';
import { Refusal } from '../../errors/errors.ts';
import type { RateLimit } from '../../rate-limit/shares.ts';
import type { ClientRequest } from '../../request/client-request.ts';
import type { Identity } from '../../request/identity.ts';
import {
  type AnyOperationResult,
  EVERY_KIND,
  type OperationRequest,
  type OperationResult,
  type OperationScope,
  READS,
  type RunOperation,
} from '../../request/operation.ts';
import { partitionOf } from '../../request/partition.ts';
import type { PublishedGraph, ShippedOperations } from '../../request/published-graph.ts';
import { INSTANT_HEADER } from '@palier/calls/headers';
import {
  createReadAnswerer,
  createResultAnswerer,
  headersOf,
  type ReadHead,
} from '../graphql/answer-result.ts';
import { answerMethodRefused } from '../transport/answers.ts';
import { readChunks } from '../transport/body.ts';
import { heldShortly } from '../../base/cache-control.ts';
import { isFollowedLink, refuseCrossSiteRead, refuseOtherOrigin } from '../steps/csrf.ts';
import type { Answer, Exchange, Step } from '../transport/exchange.ts';
import { refuseLongHeaders } from '../steps/long-headers.ts';
import { negotiate } from '../transport/media-type.ts';
import { readJsonObject } from '../graphql/operation-reader.ts';
import { readParameters } from '../transport/query-parameters.ts';
import { tellWork } from '../steps/rate-limit.ts';
import { OFFERED_TYPES } from '../graphql/response-status.ts';
import { withoutSlash } from '../transport/without-slash.ts';

export type { Answer } from '../transport/exchange.ts';

/** A request for an address beside the graph. */
export interface MountRequest {
  readonly id: string;
  /** What follows the mount's own path, as it was sent: « /fiche-territoire.csv ». */
  readonly below: string;
  /** Where the mount is: « /q », « /public/q ». */
  readonly path: string;
  readonly parameters: URLSearchParams;
  /** Lower-cased names, one value a name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly identity: Identity;
  /** What stands around every page. */
  readonly frame: Frame;
  /** Its body, as it arrives. Raises CORPS_TROP_GRAND past that many bytes, and CORPS_ILLISIBLE when it is cut off. */
  readChunks(maxBytes: number): AsyncIterable<Buffer>;
  /** Its body, where it is to be a JSON object, as large as one of /graphql may be. @throws {Refusal} */
  readJsonObject(): Promise<Readonly<Record<string, unknown>>>;
  /** Asks the graph on behalf of who sends the request. Never throws: a refusal is an error of the result. */
  ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<OperationResult>;
  /** The graph that is asked, as who sends the request sees it. */
  graph(): PublishedGraph;
  /** As `ask`, its answer as text, kept and found again as that of a GET is; by a text of the mount's own, or a registered name. */
  read(asked: OperationRequest): Promise<AnyOperationResult>;
  /** As `read`, of another instant than the request itself. */
  readAside(asked: OperationRequest): Promise<AnyOperationResult>;
  /** All that may change what is read, besides what is asked: who asks, and those of their headers that are handed on. */
  partition(): string;
  /** The past instant that was read, once something was. */
  instant(): string | undefined;
  /** The answer of GET /graphql. */
  answerResult(result: AnyOperationResult): Answer;
  /** An answer made of a read, or 304 to whoever has it. */
  answerRead(
    result: Pick<AnyOperationResult, 'cacheStatus'>,
    head: ReadHead,
    content: () => Pick<Answer, 'body' | 'stream' | 'digest'>,
  ): Answer;
}

/** An address served beside the graph, by a client of the graph. It refuses by throwing a `Refusal`. */
export interface Mount {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  /** Whether it serves what is below its path too, and each contract under a path of its own: « /public/q ». */
  readonly reach?: 'BELOW_AND_CONTRACTS';
  /** Said of a POST that only reads: nothing it asks may write, and no page of another origin may ask it. */
  readonly only?: 'READS';
  /** Said of a mount that asks what clients send: what they may ask, and how much, is then what they may on /graphql. */
  readonly texts?: 'OF_CLIENTS';
  /** Those that it asks by their names; without any, what it names is what clients may. */
  readonly operations?: ShippedOperations;
  /** What it adds to every page. */
  readonly shown?: Shown;
  answer(request: MountRequest): Promise<Answer>;
}

export interface MountOptions {
  readonly frame: Frame;
  readonly isAllowedOrigin: (origin: string) => boolean;
  /** Whether a page of that origin is one of this gateway, under a name that it was given. */
  readonly isOwnOrigin: (origin: string) => boolean;
  /** Largest request body, in bytes. */
  readonly maxBodyBytes: number;
  readonly runOperation: RunOperation;
  readonly graphOf: (contract: string | undefined) => PublishedGraph;
  /** Who may ask the full graph. */
  readonly fullGraph: 'OPEN' | 'AUTHENTICATED';
  readonly contracts: readonly string[];
  readonly workRate: RateLimit | undefined;
  /** Names of client headers handed to the subgraphs, and what these may take together, in bytes. */
  readonly headers: readonly string[];
  readonly maxHeaderBytes: number;
}

/** A mount, once for the full graph and once for each contract that it reaches. */
export function useMount(mount: Mount, options: MountOptions): readonly Step[] {
  const contracts = mount.reach === undefined ? [] : options.contracts;
  const toAnswer = createResultAnswerer(options.headers);
  const answerRead = createReadAnswerer(options.headers);
  return [undefined, ...contracts].map((contract) =>
    useMountOf({ ...options, mount, contract, toAnswer, answerRead }),
  );
}

interface OpenMount extends MountOptions {
  readonly mount: Mount;
  readonly contract: string | undefined;
  readonly toAnswer: ReturnType<typeof createResultAnswerer>;
  readonly answerRead: ReturnType<typeof createReadAnswerer>;
}

function useMountOf(open: OpenMount): Step {
  const { mount, contract } = open;
  const path = contract === undefined ? mount.path : `/${contract}${mount.path}`;
  const isServed = (asked: string): boolean =>
    asked === path || (mount.reach !== undefined && asked.startsWith(`${path}/`));
  return (exchange) => {
    const asked = withoutSlash(exchange.path);
    if (!isServed(asked)) return undefined;
    const { clientRequest, method } = exchange;
    if (method !== mount.method)
      return answerMethodRefused(mount.method === 'GET' ? 'GET, HEAD' : 'POST', clientRequest.id);
    const asksFullGraph = contract === undefined && open.fullGraph === 'AUTHENTICATED';
    if (asksFullGraph && clientRequest.identity.subject === undefined)
      throw new Refusal('AUTHENTIFICATION_REQUISE');
    if (!isFollowedLink(exchange)) refuseCrossSiteRead(exchange, open.isAllowedOrigin);
    if (mount.only === 'READS') refuseOtherOrigin(exchange, open);
    refuseLongHeaders(exchange, open);
    return answerAndTell(exchange, path, open);
  };
}

/** Whatever it answers, what is left of the work is said. */
async function answerAndTell(exchange: Exchange, path: string, open: OpenMount): Promise<Answer> {
  try {
    return await open.mount.answer(toRequest(exchange, path, open));
  } finally {
    tellWork(exchange, open.workRate);
  }
}

function toRequest(exchange: Exchange, path: string, open: OpenMount): MountRequest {
  const { clientRequest, incoming, search } = exchange;
  const run = async (
    asked: OperationRequest,
    form: Pick<OperationScope, 'answerForm' | 'clientRequest'>,
  ): Promise<AnyOperationResult> => open.runOperation(asked, toMountScope(asked, form, open));
  const read = (asked: OperationRequest, on: ClientRequest): Promise<AnyOperationResult> => {
    const name = asked.operationName ?? asked.documentId;
    if (name !== undefined) exchange.notes.operation = name.slice(0, 100);
    return run(asked, { answerForm: 'TEXT', clientRequest: on });
  };
  return {
    id: clientRequest.id,
    below: exchange.path.slice(path.length),
    path,
    parameters: readParameters(search),
    headers: clientRequest.headers,
    identity: clientRequest.identity,
    frame: open.frame,
    readChunks: (maxBytes) => readChunks(incoming, maxBytes),
    readJsonObject: () => readJsonObject(exchange, open.maxBodyBytes),
    ask: async (query, variables) =>
      (await run({ query, variables }, { answerForm: 'OBJECT', clientRequest })) as OperationResult,
    graph: () => open.graphOf(open.contract),
    read: (asked) => read(asked, clientRequest),
    partition: () => partitionOf(clientRequest, open.headers),
    instant: () => clientRequest.au,
    readAside: (asked) => read(asked, atNoInstant(clientRequest)),
    answerResult(result) {
      const type = negotiate(clientRequest.headers['accept'], OFFERED_TYPES) ?? OFFERED_TYPES[0];
      return open.toAnswer(exchange, result, { type, isNamed: true });
    },
    answerRead(result, head, content) {
      const headers = { ...headersOf(exchange, result), ...head.headers };
      return open.answerRead(
        exchange,
        { ...head, headers, cacheControl: heldShortly(head.cacheControl) },
        content,
      );
    },
  };
}

/** The text of a mount is its own, nothing that the client sends is in it, unless it says so. So is what it names, where some ship with it. */
function toMountScope(
  { documentId }: OperationRequest,
  form: Pick<OperationScope, 'answerForm' | 'clientRequest'>,
  { mount, contract }: OpenMount,
): OperationScope {
  const isOwn = documentId === undefined ? mount.texts === undefined : mount.operations !== undefined;
  return {
    ...form,
    contract,
    asker: isOwn ? 'PROGRAM' : undefined,
    allowedKinds: mount.method === 'GET' || mount.only === 'READS' ? READS : EVERY_KIND,
    withPlan: false,
  };
}

/** Whoever sends it is the same, and is counted the same. */
function atNoInstant(clientRequest: ClientRequest): ClientRequest {
  const others = Object.entries(clientRequest.headers).filter(([name]) => name !== INSTANT_HEADER);
  return { ...clientRequest, headers: Object.fromEntries(others), au: undefined };
}
