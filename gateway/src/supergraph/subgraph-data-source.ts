import type { GraphQLDataSource } from '@apollo/gateway';
import type { OperationScope } from '../operation/operation.ts';
import type { SubgraphCaller } from '../subgraph-caller.ts';

type Process = GraphQLDataSource<OperationScope & Record<string, unknown>>['process'];
type ProcessAnswer = Awaited<ReturnType<Process>>;

/** What the engine calls for each fetch of a plan. */
export function createDataSource(subgraph: string, caller: SubgraphCaller): GraphQLDataSource {
  const process: Process = async (options) => {
    const { clientRequest } = options.context as OperationScope;
    const { query = '', variables = {}, operationName } = options.request;
    return (await caller.call({
      subgraph,
      query,
      operationName,
      variables,
      operationKind: query.startsWith('mutation') ? 'mutation' : 'query',
      clientRequest,
    })) as ProcessAnswer;
  };
  return { process: process as GraphQLDataSource['process'] };
}
