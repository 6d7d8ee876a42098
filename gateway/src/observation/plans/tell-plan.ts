import type { AnyOperationResult, RunOperation } from '../../request/operation.ts';
import type { SeenRequests } from '../seen-requests.ts';
import { explainAnswer } from './explain-answer.ts';
import type { PlanGate } from './plan-gate.ts';

const REFUSAL = 'Le plan n’est pas donné ici : il faut le droit « palier:plan ».';

/** Puts in `extensions.palier.plan` how the answer was made, for who asks and may know; for who may not, why not. */
export function tellPlan(
  runOperation: RunOperation,
  gate: PlanGate,
  seenRequests: SeenRequests,
): RunOperation {
  const refuse: RunOperation = async (request, scope) => {
    // An answer that is kept has no place for one more word.
    const result = await runOperation(request, { ...scope, answerForm: 'OBJECT' });
    return withExtension(result, { refus: REFUSAL });
  };
  const tell: RunOperation = async (request, scope) => {
    const { clientRequest } = scope;
    const startedAt = performance.now();
    clientRequest.measured = true;
    const result = await runOperation(request, scope);
    const seen = seenRequests.of(clientRequest);
    const plan = seen && explainAnswer(seen, startedAt, clientRequest.weight);
    return plan ? withExtension(result, plan) : result;
  };
  return (request, scope) => {
    if (scope.withPlan) return tell(request, scope);
    const isRefused = gate(scope.clientRequest, scope.contract) === 'REFUSED';
    return isRefused ? refuse(request, scope) : runOperation(request, scope);
  };
}

function withExtension(result: AnyOperationResult, plan: object): AnyOperationResult {
  return { ...result, extensions: { ...result.extensions, palier: { plan } } };
}
