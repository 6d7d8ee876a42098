import type { ApolloServerPlugin } from '@apollo/server';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { holdsExact } from '@palier/calls/json/exact-number';
import { coerceExactVariables, type CoercedVariables } from '@palier/calls/values/exact-variables';
import type { OperationScope } from '../request/operation.ts';

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
  const { faults } = coerceVariables(schema, definitions, request.variables ?? {});
  return faults.map((fault) => ({ ...fault.toJSON(), extensions: { code: 'BAD_USER_INPUT' } }));
}

/** Faults that are told: a list may hold a hundred thousand, and the first ones say what is wrong. */
const MOST_FAULTS = 5;

/** The values given for variables, as their types have them, and what is wrong with them, the first faults alone. */
export function coerceVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  variables: Readonly<Record<string, unknown>>,
): CoercedVariables {
  const faults = findFaults(schema, definitions, variables);
  // graphql-js takes no numbers but doubles, where a built-in type takes others.
  if (faults.length === 0 || !holdsExact(variables)) return { variables, faults };
  const exact = coerceExactVariables(schema, definitions, variables, true);
  const others = findFaults(schema, definitions, exact.variables);
  return { variables: exact.variables, faults: [...exact.faults, ...others].slice(0, MOST_FAULTS) };
}

function findFaults(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  variables: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] {
  const { errors = [] } = getVariableValues(schema, definitions, variables, { maxErrors: MOST_FAULTS });
  if (errors.length === 0) return errors;
  const declared = new Set(definitions.map(({ variable }) => variable.name.value));
  const others = Object.keys(variables).filter((name) => !declared.has(name));
  return errors.map((fault) => (MISSING.test(fault.message) ? nameOthers(fault, others) : fault));
}

const MISSING = /^Variable "[^"]*" of required type "[^"]*" was not provided\.$/;
const LONGEST_NAME = 60;

/** A variable that is missing was often given under another name: those that nobody declared are named after it. */
function nameOthers({ message, nodes }: GraphQLError, others: readonly string[]): GraphQLError {
  const named = others.slice(0, MOST_FAULTS).map((name) => `"${name.slice(0, LONGEST_NAME)}"`);
  return new GraphQLError([message, ...named].join(' '), { nodes: nodes ?? null });
}
