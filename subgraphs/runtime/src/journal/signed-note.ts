import {
  type KeyObject,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';

/**
 * Signed notes (C2SP `signed-note`, with Ed25519): a text, and beneath it a line for each who signs it. Any tool that
 * reads such notes can check ours with the public keys alone.
 */

/** Whoever signs: its name, without space or « + », and its key. */
export interface NoteSigner {
  readonly name: string;
  /** As a verifier takes it: « name+digest+key ». */
  readonly publicKey: string;
  sign(text: string): string;
}

/** Whoever can be recognized. */
export interface NoteVerifier {
  readonly name: string;
  /** Four bytes that tell this key from another of the same name. */
  readonly digest: string;
  verifies(text: string, signature: Buffer): boolean;
}

/** A private key as it is kept: a JWK of RFC 8037. */
export interface PrivateKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly d: string;
  readonly x: string;
}

const ED25519 = 1;
const DIGEST_BYTES = 4;
const SIGNATURE_LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/;

export function createPrivate(): PrivateKey {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as unknown as PrivateKey;
}

export function createSigner(name: string, jwk: PrivateKey): NoteSigner {
  const key = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  const bytes = Buffer.from(jwk.x, 'base64url');
  const digest = digestOf(name, bytes);
  return {
    name,
    publicKey: `${name}+${digest.toString('hex')}+${Buffer.concat([Buffer.of(ED25519), bytes]).toString('base64')}`,
    sign: (text) =>
      `— ${name} ${Buffer.concat([digest, sign(null, Buffer.from(text), key)]).toString('base64')}`,
  };
}

/** Reads a public key, « name+digest+key ». @returns undefined for what is not one */
export function parsePublicKey(text: string): NoteVerifier | undefined {
  const [, name, digest, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  if (name === undefined || digest === undefined || encoded === undefined) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 33 || bytes[0] !== ED25519) return undefined;
  const raw = bytes.subarray(1);
  if (digestOf(name, raw).toString('hex') !== digest) return undefined;
  const key = toKey(raw);
  return { name, digest, verifies: (signed, signature) => verify(null, Buffer.from(signed), key, signature) };
}

function digestOf(name: string, key: Buffer): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.of(ED25519))
    .update(key)
    .digest()
    .subarray(0, DIGEST_BYTES);
}

const toKey = (raw: Buffer): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });

/** The note whole: its text, and the lines of those who sign it. */
export const writeNote = (text: string, lines: readonly string[]): string => `${text}\n${lines.join('\n')}\n`;

export interface Note {
  readonly text: string;
  /** The lines as they stand: some may be of nobody known. */
  readonly lines: readonly string[];
}

/** @returns undefined for what is not a note */
export function parseNote(note: string): Note | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  if (!lines.every((line) => SIGNATURE_LINE.test(line))) return undefined;
  return { text: note.slice(0, end + 1), lines };
}

/** The names of those, among `known`, whose signature of the note holds. */
export function listSigners({ text, lines }: Note, known: readonly NoteVerifier[]): string[] {
  return known
    .filter((verifier) => lines.some((line) => holds(text, line, verifier)))
    .map(({ name }) => name);
}

function holds(text: string, line: string, { name, digest, verifies }: NoteVerifier): boolean {
  const [, signer, encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
  if (signer !== name) return false;
  const bytes = Buffer.from(encoded, 'base64');
  return (
    bytes.length === DIGEST_BYTES + 64 &&
    bytes.subarray(0, DIGEST_BYTES).toString('hex') === digest &&
    verifies(text, bytes.subarray(DIGEST_BYTES))
  );
}
