import type { Identity } from '../../request/identity.ts';

/** The header by which a signed call says on whose behalf it is made. */
export const IDENTITY_HEADER = 'palier-identite';

const encoded = new WeakMap<Identity, string>();

/** The value of the header; undefined for a caller nobody knows. */
export function encodeIdentity(identity: Identity): string | undefined {
  if (identity.key === '') return undefined;
  const known = encoded.get(identity);
  if (known !== undefined) return known;
  const { subject, palier, etablissement, scopes, policies } = identity;
  const said = { sub: subject, palier, etablissement, scopes: [...scopes], policies: [...policies] };
  const text = Buffer.from(JSON.stringify(said)).toString('base64url');
  encoded.set(identity, text);
  return text;
}
