import { DEADLINE_HEADER, IDENTITY_HEADER, MEASURE_HEADER } from '@palier/calls/headers';

/** What the gateway says itself, and what belongs to one connection: a client's word for it goes no further. */
const OURS = new Set([
  DEADLINE_HEADER,
  IDENTITY_HEADER,
  MEASURE_HEADER,
  'accept',
  'accept-encoding',
  'connection',
  'content-digest',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'signature',
  'signature-input',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-request-id',
]);
const HEADER_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;

/** Whether a header of this name, lower-cased, may be handed on. */
export const isForwardable = (name: string): boolean => HEADER_NAME.test(name) && !OURS.has(name);

/** The names that may be handed on, each once, lower-cased. */
export function keepForwardable(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))].filter(isForwardable);
}
