import { join } from 'node:path';
import { isProduction } from '@palier/gateway/base/variable-reader';
import { openKeyFolder } from '@palier/gateway/identity/development/key-folder';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from '@palier/gateway/identity/identity-settings';

export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The made-up year of the demonstration can be acted on: where nobody says whose tokens to believe, those of `npm run jeton` are,
 * on this machine alone and never in production.
 */
export async function acceptDevelopmentTokens(variables: Variables): Promise<Variables> {
  const isOnServer = Object.keys(variables).some(
    (name) => /^DATABASE_URL(_|$)/.test(name) && variables[name],
  );
  const isDemonstration = !isOnServer && variables['PALIER_DEMO'] !== '0';
  const isAlone = !variables['HOST'] || ['127.0.0.1', 'localhost', '::1'].includes(variables['HOST']);
  if (!isDemonstration || !isAlone || variables['PALIER_JWKS'] || isProduction(variables['NODE_ENV']))
    return variables;
  const folder = join(variables['PALIER_DOSSIER'] || '.palier', 'jetons');
  // A folder that cannot be had is told by what opens the data; meanwhile nobody is known.
  const keys = await openKeyFolder(folder).catch(() => undefined);
  if (keys === undefined) return variables;
  return {
    ...variables,
    PALIER_JWKS: keys.jwksPath,
    PALIER_JWT_ISSUER: DEVELOPMENT_ISSUER,
    PALIER_JWT_AUDIENCE: DEVELOPMENT_AUDIENCE,
  };
}
