import { randomUUID } from 'node:crypto';
import type { CallKey } from '@palier/calls/call-keys';
import {
  contentDigestOf,
  fixedParamsOf,
  lineOf,
  macOf,
  splitTarget,
  writeSignature,
} from '@palier/calls/signature';

/** A request as it will be sent. */
interface CallToSign {
  readonly method: 'GET' | 'POST';
  /** With its query, if it has one. */
  readonly path: string;
  /** Names, lower-cased, and values in turn: all those that change what is answered. Each name once. */
  readonly headers: readonly string[];
  readonly body?: string;
}

/** Gives the headers that sign a call, names and values in turn: they are added to those it was given. */
export type SignCall = (call: CallToSign) => readonly string[];

/**
 * Signs calls to one subgraph, by HTTP Message Signatures (RFC 9421) over the digest of the body (RFC 9530). Each
 * signature serves once: what is sent again is signed again. `docs/signed-calls.md` says what is signed.
 * @param audience the name of the subgraph, so that no other takes the call for its own
 * @returns undefined without a key
 */
export function createCallSigner([key]: readonly CallKey[], audience: string): SignCall | undefined {
  if (!key) return undefined;
  const fixed = fixedParamsOf(key.id, encodeURIComponent(audience));
  return ({ method, path, headers, body }) => {
    const digest = body === undefined ? [] : ['content-digest', contentDigestOf(body)];
    const [target, query] = splitTarget(path);
    const parts = ['@method', method, '@path', target, '@query', query, ...digest, ...headers];
    let names = '';
    let lines = '';
    for (let index = 0; index < parts.length; index += 2) {
      const name = parts[index]!;
      names += names === '' ? `"${name}"` : ` "${name}"`;
      lines += lineOf(name, parts[index + 1]!);
    }
    const params = `(${names});created=${Math.floor(Date.now() / 1000)};nonce="${randomUUID()}";${fixed}`;
    return [...digest, ...writeSignature(params, macOf(key.secret, lines, params))];
  };
}
