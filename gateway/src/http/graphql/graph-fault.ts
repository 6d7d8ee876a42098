import { statusOfError } from '../../errors/status-of-error.ts';
import { refusalHeaders } from '../transport/answers.ts';
import type { Answer } from '../transport/exchange.ts';
import type { OperationResult } from '../../request/operation.ts';

type GraphErrors = NonNullable<OperationResult['errors']>;

/** What the graph, or one of its levels, refuses. */
export class GraphFault extends Error {
  override readonly name = 'GraphFault';
  readonly errors: GraphErrors;

  constructor(errors: GraphErrors) {
    super(errors[0]?.message);
    this.errors = errors;
  }

  static of(code: string, message: string, facts: Readonly<Record<string, unknown>> = {}): GraphFault {
    return new GraphFault([{ message, extensions: { code, retryable: false, ...facts } }]);
  }
}

/** What is too much is so for what was asked: it can be narrowed, where nothing better is said. */
const TOO_MUCH: ReadonlySet<unknown> = new Set([
  'LIMITE_DEPASSEE',
  'TRAVAIL_EXCESSIF',
  'REPONSE_TROP_GRANDE',
]);
const REMEDY =
  'Restreignez les variables, ou demandez une opération qui se lit par pages (« first » et « after »).';

/** The same, saying what to do of what can be narrowed by variables. */
export const withRemedy = ({ errors }: GraphFault): GraphFault =>
  new GraphFault(
    errors.map((error) =>
      TOO_MUCH.has(error.extensions?.['code'])
        ? { ...error, extensions: { remede: REMEDY, ...error.extensions } }
        : error,
    ),
  );

/** The HTTP status of a fault, that of its first error, and what goes with it. */
export function headOfFault({ errors }: GraphFault): Required<Pick<Answer, 'status' | 'headers'>> {
  const status = statusOfError(errors[0] ?? {});
  return { status, headers: refusalHeaders(status, errors[0]?.extensions) };
}

/** The errors as the graph gave them, under the status of the first; what two levels say alike is said once. */
export function answerFault(fault: GraphFault, requestId: string): Answer {
  const { errors } = fault;
  const told = [...new Map(errors.map((error) => [error.message, error])).values()].map(
    ({ message, extensions }) => ({
      message,
      extensions: { ...extensions, requestId },
    }),
  );
  const { status, headers } = headOfFault(fault);
  return {
    status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ errors: told }),
  };
}
