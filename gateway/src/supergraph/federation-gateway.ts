import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import type { OperationScope } from '../operation/operation.ts';
import type { FederationExecutor } from '../planning/gateway-executor.ts';
import { runOperation } from './run-admitted.ts';

type Listener = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];

/** Puts our executor where Apollo Server expects a gateway. Its schema never changes: another graph is another generation. */
export function toApolloGateway(federation: FederationExecutor): GatewayInterface {
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
    stop: () => federation.stop(),
  };
}

async function execute(
  federation: FederationExecutor,
  { document, request, context, operation }: GatewayGraphQLRequestContext,
): Promise<GatewayExecutionResult> {
  const { operationName, variables } = request;
  const scope = context as OperationScope;
  const result = await runOperation(federation, { document, operation, operationName, variables, scope });
  return result as GatewayExecutionResult;
}
