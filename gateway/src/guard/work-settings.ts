import type { VariableReader } from '../base/variable-reader.ts';
import { DEFAULT_WORK, type WorkLimits } from '@palier/federation/work/work';

/** What the work itself is bounded by, whether or not what is asked is limited. */
export function readWork(reader: VariableReader): WorkLimits {
  const positive = (name: string, fallback: number): number => reader.integer(name, fallback, { from: 1 });
  return {
    values: positive('PALIER_MAX_VALUES', DEFAULT_WORK.values),
    bytes: positive('PALIER_MAX_ANSWER_BYTES', DEFAULT_WORK.bytes),
    timeMs: positive('PALIER_OPERATION_TIMEOUT_MS', DEFAULT_WORK.timeMs),
    valuesAtOnce: positive('PALIER_VALUES_AT_ONCE', DEFAULT_WORK.valuesAtOnce),
  };
}
