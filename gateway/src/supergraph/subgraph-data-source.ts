import type { GraphQLDataSource } from '@apollo/gateway';
import { Refusal } from '../errors.ts';
import type { OperationScope } from '../operation/operation.ts';
import type { GraphQLResponseLike, SubgraphCaller } from '../subgraph-caller.ts';

type Process = GraphQLDataSource<OperationScope & Record<string, unknown>>['process'];
type ProcessAnswer = Awaited<ReturnType<Process>>;

/** What the engine calls for each fetch of a plan. A refusal becomes an error of the answer; siblings are kept. */
export function createDataSource(subgraph: string, caller: SubgraphCaller): GraphQLDataSource {
  const process: Process = async (options) => {
    const { clientRequest } = options.context as OperationScope;
    const { query = '', variables = {}, operationName } = options.request;
    try {
      return (await caller.call({
        subgraph,
        query,
        operationName,
        variables,
        operationKind: query.startsWith('mutation') ? 'mutation' : 'query',
        clientRequest,
      })) as ProcessAnswer;
    } catch (error) {
      return toErrorAnswer(error, subgraph) as ProcessAnswer;
    }
  };
  return { process: process as GraphQLDataSource['process'] };
}

function toErrorAnswer(error: unknown, subgraph: string): GraphQLResponseLike {
  const refusal = error instanceof Refusal ? error : new Refusal('SERVICE_INDISPONIBLE', { cause: error });
  return {
    errors: [
      {
        message: refusal.message,
        extensions: { ...refusal.extensions, service: subgraph, cause: refusal.cause },
      },
    ],
  };
}
