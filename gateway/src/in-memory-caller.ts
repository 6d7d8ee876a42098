import { type DocumentNode, type GraphQLSchema, execute, parse } from 'graphql';
import type { ClientRequest } from './client-request.ts';
import type { Identity } from './identity/identity.ts';
import type { GraphQLResponseLike, SubgraphCaller } from './subgraph-caller.ts';

/** A subgraph that lives in this process. */
export interface InMemorySubgraph {
  readonly schema: GraphQLSchema;
  /** Called once per client request, with who sends it: every call made on its behalf shares the same loaders. */
  createContext(identity: Identity): unknown;
}

const MAX_DOCUMENTS = 2_000;

/**
 * Calls a subgraph without HTTP. The text of a call comes from a query plan, which the planner has made valid for this
 * schema: it is parsed once, and not validated again.
 */
export function createInMemoryCaller({ schema, createContext }: InMemorySubgraph): SubgraphCaller {
  const parseOnce = createParser();
  const contexts = new WeakMap<ClientRequest, unknown>();
  const contextOf = (clientRequest: ClientRequest): unknown => {
    const known = contexts.get(clientRequest);
    if (known !== undefined) return known;
    const created = createContext(clientRequest.identity);
    contexts.set(clientRequest, created);
    return created;
  };
  return {
    call: async ({ query, variables, operationName, clientRequest }) =>
      (await execute({
        schema,
        document: parseOnce(query),
        variableValues: variables,
        operationName,
        contextValue: contextOf(clientRequest),
      })) as GraphQLResponseLike,
  };
}

/** The oldest texts are forgotten first. */
function createParser(): (query: string) => DocumentNode {
  const documents = new Map<string, DocumentNode>();
  return (query) => {
    const known = documents.get(query);
    if (known !== undefined) return known;
    const document = parse(query, { noLocation: true });
    const oldest = documents.size >= MAX_DOCUMENTS ? documents.keys().next().value : undefined;
    if (oldest !== undefined) documents.delete(oldest);
    documents.set(query, document);
    return document;
  };
}
