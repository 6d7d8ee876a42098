import { openSync, closeSync, fstatSync, readFileSync } from 'node:fs';
import { StartupError } from '@palier/runtime/errors';

/** No text nor official table that is imported comes near it. */
const MOST_BYTES = 64 * 2 ** 20;

/** Why a file is not read, by the codes of the system. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'il n’existe pas',
  EACCES: 'cet utilisateur n’a pas le droit de le lire',
  EPERM: 'cet utilisateur n’a pas le droit de le lire',
  EISDIR: 'c’est un dossier',
  ENOTDIR: 'son chemin passe par ce qui n’est pas un dossier',
};

/** The bytes of a file, 64 MiB at most. Raises StartupError, one French line that names it. */
export function readImportFile(path: string): Uint8Array {
  try {
    return readWhole(path);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StartupError(`Le fichier ${path} ne peut pas être lu : ${REFUSALS[code] ?? `code ${code}`}.`, {
      cause: error,
    });
  }
}

function readWhole(path: string): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const status = fstatSync(descriptor);
    // A pipe or a device has no size to hold it to.
    if (!status.isFile() && !status.isDirectory())
      throw new StartupError(`Le fichier ${path} ne peut pas être lu : ce n’est pas un fichier ordinaire.`);
    if (status.size > MOST_BYTES)
      throw new StartupError(
        `Le fichier ${path} ne peut pas être lu : il a ${status.size} octets, au plus ${MOST_BYTES} sont lus.`,
      );
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
