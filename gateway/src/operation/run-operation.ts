import type { GraphQLFormattedError } from 'graphql';
import type { AnswerCache } from '../cache/answer-cache.ts';
import { Refusal } from '../errors/errors.ts';
import { createGuard } from '../guard/guard-operation.ts';
import type { Limits } from '../guard/limits.ts';
import type { Logger } from '../base/logger.ts';
import type { Observer } from '../observation/observer.ts';
import { createRedaction } from '../errors/redaction.ts';
import type { WorkShares } from '../rate-limit/work-shares.ts';
import type { ServedSupergraph } from '../generations/open-supergraph.ts';
import { patienceOf } from '../request/patience.ts';
import { noteInstant } from '../request/read-instant.ts';
import type {
  AnyOperationResult,
  KnownOperation,
  OperationKind,
  OperationScope,
  RunOperation,
} from '../request/operation.ts';
import type { Workplace } from '@palier/federation/work/work';
import type { PersistedTexts } from './persisted-texts.ts';

export interface OperationRunnerOptions {
  readonly supergraph: ServedSupergraph;
  readonly limits: Limits;
  readonly workplace: Workplace;
  /** What clients may have done in all; nothing when it is not limited. */
  readonly workShares: WorkShares | undefined;
  /** What a contract keeps is its own. */
  readonly textsOf: (contract: string | undefined) => PersistedTexts;
  readonly observer: Observer;
  readonly cache: AnswerCache;
  readonly logger: Logger;
}

/** The life of an operation, over HTTP or not. */
export function createOperationRunner({
  supergraph,
  limits,
  workplace,
  workShares,
  textsOf,
  observer,
  cache,
  logger,
}: OperationRunnerOptions): RunOperation {
  const redact = createRedaction(logger);
  const guard = createGuard(limits, workShares !== undefined);
  const estimate = createGuard({}, workShares !== undefined);
  const weigh = createGuard({}, true);
  /** Only the answer to a read is sealed. */
  const kindOf = (
    operation: KnownOperation,
    contract: string | undefined,
    result: AnyOperationResult | undefined,
  ): OperationKind | undefined =>
    result?.sealed ? 'query' : supergraph.current().of(contract).admitted(operation)?.operation.operation;
  const run = async (operation: KnownOperation, scope: OperationScope): Promise<AnyOperationResult> => {
    // 3. Its weight, before anything walks it in more than linear time; this program knows what it asks itself.
    const isTrusted = operation.registered || scope.asker === 'PROGRAM';
    const { graph } = supergraph.current().of(scope.contract);
    const cost = (isTrusted ? estimate : guard)(operation, graph);
    if (scope.withPlan)
      scope.clientRequest.weight = {
        cost: weigh(operation, graph),
        limit: isTrusted ? undefined : limits.cost,
      };
    const counted = await workShares?.count(scope.clientRequest, cost);
    // 4. The engine: parsed, validated, planned, executed across the subgraphs, within what its work may take.
    const patience = patienceOf(operation.variables, () => cost || weigh(operation, graph));
    const work = workplace.open(patience);
    scope.clientRequest.work = work;
    scope.clientRequest.patience = patience;
    let result: AnyOperationResult | undefined;
    try {
      result = await supergraph.execute(operation, scope);
      return result;
    } finally {
      work.end();
      const isWrite = kindOf(operation, scope.contract, result) === 'mutation';
      // What was written is in the estimate alone.
      counted?.settle(isWrite ? Math.max(cost, work.values) : work.values);
    }
  };
  return async (request, scope) => {
    const { clientRequest, contract } = scope;
    const { id } = clientRequest;
    const startedAt = performance.now();
    let operation: KnownOperation | undefined;
    const end = (result: AnyOperationResult): AnyOperationResult => {
      if (!observer.operated) return result;
      const durationMs = performance.now() - startedAt;
      const kind = operation && kindOf(operation, contract, result);
      observer.operated({ clientRequest, operation, kind, result, startedAt, durationMs });
      return result;
    };
    observer.operating?.(clientRequest);
    try {
      noteInstant(clientRequest, request);
      const texts = textsOf(contract);
      // 1. Its text: sent, registered, or named by its digest.
      const known = texts.resolve(request, scope.asker);
      operation = known;
      // 2. The answer kept for it, while it holds; else it is run, and its answer kept.
      const result = await cache.answer({ operation: known, scope, run: () => run(known, scope) });
      if (result.data !== undefined) texts.keep(known);
      // 5. What went wrong, without anything internal.
      return end(result.errors ? withErrors(result, redact(result.errors, id)) : result);
    } catch (error) {
      return end({ errors: redact([toFormatted(error)], id) });
    }
  };
}
/** `errors` comes first, so that whoever reads a long answer sees at once that it is partial. */
function withErrors(
  result: AnyOperationResult,
  errors: readonly GraphQLFormattedError[],
): AnyOperationResult {
  return {
    errors,
    ...('data' in result && { data: result.data }),
    ...(result.extensions && { extensions: result.extensions }),
  };
}

function toFormatted(error: unknown): GraphQLFormattedError {
  if (error instanceof Refusal) return error.toJSON();
  const cause = error instanceof Error ? error : new Error(String(error));
  return { message: cause.message, extensions: { code: 'ERREUR_INTERNE', stack: cause.stack } };
}
