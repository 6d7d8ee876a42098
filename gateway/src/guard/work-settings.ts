import type { VariableReader } from '../base/variable-reader.ts';
import { DEFAULT_WORK, type WorkLimits } from '@palier/federation/work/work';

/** What the work itself is bounded by, whether or not what is asked is limited. */
export function readWork(reader: VariableReader): WorkLimits {
  return {
    values: reader.positive('PALIER_MAX_VALUES', DEFAULT_WORK.values),
    bytes: reader.positive('PALIER_MAX_ANSWER_BYTES', DEFAULT_WORK.bytes),
    timeMs: reader.positive('PALIER_OPERATION_TIMEOUT_MS', DEFAULT_WORK.timeMs),
    valuesAtOnce: reader.positive('PALIER_VALUES_AT_ONCE', DEFAULT_WORK.valuesAtOnce),
  };
}
