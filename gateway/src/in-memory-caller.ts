import { type DocumentNode, type GraphQLSchema, execute, parse } from 'graphql';
import { type CompiledCall, compileCall } from './in-memory/compiled-call.ts';
import { createBoundedCache } from './bounded-cache.ts';
import type { ClientRequest } from './client-request.ts';
import type { Identity } from './identity/identity.ts';
import type { DataVersion, GraphQLResponseLike, SubgraphCaller } from './subgraph-caller.ts';

/** A subgraph that lives in this process. */
export interface InMemorySubgraph {
  readonly schema: GraphQLSchema;
  /**
   * Called once per client request, with who sends it: every call made on its behalf shares the same loaders. What they
   * read adds to `measure`, when it is given.
   */
  createContext(identity: Identity, measure?: Measure): unknown;
  /** The version of its data, when it tells it. */
  readonly dataVersion?: DataVersion;
}

interface Measure {
  statements: number;
  rows: number;
}

/** What the calls of one client request share: what one read, the others find. */
interface Sharing {
  readonly version: string | undefined;
  readonly context: unknown;
  readonly measure: Measure | undefined;
}

/** Characters of the texts kept ready: some tens of bytes each, ready. */
const MAX_CHARACTERS = 1_000_000;

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
export function createInMemoryCaller({
  schema,
  createContext,
  dataVersion,
}: InMemorySubgraph): SubgraphCaller {
  const ready = createBoundedCache<ReadyText>(MAX_CHARACTERS);
  const readyFor = (query: string): ReadyText => {
    const known = ready.get(query);
    if (known) return known;
    const document = parse(query, { noLocation: true });
    const made = { document, compiled: compileCall(schema, document) };
    ready.set(query, made, query.length);
    return made;
  };
  const sharings = new WeakMap<ClientRequest, Sharing>();
  const sharingOf = (clientRequest: ClientRequest): Sharing => {
    const known = sharings.get(clientRequest);
    if (known) return known;
    const measure = clientRequest.measured ? { statements: 0, rows: 0 } : undefined;
    // The version first: the data cannot be older than it says.
    const version = dataVersion?.current();
    const sharing = { version, context: createContext(clientRequest.identity, measure), measure };
    sharings.set(clientRequest, sharing);
    return sharing;
  };
  return {
    data: dataVersion,
    async call({ query, variables, operationName, clientRequest }) {
      const { context, measure, version } = sharingOf(clientRequest);
      const { document, compiled } = readyFor(query);
      const data = await compiled?.run(context, variables, operationName);
      const answer = data
        ? { data }
        : ((await execute({
            schema,
            document,
            variableValues: variables,
            operationName,
            contextValue: context,
          })) as GraphQLResponseLike);
      return { ...answer, facts: { ...(measure && take(measure)), version } };
    },
  };
}

/** What was counted since it was last told: a statement that two calls share is told once, by the one that ends first. */
function take(measure: Measure): Measure {
  const taken = { ...measure };
  measure.statements = 0;
  measure.rows = 0;
  return taken;
}
