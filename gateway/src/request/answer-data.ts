import { jsonTextOf } from '@palier/federation/json/json-text';
import { parseJson } from '@palier/calls/json/parse-json';
import type { AnyOperationResult } from './operation.ts';

/** The data of an answer that was read as text. */
export function dataOf(result: AnyOperationResult): unknown {
  const text = result.sealed?.body.toBuffer().toString('utf8') ?? jsonTextOf(result);
  return (parseJson(text) as { readonly data?: unknown }).data;
}
