import { isProduction, type VariableReader, type Variables } from '../../base/variable-reader.ts';

export interface PlanSettings {
  /** Who may ask how an answer was made: anybody, or only those who hold `palier:plan`. */
  readonly plansFor: 'EVERYONE' | 'ALLOWED';
}

export const DEFAULT_PLAN_SETTINGS: PlanSettings = { plansFor: 'EVERYONE' };

/** A plan says how the graph is made and what it costs: in production that is for those who keep it. */
export function readPlanSettings(variables: Variables, reader: VariableReader): PlanSettings {
  const forAll = reader.onOff('PALIER_PLAN', !isProduction(variables['NODE_ENV']));
  return { plansFor: forAll ? 'EVERYONE' : 'ALLOWED' };
}
