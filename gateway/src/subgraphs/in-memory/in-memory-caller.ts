import type { Asker } from '@palier/calls/asker';
import type { Measure } from '@palier/calls/measure';
import { type DocumentNode, GraphQLError, type GraphQLSchema, execute, parse } from 'graphql';
import { type CompiledCall, compileCall } from './compiled-call.ts';
import { createBoundedCache } from '@palier/federation/memory/bounded-cache';
import { sizeOfCompiled } from '@palier/federation/memory/sizes';
import type { ClientRequest } from '../../request/client-request.ts';
import type { Identity } from '../../request/identity.ts';
import type { Work } from '@palier/federation/work/work';
import { atRootFields } from '@palier/federation/graphql/root-fields';
import type { GraphQLErrorLike } from '@palier/federation/run/data/subgraph-caller';
import { CallAsker } from './call-asker.ts';
import type {
  DataVersion,
  GraphQLResponseLike,
  SubgraphCaller,
  SubgraphRequest,
} from '../../request/subgraph-caller.ts';

/** A subgraph that lives in this process. */
export interface InMemorySubgraph {
  readonly schema: GraphQLSchema;
  /**
   * Called once per client request, with who sends it: every call made on its behalf shares the same loaders. What they
   * read adds to `measure`, when it is given, is counted and cut in turns by `work`, and serves as long as `asker` waits.
   */
  createContext(identity: Identity, measure?: Measure, work?: Work, au?: string, asker?: Asker): unknown;
  /** Waits until nothing more can be known of a past instant. Raises what the client is told when it cannot be read. */
  settle?(au: string): Promise<void>;
  /** `Cache-Control` of what was answered to the request of this context. */
  cacheControlOf?(context: unknown): string | undefined;
  /** The version of its data, when it tells it. */
  readonly dataVersion?: DataVersion;
}

/** What the calls of one client request share: what one read, the others find. */
interface Sharing {
  readonly version: string | undefined;
  readonly context: unknown;
  readonly measure: Measure | undefined;
  readonly asker: CallAsker;
}

/** A text ready to run. */
interface ReadyText {
  readonly document: DocumentNode;
  /** Nothing for what only graphql-js runs. */
  readonly compiled: CompiledCall | undefined;
}

/**
 * Calls a subgraph without HTTP. The text of a call comes from a query plan, which the planner has made valid for this
 * schema: it is parsed and compiled once, and not validated again.
 */
export function createInMemoryCaller(subgraph: InMemorySubgraph): SubgraphCaller {
  const { schema, settle, cacheControlOf, dataVersion } = subgraph;
  const readyFor = createReadyTexts(schema);
  const sharingOf = createSharings(subgraph);
  const run = async (
    { query, variables, operationName }: Pick<SubgraphRequest, 'query' | 'variables' | 'operationName'>,
    context: unknown,
    work: Work | undefined,
    asker: CallAsker,
  ): Promise<GraphQLResponseLike> => {
    const { document, compiled } = readyFor(query);
    const data = await compiled?.run(context, variables, operationName, work);
    if (work?.refusal) throw work.refusal;
    if (data) return { data };
    if (asker.isGone) throw nobodyWaits();
    const answer = await execute({
      schema,
      document,
      variableValues: variables,
      operationName,
      contextValue: context,
    });
    if (work?.refusal) throw work.refusal;
    return answer as GraphQLResponseLike;
  };
  return {
    data: dataVersion,
    async call({ query, variables, operationName, operationKind, clientRequest }, wait) {
      if (clientRequest.au !== undefined) {
        const refusal = await settleOrRefuse(subgraph, clientRequest.au);
        if (refusal) return { errors: atRootFields(query, refusal) };
      }
      const { context, measure, version, asker } = sharingOf(clientRequest);
      const isRemembered = (clientRequest.au !== undefined && settle !== undefined) || undefined;
      const leave = asker.begin(operationKind, wait);
      try {
        if (asker.isGone) throw nobodyWaits();
        const answer = await run({ query, variables, operationName }, context, clientRequest.work, asker);
        const cacheControl = cacheControlOf?.(context);
        return { ...answer, facts: { ...(measure && take(measure)), version, isRemembered, cacheControl } };
      } finally {
        leave();
      }
    },
  };
}

/** Each text, parsed and compiled once. */
function createReadyTexts(schema: GraphQLSchema): (query: string) => ReadyText {
  const ready = createBoundedCache<ReadyText>();
  return (query) => {
    const known = ready.get(query);
    if (known) return known;
    const document = parse(query, { noLocation: true });
    const made = { document, compiled: compileCall(schema, document) };
    ready.set(query, made, sizeOfCompiled(query));
    return made;
  };
}

function createSharings({
  createContext,
  dataVersion,
}: Pick<InMemorySubgraph, 'createContext' | 'dataVersion'>): (clientRequest: ClientRequest) => Sharing {
  const sharings = new WeakMap<ClientRequest, Sharing>();
  return (clientRequest) => {
    const known = sharings.get(clientRequest);
    if (known) return known;
    const measure = clientRequest.measured ? { statements: 0, rows: 0 } : undefined;
    // The version first: the data cannot be older than it says.
    const version = dataVersion?.current();
    const asker = new CallAsker(clientRequest);
    const { identity, work, au } = clientRequest;
    const sharing = { version, context: createContext(identity, measure, work, au, asker), measure, asker };
    sharings.set(clientRequest, sharing);
    return sharing;
  };
}

/** What the client is told of a past instant that cannot be read. */
async function settleOrRefuse(
  { settle }: Pick<InMemorySubgraph, 'settle'>,
  au: string,
): Promise<GraphQLErrorLike | undefined> {
  try {
    await settle?.(au);
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return { message: error.message, extensions: error.extensions };
    throw error;
  }
}

/** Nobody hears of it either. */
const nobodyWaits = (): Error => new Error('Nobody waits for this answer');

/** What was counted since it was last told: a statement that two calls share is told once, by the one that ends first. */
function take(measure: Measure): Measure {
  const taken = { ...measure };
  measure.statements = 0;
  measure.rows = 0;
  return taken;
}
