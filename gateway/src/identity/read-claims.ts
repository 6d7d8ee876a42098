import { type CodePalier, isCodePalier, STORYTELLER } from '@palier/calls/identity';
import type { JWTPayload } from 'jose';
import type { Identity } from '../request/identity.ts';

/** A claim of ours that is not what it must be: nothing is guessed from it. */
export class ClaimFault extends Error {
  override readonly name = 'ClaimFault';
  readonly claim: string;

  constructor(claim: string) {
    super(`The claim « ${claim} » is not what it must be`);
    this.claim = claim;
  }
}

const LONGEST_NAME = 255;
const SCOPE = /^[^\s\p{Cc}]+$/u;
const NAME = /^[^\p{Cc}]+$/u;

/** @throws {ClaimFault} a claim is absent or whole, never dropped */
export function readIdentity(claims: JWTPayload): Identity {
  const subject = readName('sub', claims.sub);
  // Taken for the storyteller, somebody would see their acts go with the demonstration.
  if (subject === undefined || subject === STORYTELLER) throw new ClaimFault('sub');
  const palier = readPalier(claims['palier']);
  const etablissement = readName('etablissement', claims['etablissement']);
  const scopes = new Set([
    ...readScopes('scope', claims['scope'], 'TEXT'),
    ...readScopes('scp', claims['scp'], 'TEXT_OR_LIST'),
  ]);
  const policies = new Set(readList('policies', claims['policies'], NAME));
  return { subject, palier, etablissement, scopes, policies, key: keyOf() };

  /** Every part in its place, sets in one order: two identities that differ have two keys. */
  function keyOf(): string {
    return JSON.stringify([
      subject,
      palier ?? null,
      etablissement ?? null,
      [...scopes].sort(),
      [...policies].sort(),
    ]);
  }
}

function readName(claim: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.length <= LONGEST_NAME && value.trim() !== '' && NAME.test(value))
    return value;
  throw new ClaimFault(claim);
}

function readPalier(value: unknown): CodePalier | undefined {
  if (value === undefined || isCodePalier(value)) return value;
  throw new ClaimFault('palier');
}

/** RFC 6749 writes scopes in one text, separated by spaces; some issuers give a list under `scp`. */
function readScopes(claim: string, value: unknown, form: 'TEXT' | 'TEXT_OR_LIST'): readonly string[] {
  if (typeof value === 'string')
    return readList(
      claim,
      value.split(' ').filter((item) => item !== ''),
      SCOPE,
    );
  if (form === 'TEXT' && value !== undefined) throw new ClaimFault(claim);
  return readList(claim, value, SCOPE);
}

function readList(claim: string, value: unknown, shape: RegExp): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' && shape.test(item)))
    return value as string[];
  throw new ClaimFault(claim);
}
