import type { VariableReader, Variables } from '../variable-reader.ts';
import type { RateLimit } from './shares.ts';

/** `600/60`: six hundred requests a minute. */
export function readRateLimit(variables: Variables, reader: VariableReader): RateLimit | undefined {
  const text = variables['PALIER_RATE_LIMIT'];
  if (!text) return undefined;
  const [, requests, perSeconds] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  if (requests && perSeconds) return { requests: Number(requests), perSeconds: Number(perSeconds) };
  reader.report(`PALIER_RATE_LIMIT vaut « ${text} » : « requêtes/secondes », comme 600/60, est attendu.`);
  return undefined;
}
