import { importJWK, SignJWT } from 'jose';
import { isProduction } from '../../base/variable-reader.ts';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from '../identity-settings.ts';
import type { JetonArguments } from './jeton-arguments.ts';
import { JetonFault } from './jeton-fault.ts';
import { DEVELOPMENT_ALGORITHM, openKeyFolder } from './key-folder.ts';

export interface Jeton {
  readonly token: string;
  /** The variables with which a gateway accepts it, as a shell takes them. */
  readonly environment: string;
}

/** Signs a development token. @throws {JetonFault} in production, or when the keys cannot be had */
export async function issueJeton(
  { folder, claims, durationSeconds }: JetonArguments,
  nodeEnv: string | undefined,
): Promise<Jeton> {
  if (isProduction(nodeEnv))
    throw new JetonFault('Aucun jeton de développement n’est donné en production (NODE_ENV=production).');
  const { privateJwk, jwksPath } = await openKeyFolder(folder);
  const now = Math.floor(Date.now() / 1_000);
  const token = await new SignJWT({ ...claims, iat: now, exp: now + durationSeconds })
    .setProtectedHeader({ alg: DEVELOPMENT_ALGORITHM, kid: privateJwk.kid ?? '', typ: 'at+jwt' })
    .setIssuer(DEVELOPMENT_ISSUER)
    .setAudience(DEVELOPMENT_AUDIENCE)
    .sign(await importJWK(privateJwk, DEVELOPMENT_ALGORITHM));
  const environment = [
    `PALIER_JWKS=${quote(jwksPath)}`,
    `PALIER_JWT_ISSUER=${DEVELOPMENT_ISSUER}`,
    `PALIER_JWT_AUDIENCE=${DEVELOPMENT_AUDIENCE}`,
  ].join(' ');
  return { token, environment };
}

const quote = (text: string): string =>
  /^[\w./+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
