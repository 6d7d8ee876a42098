import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import type { OperationScope } from '../operation/operation.ts';
import type { GraphExecutor } from '../planning/graph-executor.ts';
import { runOperation } from './run-admitted.ts';

type Listener = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];

/**
 * Puts our executor where Apollo Server expects a gateway. Its schema never changes: another graph is another generation,
 * which is stopped whole by whoever made it.
 */
export function toApolloGateway(federation: GraphExecutor): GatewayInterface {
  const listeners = new Set<Listener>();
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load() {
      const { schema, prepared } = federation;
      for (const listener of listeners) listener({ apiSchema: schema, coreSupergraphSdl: prepared.sdl });
      return Promise.resolve({ executor: (context) => execute(federation, context) });
    },
    stop: () => Promise.resolve(),
  };
}

async function execute(
  federation: GraphExecutor,
  { document, request, context, operation }: GatewayGraphQLRequestContext,
): Promise<GatewayExecutionResult> {
  const { operationName, variables } = request;
  const scope = context as OperationScope;
  const result = await runOperation(federation, { document, operation, operationName, variables, scope });
  return result as GatewayExecutionResult;
}
