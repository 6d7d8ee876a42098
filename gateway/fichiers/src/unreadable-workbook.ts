import { FileFault } from './file-row.ts';

/** What a reader of workbooks raised, for whoever sent the file. */
export function unreadableWorkbook(error: unknown): FileFault {
  if (error instanceof FileFault) return error;
  const { name } = error as { readonly name?: unknown };
  const message =
    name === 'EncryptedFileError'
      ? 'Ce classeur est protégé par un mot de passe, ou n’est pas un .xlsx : enregistrez-le en .xlsx, sans mot de passe.'
      : 'Ce n’est pas un classeur .xlsx lisible : ouvrez-le dans votre tableur et enregistrez-le de nouveau.';
  return new FileFault('FICHIER_ILLISIBLE', message);
}
