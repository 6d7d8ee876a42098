import type { GraphQLSchema } from 'graphql';
import type { ClientRequest } from '../client-request.ts';
import type { GraphQLResponseLike, SubgraphCaller, SubgraphRequest } from '../subgraph-caller.ts';
import type { SubgraphOperation } from './execute-plan.ts';
import { mendData, mendVariables } from './mend-call.ts';
import type { PreparedSupergraph } from './prepare-supergraph.ts';
import type { CallMend } from './rewrite-plan.ts';

export interface SubgraphCalls {
  readonly callers: ReadonlyMap<string, SubgraphCaller>;
  readonly prepared: PreparedSupergraph;
  /** The whole supergraph's, what clients do not see included. */
  readonly schema: GraphQLSchema;
}

/** Sends an operation of a plan to its subgraph, under the names that the subgraph knows. */
export function callSubgraph(
  calls: SubgraphCalls,
  subgraph: string,
  operation: SubgraphOperation,
  mend: CallMend | undefined,
  clientRequest: ClientRequest,
): Promise<GraphQLResponseLike> {
  const caller = calls.callers.get(subgraph);
  if (!caller) throw new Error(`The plan names a subgraph without an address: ${subgraph}`);
  return mend
    ? callMended(calls, caller, subgraph, operation, mend, clientRequest)
    : caller.call(new PlainRequest(subgraph, operation, clientRequest));
}

async function callMended(
  { prepared, schema }: SubgraphCalls,
  caller: SubgraphCaller,
  subgraph: string,
  operation: SubgraphOperation,
  mend: CallMend,
  clientRequest: ClientRequest,
): Promise<GraphQLResponseLike> {
  const { query, operationName, operationKind } = operation;
  const variables = mendVariables(mend, operation.variables, prepared.hiddenFields);
  const response = await caller.call({
    query,
    operationName,
    operationKind,
    variables,
    subgraph,
    clientRequest,
  });
  if (response.data) mendData(mend, response.data, operation.variables, schema);
  return response;
}

/** An operation as its plan has it. Variables known as text stay text until somebody reads them as values. */
class PlainRequest implements SubgraphRequest {
  readonly subgraph: string;
  readonly clientRequest: ClientRequest;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly operationKind: 'query' | 'mutation';
  headers: SubgraphRequest['headers'];
  readonly #operation: SubgraphOperation;

  constructor(subgraph: string, operation: SubgraphOperation, clientRequest: ClientRequest) {
    this.subgraph = subgraph;
    this.clientRequest = clientRequest;
    this.query = operation.query;
    this.operationName = operation.operationName;
    this.operationKind = operation.operationKind;
    this.headers = undefined;
    this.#operation = operation;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return this.#operation.variables;
  }

  get variablesText(): string {
    return this.#operation.variablesText ?? JSON.stringify(this.#operation.variables);
  }
}
