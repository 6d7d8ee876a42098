import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { JetonFault } from './jeton-fault.ts';

const PRIVATE = 'cle-privee.json';
const PUBLIC = 'jwks.json';
export const DEVELOPMENT_ALGORITHM = 'ES256';

/** The development keys of one folder. */
export interface KeyFolder {
  /** With its `kid`. */
  readonly privateJwk: JWK;
  /** File of the public key, for PALIER_JWKS. */
  readonly jwksPath: string;
}

/** Opens the keys of a folder, made the first time. The private one is its owner's alone. @throws {JetonFault} */
export async function openKeyFolder(folder: string): Promise<KeyFolder> {
  const path = join(folder, PRIVATE);
  const jwksPath = join(folder, PUBLIC);
  try {
    const privateJwk = (await readPrivate(path)) ?? (await makePrivate(folder, path));
    await writeFile(jwksPath, `${JSON.stringify({ keys: [toPublic(privateJwk)] }, null, 2)}\n`);
    return { privateJwk, jwksPath };
  } catch (error) {
    if (error instanceof JetonFault) throw error;
    throw new JetonFault(`Le dossier ${folder} ne peut servir : ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function makePrivate(folder: string, path: string): Promise<JWK> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Wherever the folder is, nothing of it is ever committed.
  await writeFile(join(folder, '.gitignore'), '*\n');
  const { privateKey } = await generateKeyPair(DEVELOPMENT_ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const whole = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: DEVELOPMENT_ALGORITHM };
  await writeFile(path, `${JSON.stringify(whole)}\n`, { mode: 0o600, flag: 'wx' });
  await chmod(path, 0o600);
  return whole;
}

async function readPrivate(path: string): Promise<JWK | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return undefined;
  if ((found.mode & 0o077) !== 0) {
    throw new JetonFault(
      `La clé privée ${path} est accessible à d’autres : « chmod 600 ${path} » la protège.`,
    );
  }
  const jwk = JSON.parse(await readFile(path, 'utf8')) as JWK;
  if (jwk.kty === 'EC' && jwk.d && jwk.kid) return jwk;
  throw new JetonFault(
    `${path} n’est pas une clé faite par « npm run jeton » : supprimez-la pour en faire une autre.`,
  );
}

const toPublic = ({ kty, crv, x, y, kid, alg }: JWK): JWK =>
  ({ kty, crv, x, y, kid, alg, use: 'sig' }) as JWK;
