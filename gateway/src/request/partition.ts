import { hash } from 'node:crypto';
import type { ClientRequest } from './client-request.ts';
import { ANONYMOUS } from './identity.ts';

/**
 * Everything besides the operation that may change its answer, as a text that says where it ends: who asks, once
 * verified, and the headers handed to the subgraphs (language, instant…). What a client says of itself and nobody reads
 * changes nothing.
 */
export function partitionOf({ identity, headers, au }: ClientRequest, handedOn: readonly string[]): string {
  let partition = identity === ANONYMOUS ? '' : `=${frame(identity.key)}`;
  for (const name of handedOn)
    partition += frame(isSecret(name) ? secretDigest(headers[name]) : headers[name]);
  // Whatever is handed on, the levels are told the instant.
  return au === undefined ? partition : `${partition}@${au}`;
}

/** What opens doors elsewhere is not kept in what an answer is found by. */
const secretDigest = (secret: string | undefined): string | undefined =>
  secret === undefined ? undefined : hash('sha256', secret, 'base64url');

const isSecret = (name: string): boolean => /auth|cookie|token|key|secret/i.test(name);

/** Whatever is in a value, it cannot be taken for the next one: its length comes first. */
const frame = (value: string | undefined): string => (value === undefined ? '-' : `${value.length}:${value}`);
