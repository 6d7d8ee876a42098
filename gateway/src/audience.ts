import type { ClientRequest } from './client-request.ts';
import { ANONYMOUS } from './identity/identity.ts';

/**
 * Everything besides the operation that may change its answer, as one line: who asks, and the headers handed to the
 * subgraphs (language, instant…). Where no identity was verified, whatever the client says of itself counts.
 */
export function audienceOf({ identity, headers }: ClientRequest, handedOn: readonly string[]): string {
  const who =
    identity === ANONYMOUS
      ? [headers['authorization'] ?? '', headers['cookie'] ?? '']
      : ['identity', identity.key];
  return JSON.stringify([...who, ...handedOn.map((name) => headers[name] ?? null)]);
}
