import type { Schema } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { Kind, OperationTypeNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { QueryPlan } from '@apollo/query-planner';
import type { Data } from './merge.ts';
import type { Variables } from './plan-run.ts';

export interface Schemas {
  /** The whole schema, with what clients may not see: it says which type satisfies which in what subgraphs are sent. */
  readonly supergraph: GraphQLSchema;
  /** What clients may see. */
  readonly api: GraphQLSchema;
  /** The same as `api`, in the engine's own form. */
  readonly engineApi: Schema;
}

export interface StockRequest {
  readonly schemas: Schemas;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Variables;
}

const FETCHED_ALREADY: QueryPlan = {
  kind: 'QueryPlan',
  node: {
    kind: 'Fetch',
    serviceName: 'fetched',
    operation: '{ __typename }',
    operationName: undefined,
    operationKind: OperationTypeNode.QUERY,
    operationDocumentNode: { kind: Kind.DOCUMENT, definitions: [] },
  },
};

/**
 * Has the stock engine shape fetched data into an answer, with its own words for what does not fit the schema. It is
 * given a plan of one fetch, which finds the data there.
 */
export async function shapeAsStock(request: StockRequest, fetched: Data): Promise<GatewayExecutionResult> {
  const { schemas, document, operationName, variables } = request;
  const context = buildOperationContext({
    schema: schemas.api,
    operationDocument: document,
    ...(operationName === undefined ? {} : { operationName }),
  });
  const requestContext = {
    request: { variables },
    metrics: {},
    context: {},
  } as unknown as GatewayGraphQLRequestContext;
  const services = { fetched: { process: () => Promise.resolve({ data: fetched }) } };
  return executeQueryPlan(
    FETCHED_ALREADY,
    services as unknown as Parameters<typeof executeQueryPlan>[1],
    requestContext,
    context,
    schemas.supergraph,
    schemas.engineApi,
  );
}
