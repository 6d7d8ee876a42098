import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { createBoundedCache } from '../bounded-cache.ts';
import type { KnownOperation, OperationScope } from '../operation/operation.ts';

/** An operation that Apollo Server parsed and found valid. */
export interface AdmittedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

type AskedOperation = Pick<KnownOperation, 'query' | 'operationName'>;

/** Remembers what was admitted once: the same text need not be hashed, looked up and led through every hook again. */
export interface AdmittedOperations {
  find(operation: AskedOperation): AdmittedOperation | undefined;
  admit(operation: AskedOperation, admitted: AdmittedOperation): void;
  readonly plugin: ApolloServerPlugin<OperationScope>;
}

/** Memory for them, in bytes, by rough count: a parsed text weighs some sixty times its length. */
const CAPACITY = 32_000_000;
const WEIGHT_OF_A_CHARACTER = 60;

export function createAdmittedOperations(): AdmittedOperations {
  const texts = createBoundedCache<Map<string | undefined, AdmittedOperation>>(CAPACITY);
  const admit: AdmittedOperations['admit'] = ({ query, operationName }, admitted) => {
    const byName = texts.get(query) ?? new Map<string | undefined, AdmittedOperation>();
    byName.set(operationName, admitted);
    texts.set(query, byName, query.length * WEIGHT_OF_A_CHARACTER);
  };
  return {
    admit,
    find: ({ query, operationName }) => texts.get(query)?.get(operationName),
    plugin: {
      requestDidStart: () =>
        Promise.resolve({
          didResolveOperation({ source, document, operation, request }) {
            const { operationName } = request;
            if (operation) admit({ query: source, operationName }, { document, operation });
            return Promise.resolve();
          },
        }),
    },
  };
}
