import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
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
    await publish(jwksPath, `${JSON.stringify({ keys: [toPublic(privateJwk)] }, null, 2)}\n`);
    return { privateJwk, jwksPath };
  } catch (error) {
    if (error instanceof JetonFault) throw error;
    throw new JetonFault(`Le dossier ${folder} ne peut servir : ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Whole or not at all, and once: of two programs that start at once, the second takes the key of the first. */
async function makePrivate(folder: string, path: string): Promise<JWK> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Wherever the folder is, nothing of it is ever committed.
  await writeFile(join(folder, '.gitignore'), '*\n');
  const { privateKey } = await generateKeyPair(DEVELOPMENT_ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const whole = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: DEVELOPMENT_ALGORITHM };
  const making = `${path}.${randomUUID()}`;
  try {
    await writeFile(making, `${JSON.stringify(whole)}\n`, { mode: 0o600, flag: 'wx' });
    await link(making, path);
    return whole;
  } catch (error) {
    const others = (error as NodeJS.ErrnoException).code === 'EEXIST' ? await readPrivate(path) : undefined;
    if (others === undefined) throw error;
    return others;
  } finally {
    await rm(making, { force: true });
  }
}

/** A folder that nobody may write will do, once it holds what it must. */
async function publish(path: string, text: string): Promise<void> {
  const known = await readFile(path, 'utf8').catch(() => undefined);
  if (known !== text) await writeFile(path, text);
}

async function readPrivate(path: string): Promise<JWK | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return undefined;
  if ((found.mode & 0o077) !== 0) {
    throw new JetonFault(
      `La clé privée ${path} est accessible à d’autres : « chmod 600 ${path} » la protège.`,
    );
  }
  const jwk = parse(await readFile(path, 'utf8'));
  if (jwk?.kty === 'EC' && jwk.d && jwk.kid) return jwk;
  throw new JetonFault(
    `${path} n’est pas une clé faite par « npm run jeton » : supprimez-la pour en faire une autre.`,
  );
}

function parse(text: string): JWK | undefined {
  try {
    return JSON.parse(text) as JWK;
  } catch {
    return undefined;
  }
}

const toPublic = ({ kty, crv, x, y, kid, alg }: JWK): JWK =>
  ({ kty, crv, x, y, kid, alg, use: 'sig' }) as JWK;
