import type { VariableReader, Variables } from '../base/variable-reader.ts';
import type { RateLimit } from './shares.ts';

/** What one client may have. */
export interface RateSettings {
  /** Requests; nothing is limited unless said. */
  readonly rateLimit: RateLimit | undefined;
  /** Work of its operations: values, estimated before and counted after; nothing is limited unless said. */
  readonly workRate: RateLimit | undefined;
}

export const NO_RATES: RateSettings = { rateLimit: undefined, workRate: undefined };

export function readRates(variables: Variables, reader: VariableReader): RateSettings {
  const read = (name: string, unit: string, example: string): RateLimit | undefined => {
    const text = variables[name];
    if (!text) return undefined;
    const [, units, perSeconds] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
    if (units && perSeconds) return { units: Number(units), perSeconds: Number(perSeconds) };
    reader.report(`${name} vaut « ${text} » : « ${unit}/secondes », comme ${example}, est attendu.`);
    return undefined;
  };
  return {
    rateLimit: read('PALIER_RATE_LIMIT', 'requêtes', '600/60'),
    workRate: read('PALIER_WORK_RATE', 'valeurs', '1000000/60'),
  };
}
