import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import { getVariableValues, type GraphQLError } from 'graphql';
import type { OperationScope } from '../operation/operation.ts';
import type { FederationExecutor } from '../planning/gateway-executor.ts';

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
  const faults = findVariableFaults(federation, operation, request.variables);
  if (faults.length > 0) return { errors: faults };
  const result = await federation.execute({ document, request, context: context as OperationScope });
  return result as GatewayExecutionResult;
}

function findVariableFaults(
  { schema }: FederationExecutor,
  { variableDefinitions = [] }: GatewayGraphQLRequestContext['operation'],
  variables: Record<string, unknown> = {},
): readonly GraphQLError[] {
  if (variableDefinitions.length === 0) return [];
  return getVariableValues(schema, variableDefinitions, variables).errors ?? [];
}
