import type { GraphQLSchema } from 'graphql';
import { writeJson } from '@palier/calls/json/write-json';
import { rootFieldsOf } from '../graphql/root-fields.ts';
import type {
  GraphQLResponseLike,
  SubgraphCaller,
  SubgraphOperation,
  SubgraphRequest,
} from '../run/data/subgraph-caller.ts';
import { repairData, repairVariables } from './repair-call.ts';
import { explainRefusal, repairRoots } from './repair-roots.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';
import type { CallRepair } from '../repair/rewrite-plan.ts';

export interface SubgraphCalls<Client> {
  readonly callers: ReadonlyMap<string, SubgraphCaller<Client>>;
  readonly prepared: PreparedSupergraph;
  /** The whole supergraph's, what clients do not see included. */
  readonly schema: GraphQLSchema;
}

/** Sends an operation of a plan to its subgraph, under the names that the subgraph knows. */
export function callSubgraph<Client>(
  calls: SubgraphCalls<Client>,
  subgraph: string,
  operation: SubgraphOperation,
  repair: CallRepair | undefined,
  clientRequest: Client,
): Promise<GraphQLResponseLike> {
  const caller = calls.callers.get(subgraph);
  if (!caller) throw new Error(`The plan names a subgraph without an address: ${subgraph}`);
  return repair
    ? callRepaired(calls, caller, subgraph, operation, repair, clientRequest)
    : caller.call(new PlainRequest(subgraph, operation, clientRequest));
}

async function callRepaired<Client>(
  { prepared, schema }: SubgraphCalls<Client>,
  caller: SubgraphCaller<Client>,
  subgraph: string,
  operation: SubgraphOperation,
  repair: CallRepair,
  clientRequest: Client,
): Promise<GraphQLResponseLike> {
  const { query, operationName, operationKind } = operation;
  const variables = repairVariables(repair, operation.variables, prepared.hiddenFields);
  const response = await caller.call({
    query,
    operationName,
    operationKind,
    variables,
    subgraph,
    clientRequest,
  });
  const { roots } = repair;
  if (response.data) {
    if (roots) repairRoots(roots, response.data, subgraph, prepared.rootTypes);
    repairData(repair, response.data, operation.variables, schema);
  }
  if (roots?.namesRoots) return explainRefusal(response, rootFieldsOf(query));
  return response;
}

/** An operation as its plan has it. Variables known as text stay text until somebody reads them as values. */
class PlainRequest<Client> implements SubgraphRequest<Client> {
  readonly subgraph: string;
  readonly clientRequest: Client;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly operationKind: 'query' | 'mutation';
  readonly #operation: SubgraphOperation;

  constructor(subgraph: string, operation: SubgraphOperation, clientRequest: Client) {
    this.subgraph = subgraph;
    this.clientRequest = clientRequest;
    this.query = operation.query;
    this.operationName = operation.operationName;
    this.operationKind = operation.operationKind;
    this.#operation = operation;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return this.#operation.variables;
  }

  get variablesText(): string {
    return this.#operation.variablesText ?? writeJson(this.#operation.variables);
  }
}
