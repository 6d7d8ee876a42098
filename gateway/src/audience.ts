import { hash } from 'node:crypto';
import type { ClientRequest } from './client-request.ts';
import { ANONYMOUS } from './identity/identity.ts';

/**
 * Everything besides the operation that may change its answer, as a text that says where it ends: who asks, and the
 * headers handed to the subgraphs (language, instant…). Where no identity was verified, whatever the client says of
 * itself counts.
 */
export function audienceOf({ identity, headers }: ClientRequest, handedOn: readonly string[]): string {
  let audience =
    identity === ANONYMOUS
      ? frame(digestOf(headers['authorization'])) + frame(digestOf(headers['cookie']))
      : `=${frame(identity.key)}`;
  for (const name of handedOn) audience += frame(headers[name]);
  return audience;
}

/** What opens doors elsewhere is not kept in what an answer is found by. */
const digestOf = (secret: string | undefined): string | undefined =>
  secret === undefined ? undefined : hash('sha256', secret, 'base64url');

/** Whatever is in a value, it cannot be taken for the next one: its length comes first. */
const frame = (value: string | undefined): string => (value === undefined ? '-' : `${value.length}:${value}`);
