import { GraphQLError } from 'graphql';
import { translateEngineMessage } from '../errors/engine-messages.ts';
import { ENGINE_ERRORS, MOST_ERRORS } from '../errors/engine-error.ts';
import type { PlanExecution, PlanResult } from '../run/plan-execution.ts';

type Names = ReadonlyMap<string, string>;
type Told = Pick<PlanExecution, 'responseNames' | 'withheld'>;

/**
 * What the stock executor tells beside the errors, of values that do not fit the schema, as errors: in French, by the
 * client's own names. What the caller is refused has its error already.
 */
export function tellCompletion(
  { extensions, ...result }: PlanResult,
  { responseNames, withheld }: Told,
): PlanResult {
  const { valueCompletion, ...others } = extensions ?? {};
  const told = ((valueCompletion ?? []) as readonly GraphQLError[])
    .filter(({ message }) => !withheld?.has(/field (\w+\.\w+)\.$/.exec(message)?.[1] ?? ''))
    .slice(0, MOST_ERRORS);
  const errors = [...(result.errors ?? []), ...told.map((fault) => tellFault(fault, responseNames))];
  return {
    ...result,
    ...(errors.length > 0 && { errors }),
    ...(Object.keys(others).length > 0 && { extensions: others }),
  };
}

function tellFault({ message, path }: GraphQLError, names: Names): GraphQLError {
  const named = message.replace(/(?<=field \w+\.)\w+(?=\.$)/, (name) => names.get(name) ?? name);
  const detail = translateEngineMessage(named) ?? '';
  const extensions = { code: 'REPONSE_INVALIDE' };
  return new GraphQLError(`${ENGINE_ERRORS.REPONSE_INVALIDE} ${detail}`.trim(), { path, extensions });
}
