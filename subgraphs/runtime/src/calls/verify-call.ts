import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { CallKeys } from '@palier/calls/call-keys';
import { IDENTITY_HEADER } from '@palier/calls/headers';
import { RefusedCall } from '../base/errors.ts';
import { ANONYMOUS, type Identity, parseIdentity } from '@palier/calls/identity';
import { createSeenNonces } from './seen-nonces.ts';
import {
  ALWAYS_SIGNED,
  contentDigestOf,
  lineOf,
  macOf,
  parseSignature,
  type SignatureInput,
  splitTarget,
} from '@palier/calls/signature';

export interface CallVerification {
  readonly keys: CallKeys;
  /** How far the time of a signature may be from ours, in seconds. */
  readonly windowS: number;
  /** Signatures remembered so that none serves twice. */
  readonly mostNonces?: number;
  /** In milliseconds. */
  readonly now?: () => number;
}

/** A call that the gateway signed. */
interface VerifiedCall {
  readonly identity: Identity;
  /** Raises when the body that came is not the one that was signed. */
  verifyBody(body: Buffer): void;
}

/** Raises `RefusedCall` unless the gateway signed this request, for this subgraph, just now, and for the first time. */
export type VerifyCall = (request: CallHead) => VerifiedCall;

type CallHead = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/** Five thousand calls a second for a minute, in some 40 MB. */
const MOST_NONCES = 300_000;
/** Headers that change the answer, or say whose it is: signed whenever they are there. */
const SIGNED_WHEN_PRESENT = /^(palier-.*|accept-language|content-digest|x-request-id)$/;

/** @param name the subgraph's: a call made to another one is not taken */
export function createCallVerifier(name: string, options: CallVerification): VerifyCall {
  const { keys, windowS, mostNonces = MOST_NONCES, now = Date.now } = options;
  const seen = createSeenNonces(windowS, mostNonces);
  return (request) => {
    const { created, nonce } = verifySignature(request, name, keys);
    const second = Math.floor(now() / 1000);
    if (Math.abs(second - created) > windowS) throw new RefusedCall('signature hors du temps permis');
    const identity = identityOf(request.headers[IDENTITY_HEADER]);
    const admission = seen.admit(nonce, created, second);
    if (admission === 'SEEN') throw new RefusedCall('appel rejoué');
    if (admission === 'FULL') throw new RefusedCall('trop d’appels à retenir', 'TROP_D_APPELS');
    return {
      identity,
      verifyBody: (body) => {
        if (request.headers['content-digest'] !== contentDigestOf(body))
          throw new RefusedCall('corps autre que celui qui a été signé');
      },
    };
  };
}

function verifySignature(request: CallHead, name: string, keys: CallKeys): SignatureInput {
  const { 'signature-input': input, signature } = request.headers;
  if (typeof input !== 'string' || typeof signature !== 'string') throw new RefusedCall('appel non signé');
  const call = parseSignature(input, signature);
  if (call === undefined) throw new RefusedCall('signature illisible');
  const key = keys.get(call.keyid);
  if (key === undefined) throw new RefusedCall('clé inconnue');
  if (call.tag !== name) throw new RefusedCall('appel destiné à un autre service');
  if (!listRequired(request).every((component) => call.components.includes(component)))
    throw new RefusedCall('signature incomplète');
  const lines = call.components.map((component) => lineOf(component, valueOf(component, request)));
  if (!timingSafeEqual(macOf(key, lines.join(''), call.params), call.mac))
    throw new RefusedCall('signature fausse');
  return call;
}

const listRequired = ({ method, headers }: CallHead): readonly string[] => [
  ...ALWAYS_SIGNED,
  ...(method === 'GET' ? [] : ['content-digest']),
  ...Object.keys(headers).filter((header) => SIGNED_WHEN_PRESENT.test(header)),
];

function valueOf(component: string, { method = '', url = '', headers }: CallHead): string {
  if (component === '@method') return method;
  if (component === '@path') return splitTarget(url)[0];
  if (component === '@query') return splitTarget(url)[1];
  const value = headers[component];
  if (typeof value !== 'string') throw new RefusedCall('en-tête signé absent');
  return value;
}

function identityOf(header: string | string[] | undefined): Identity {
  if (header === undefined) return ANONYMOUS;
  const identity = typeof header === 'string' ? parseIdentity(header) : undefined;
  if (identity === undefined) throw new RefusedCall('identité illisible');
  return identity;
}
