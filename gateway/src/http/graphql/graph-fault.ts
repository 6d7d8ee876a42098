import { ERRORS, isErrorCode } from '../../errors/errors.ts';
import type { Answer } from '../transport/exchange.ts';
import type { OperationResult } from '../../request/operation.ts';

type GraphErrors = NonNullable<OperationResult['errors']>;

/** HTTP status of what a level refuses; the gateway's own codes have theirs. */
const STATUSES: Readonly<Record<string, number>> = {
  CODE_INVALIDE: 400,
  INSTANT_HORS_MEMOIRE: 400,
  ACTE_NON_AUTORISE: 403,
  CLE_REPRISE: 409,
  VERSION_PERIMEE: 409,
  CONTENU_INVALIDE: 422,
  ACTE_REFUSE: 422,
  GRAPHE_INDISPONIBLE: 503,
  GRAPHE_FERME: 503,
};

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

/** The HTTP status of a fault: that of its first error. */
export const statusOfFault = ({ errors }: GraphFault): number => statusOf(errors[0]?.extensions?.['code']);

/** The errors as the graph gave them, under the status of the first; what two levels say alike is said once. */
export function answerFault(fault: GraphFault, requestId: string): Answer {
  const { errors } = fault;
  const told = [...new Map(errors.map((error) => [error.message, error])).values()].map(
    ({ message, extensions }) => ({
      message,
      extensions: { ...extensions, requestId },
    }),
  );
  return {
    status: statusOfFault(fault),
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify({ errors: told }),
  };
}

function statusOf(code: unknown): number {
  if (isErrorCode(code)) return ERRORS[code].status;
  return (typeof code === 'string' ? STATUSES[code] : undefined) ?? 500;
}
