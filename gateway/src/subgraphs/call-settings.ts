import type { VariableReader, Variables } from '../base/variable-reader.ts';
import { parseCallKeys, type CallKey } from '@palier/calls/call-keys';
import { isForwardable, keepForwardable } from './http/forwarded-headers.ts';

/** What the gateway tells the subgraphs beside its questions. */
export interface CallSettings {
  /** Names of client headers handed on, lower-cased. */
  readonly forwardedHeaders: readonly string[];
  /** What they may take together in one request, names and values, in bytes. */
  readonly maxForwardedBytes: number;
  /** Secrets shared with the subgraphs: the first signs the calls; unsigned when there is none. */
  readonly callKeys: readonly CallKey[];
}

export const DEFAULT_CALL_SETTINGS: CallSettings = {
  forwardedHeaders: ['palier-au'],
  maxForwardedBytes: 8_192,
  callKeys: [],
};

export function readCallSettings(variables: Variables, reader: VariableReader): CallSettings {
  const names = reader.list('PALIER_FORWARDED_HEADERS', DEFAULT_CALL_SETTINGS.forwardedHeaders);
  for (const name of names.filter((name) => !isForwardable(name.toLowerCase()))) {
    reader.report(`PALIER_FORWARDED_HEADERS contient « ${name} » : cet en-tête ne peut être transmis.`);
  }
  return {
    forwardedHeaders: keepForwardable(names),
    maxForwardedBytes: reader.integer('PALIER_MAX_FORWARDED_BYTES', DEFAULT_CALL_SETTINGS.maxForwardedBytes, {
      from: 1,
    }),
    callKeys: readCallKeys(variables, reader),
  };
}

function readCallKeys(variables: Variables, reader: VariableReader): readonly CallKey[] {
  const faults: string[] = [];
  const keys = parseCallKeys(variables['PALIER_CALL_KEYS'] ?? '', faults);
  faults.forEach(reader.report);
  return Array.from(keys, ([id, secret]) => ({ id, secret }));
}
