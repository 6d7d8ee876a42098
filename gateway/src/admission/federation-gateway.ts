import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import type { OperationScope } from '../request/operation.ts';
import type { GraphExecutor } from '@palier/federation/executor/graph-executor';
import type { AdmittedOperations } from './admitted-operations.ts';
import { runChecked } from './run-admitted.ts';

type Listener = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];

/**
 * Puts our executor where Apollo Server expects a gateway. Its schema never changes: another graph is another generation,
 * which is stopped whole by whoever made it.
 */
export function toApolloGateway(
  executor: GraphExecutor<OperationScope>,
  admitted: AdmittedOperations,
): GatewayInterface {
  const listeners = new Set<Listener>();
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load() {
      const { schema, prepared } = executor;
      for (const listener of listeners) listener({ apiSchema: schema, coreSupergraphSdl: prepared.sdl });
      return Promise.resolve({ executor: (context) => execute(executor, admitted, context) });
    },
    stop: () => Promise.resolve(),
  };
}

/** What it runs was admitted a moment before, by the same text. */
async function execute(
  executor: GraphExecutor<OperationScope>,
  admitted: AdmittedOperations,
  { document, request, source, context, operation }: GatewayGraphQLRequestContext,
): Promise<GatewayExecutionResult> {
  const { operationName, variables } = request;
  const asked = { query: source, operationName };
  const result = await runChecked(executor, {
    admitted: admitted.find(asked) ?? admitted.admit(asked, document, operation),
    variables,
    scope: context as OperationScope,
  });
  return result as GatewayExecutionResult;
}
