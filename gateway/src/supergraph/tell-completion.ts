import type { GraphQLError } from 'graphql';
import { translateEngineMessage } from '../engine-messages.ts';
import type { PlanResult } from '../planning/execute-plan.ts';

type Names = ReadonlyMap<string, string>;

/** What the stock engine tells of values that do not fit the schema, in French and by the client's own names. */
export function tellCompletion(result: PlanResult, names: Names): PlanResult {
  const told = result.extensions?.['valueCompletion'] as readonly GraphQLError[] | undefined;
  if (!told) return result;
  const valueCompletion = told.map((fault) => tellFault(fault, names));
  return { ...result, extensions: { ...result.extensions, valueCompletion } };
}

function tellFault({ message, path = [], extensions }: GraphQLError, names: Names): object {
  const toClient = (name: string): string => names.get(name) ?? name;
  const named = message.replace(/(?<=field \w+\.)\w+(?=\.$)/, toClient);
  return {
    message: translateEngineMessage(named) ?? named,
    path: path.map((step) => (typeof step === 'string' ? toClient(step) : step)),
    extensions,
  };
}
