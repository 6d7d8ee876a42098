import type { ApolloServerPlugin } from '@apollo/server';
import {
  getOperationAST,
  getVariableValues,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { OperationScope } from '../operation/operation.ts';

/** The engine stops at a faulty text before it looks at the variables; a client would rather mend both at once. */
export const reportVariableFaults: ApolloServerPlugin<OperationScope> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, document, schema, request }) => {
        if (response.body.kind === 'single' && document && isInvalid(response.body.singleResult.errors)) {
          const faults = findVariableFaults(schema, document, request);
          response.body.singleResult.errors = [...(response.body.singleResult.errors ?? []), ...faults];
        }
        return Promise.resolve();
      },
    }),
};

const isInvalid = (errors: readonly GraphQLFormattedError[] | undefined): boolean =>
  errors?.[0]?.extensions?.['code'] === 'GRAPHQL_VALIDATION_FAILED';

/** What is wrong with the variables given for an operation of a document. */
export function findVariableFaults(
  schema: GraphQLSchema,
  document: DocumentNode,
  request: { readonly operationName?: string; readonly variables?: Readonly<Record<string, unknown>> },
): readonly GraphQLFormattedError[] {
  const definitions = getOperationAST(document, request.operationName)?.variableDefinitions ?? [];
  const { errors = [] } = getVariableValues(schema, definitions, request.variables ?? {}, { maxErrors: 5 });
  return errors.map((error) => ({ ...error.toJSON(), extensions: { code: 'BAD_USER_INPUT' } }));
}
