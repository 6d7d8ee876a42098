import type { ApolloServerPlugin } from '@apollo/server';
import { Refusal } from '../errors.ts';
import type { OperationScope } from '../operation/operation.ts';

/** Stops an operation whose kind its way in does not allow: a mutation by GET, a subscription by any. */
export const refuseKinds: ApolloServerPlugin<OperationScope> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation, contextValue }) => {
        const kind = operation?.operation;
        if (kind === undefined || contextValue.allowedKinds.has(kind)) return Promise.resolve();
        return Promise.reject(
          new Refusal(kind === 'mutation' ? 'MUTATION_PAR_GET' : 'ABONNEMENT_NON_OFFERT'),
        );
      },
    }),
};
