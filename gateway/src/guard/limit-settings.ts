import type { VariableReader } from '../base/variable-reader.ts';
import { OPEN_NETWORK_LIMITS, type Limits } from './limits.ts';

const LIMIT_VARIABLES: Readonly<Record<keyof Limits, string>> = {
  tokens: 'PALIER_MAX_TOKENS',
  aliases: 'PALIER_MAX_ALIASES',
  directives: 'PALIER_MAX_DIRECTIVES',
  depth: 'PALIER_MAX_DEPTH',
  rootFields: 'PALIER_MAX_ROOT_FIELDS',
  selections: 'PALIER_MAX_SELECTIONS',
  introspections: 'PALIER_MAX_INTROSPECTIONS',
  cost: 'PALIER_MAX_COST',
};

/** `PALIER_LIMITS=1` sets them all; each may be set alone, with or without the others. */
export function readLimits(reader: VariableReader): Limits {
  const base: Limits = reader.onOff('PALIER_LIMITS', false) ? OPEN_NETWORK_LIMITS : {};
  const given = Object.entries(LIMIT_VARIABLES).flatMap(([name, variable]) => {
    const value = reader.positive(variable, 0);
    return value === 0 ? [] : [[name, value] as const];
  });
  return { ...base, ...Object.fromEntries(given) };
}
