import { CancelSignal, type ClientRequest } from '../request/client-request.ts';
import type { PlanGate } from '../observation/plans/plan-gate.ts';
import { ANONYMOUS, type Identity } from '../request/identity.ts';
import { chooseRequestId } from '../base/request-id.ts';
import { EVERY_KIND, type OperationRequest, type OperationScope } from '../request/operation.ts';

/** An operation asked from inside the process. */
export interface InProcessRequest extends OperationRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** On whose behalf; anonymous unless said. */
  readonly identity?: Identity;
  /** The contract through which the graph is seen; the full graph unless said. */
  readonly contract?: string;
  /** The program itself, whose texts are allowed where clients may only ask the registered ones; a client unless said. */
  readonly asker?: 'PROGRAM';
}

/** On whose behalf it runs, and what it may be: what HTTP would tell of a request. */
export function toScope(
  { headers = {}, identity = ANONYMOUS, contract, asker }: InProcessRequest,
  planGate: PlanGate,
): OperationScope {
  const lowered = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const clientRequest: ClientRequest = {
    id: chooseRequestId(lowered['x-request-id']),
    identity,
    headers: lowered,
    signal: new CancelSignal(),
  };
  return {
    clientRequest,
    contract,
    asker,
    allowedKinds: EVERY_KIND,
    answerForm: 'OBJECT',
    withPlan: planGate(clientRequest, contract) === 'ALLOWED',
  };
}
