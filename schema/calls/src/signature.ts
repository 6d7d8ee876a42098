import { createHmac, hash, type KeyObject } from 'node:crypto';

/** How calls are signed: HTTP Message Signatures (RFC 9421). `docs/signed-calls.md` says what is signed. */
const ALGORITHM = 'hmac-sha256';
const LABEL = 'palier';

/** What is always signed of a request, whatever its headers. */
export const ALWAYS_SIGNED = ['@method', '@path', '@query'];

/** The digest of a body (RFC 9530). */
export const contentDigestOf = (body: string | Buffer): string =>
  `sha-256=:${hash('sha256', body, 'base64')}:`;

/** `@path` and `@query` of a request target: the second begins by « ? », even when there is none. */
export function splitTarget(target: string): readonly [string, string] {
  const mark = target.indexOf('?');
  return mark < 0 ? [target, '?'] : [target.slice(0, mark), target.slice(mark)];
}

/** A component and its value, as they are signed. */
export const lineOf = (component: string, value: string): string => `"${component}": ${value.trim()}\n`;

/** @param lines of the components, in the order of `params` */
export const macOf = (secret: KeyObject, lines: string, params: string): Buffer =>
  createHmac('sha256', secret).update(`${lines}"@signature-params": ${params}`, 'latin1').digest();

/** @param tag the name of the level, so that no other takes the call for its own */
export const fixedParamsOf = (keyid: string, tag: string): string =>
  `keyid="${keyid}";alg="${ALGORITHM}";tag="${tag}"`;

/** The headers of a signature, names and values in turn. */
export const writeSignature = (params: string, mac: Buffer): readonly string[] => [
  'signature-input',
  `${LABEL}=${params}`,
  'signature',
  `${LABEL}=:${mac.toString('base64')}:`,
];

/** What the headers of one signature say. */
export interface SignatureInput {
  /** What is signed, in order. */
  readonly components: readonly string[];
  /** The components and parameters, as they are signed themselves. */
  readonly params: string;
  readonly created: number;
  readonly nonce: string;
  readonly keyid: string;
  readonly tag: string;
  readonly mac: Buffer;
}

const INPUT = /^([a-z][\w-]*)=(\(("[^"\\]+"(?: "[^"\\]+")*)\)((?:;[a-z]+=(?:\d{1,15}|"[^"\\]*"))+))$/;
const SIGNATURE = /^([a-z][\w-]*)=:([A-Za-z0-9+/]{43}=):$/;
const PARAMETERS = ['alg', 'created', 'keyid', 'nonce', 'tag'];

/**
 * Reads the one signature of a call, with just the parameters agreed on. Undefined for anything else: no second signature,
 * no other parameter, no component with parameters.
 */
export function parseSignature(input: string, signature: string): SignatureInput | undefined {
  const [, label, params = '', names = '', rest = ''] = INPUT.exec(input) ?? [];
  const [, signedLabel, base64 = ''] = SIGNATURE.exec(signature) ?? [];
  if (label === undefined || label !== signedLabel) return undefined;
  const components = names.slice(1, -1).split('" "');
  if (new Set(components).size !== components.length) return undefined;
  const pairs = [...rest.matchAll(/;([a-z]+)=(?:"([^"]*)"|(\d+))/g)];
  const said = new Map(pairs.map(([, name = '', value, number]) => [name, value ?? Number(number)]));
  if (pairs.length !== PARAMETERS.length || !PARAMETERS.every((name) => said.has(name))) return undefined;
  const [alg, created, keyid, nonce, tag] = PARAMETERS.map((name) => said.get(name));
  if (alg !== ALGORITHM || typeof created !== 'number' || typeof keyid !== 'string') return undefined;
  if (typeof nonce !== 'string' || !/^[\w-]{16,64}$/.test(nonce) || typeof tag !== 'string') return undefined;
  return { components, params, created, nonce, keyid, tag, mac: Buffer.from(base64, 'base64') };
}
