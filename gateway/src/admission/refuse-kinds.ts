import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { Refusal, refusePast } from '../errors/errors.ts';
import type { OperationKind, OperationScope } from '../request/operation.ts';

/**
 * Why an operation of this kind may not run: its way in does not allow it (a mutation by GET, a subscription by any), or
 * the graph has none, it would change the past.
 */
export function refuseKind(
  kind: OperationKind,
  { allowedKinds, clientRequest }: OperationScope,
  schema: GraphQLSchema,
): Refusal | undefined {
  if (kind === 'mutation' && !schema.getMutationType()) return new Refusal('MUTATION_NON_OFFERTE');
  if (kind === 'mutation' && clientRequest.au !== undefined) return refusePast();
  if (allowedKinds.has(kind)) return undefined;
  return new Refusal(kind === 'mutation' ? 'MUTATION_PAR_GET' : 'ABONNEMENT_NON_OFFERT');
}

export const refuseKinds: ApolloServerPlugin<OperationScope> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation, contextValue, schema }) => {
        const refusal = operation
          ? refuseKind(operation.operation, contextValue, schema)
          : new Refusal('OPERATION_RESOLUTION_FAILURE');
        return refusal ? Promise.reject(refusal) : Promise.resolve();
      },
    }),
};
