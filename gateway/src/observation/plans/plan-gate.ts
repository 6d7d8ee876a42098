import type { ClientRequest } from '../../request/client-request.ts';
import type { PlanSettings } from './plan-settings.ts';

/** `palier-plan: 1` asks for the plan with the answer. */
const PLAN_HEADER = 'palier-plan';
/** Whoever holds it may always ask. */
const PLAN_SCOPE = 'palier:plan';

type PlanDisclosure = 'NOT_ASKED' | 'ALLOWED' | 'REFUSED';

/**
 * Whether a request asks how its answer is made, and may be told. Through a contract nobody is: a plan names what the
 * contract hides.
 */
export type PlanGate = (clientRequest: ClientRequest, contract: string | undefined) => PlanDisclosure;

export const createPlanGate =
  ({ plansFor }: PlanSettings): PlanGate =>
  ({ headers, identity }, contract) => {
    if (contract !== undefined || headers[PLAN_HEADER] !== '1') return 'NOT_ASKED';
    return plansFor === 'EVERYONE' || identity.scopes.has(PLAN_SCOPE) ? 'ALLOWED' : 'REFUSED';
  };
