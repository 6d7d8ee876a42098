import type { ApolloServerPlugin } from '@apollo/server';
import { Refusal } from '../errors.ts';
import type { OperationKind, OperationScope } from '../operation/operation.ts';

/** Why an operation of this kind may not run when its way in does not allow it: a mutation by GET, a subscription by any. */
export function refuseKind(kind: OperationKind, { allowedKinds }: OperationScope): Refusal | undefined {
  if (allowedKinds.has(kind)) return undefined;
  return new Refusal(kind === 'mutation' ? 'MUTATION_PAR_GET' : 'ABONNEMENT_NON_OFFERT');
}

export const refuseKinds: ApolloServerPlugin<OperationScope> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation, contextValue }) => {
        const refusal = operation
          ? refuseKind(operation.operation, contextValue)
          : new Refusal('OPERATION_RESOLUTION_FAILURE');
        return refusal ? Promise.reject(refusal) : Promise.resolve();
      },
    }),
};
