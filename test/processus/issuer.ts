import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, SignJWT } from 'jose';

/** Somebody whose tokens a gateway believes. */
export interface Issuer {
  /** What the gateway is told of it. */
  readonly env: Readonly<Record<'PALIER_JWKS' | 'PALIER_JWT_ISSUER' | 'PALIER_JWT_AUDIENCE', string>>;
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
}

const ISSUER = 'https://emetteur.test';
const AUDIENCE = 'palier';

/** Makes its keys, the public one in a file of that folder. */
export async function createIssuer(folder: string): Promise<Issuer> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwks = join(folder, 'jwks.json');
  writeFileSync(
    jwks,
    JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'essai', alg: 'ES256' }] }),
  );
  return {
    env: { PALIER_JWKS: jwks, PALIER_JWT_ISSUER: ISSUER, PALIER_JWT_AUDIENCE: AUDIENCE },
    sign: (claims) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'essai', typ: 'at+jwt' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
  };
}
