/** What the headers of one HTTP Message Signature (RFC 9421) say. */
export interface SignatureInput {
  /** What is signed, in order. */
  readonly components: readonly string[];
  /** The components and parameters, as they are signed themselves. */
  readonly text: string;
  readonly created: number;
  readonly nonce: string;
  readonly keyid: string;
  readonly tag: string;
  readonly signature: Buffer;
}

const INPUT = /^([a-z][\w-]*)=(\(("[^"\\]+"(?: "[^"\\]+")*)\)((?:;[a-z]+=(?:\d{1,15}|"[^"\\]*"))+))$/;
const SIGNATURE = /^([a-z][\w-]*)=:([A-Za-z0-9+/]{43}=):$/;
const PARAMETERS = ['alg', 'created', 'keyid', 'nonce', 'tag'];

/**
 * Reads the one signature of a call, made by `hmac-sha256` with just the parameters agreed on. Undefined for anything
 * else: no second signature, no other parameter, no component with parameters.
 */
export function parseSignature(input: string, signature: string): SignatureInput | undefined {
  const [, label, text = '', names = '', rest = ''] = INPUT.exec(input) ?? [];
  const [, signedLabel, base64 = ''] = SIGNATURE.exec(signature) ?? [];
  if (label === undefined || label !== signedLabel) return undefined;
  const components = names.slice(1, -1).split('" "');
  if (new Set(components).size !== components.length) return undefined;
  const pairs = [...rest.matchAll(/;([a-z]+)=(?:"([^"]*)"|(\d+))/g)];
  const said = new Map(pairs.map(([, name = '', value, number]) => [name, value ?? Number(number)]));
  if (pairs.length !== PARAMETERS.length || !PARAMETERS.every((name) => said.has(name))) return undefined;
  const [alg, created, keyid, nonce, tag] = PARAMETERS.map((name) => said.get(name));
  if (alg !== 'hmac-sha256' || typeof created !== 'number' || typeof keyid !== 'string') return undefined;
  if (typeof nonce !== 'string' || !/^[\w-]{16,64}$/.test(nonce) || typeof tag !== 'string') return undefined;
  return { components, text, created, nonce, keyid, tag, signature: Buffer.from(base64, 'base64') };
}
