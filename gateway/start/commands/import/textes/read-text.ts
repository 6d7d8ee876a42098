import { decodeText } from '@palier/fichiers/decode-text';
import { FileFault } from '@palier/fichiers/file-row';
import { StartupError } from '@palier/runtime/errors';
import { readImportFile } from '../read-import-file.ts';

/** The text of a file. */
export interface FileText {
  readonly text: string;
  /** Pages of a PDF; nothing for plain text. */
  readonly pages: number | undefined;
}

/** Reads UTF-8, UTF-16 with its mark, Windows-1252, or what a PDF shows. Raises StartupError, one French line. */
export async function readText(path: string): Promise<FileText> {
  const bytes = readImportFile(path);
  if (isPdf(bytes)) return readPdf(path, bytes);
  try {
    return { text: decodeText(bytes), pages: undefined };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw new StartupError(`Le fichier ${path} ne peut pas être lu. ${error.message}`, { cause: error });
  }
}

/** The mark may come after a few bytes that readers of PDF pass over. */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes('%PDF-');

/** Why a PDF is not read, by the names of the faults of pdf.js. */
const REFUSALS: Readonly<Record<string, string>> = {
  InvalidPDFException: 'ce n’en est pas un, ou il n’est pas entier',
  PasswordException: 'il demande un mot de passe',
};

async function readPdf(path: string, bytes: Uint8Array): Promise<FileText> {
  // Loaded only for a PDF: it is long to load.
  const { extractText, getDocumentProxy } = await import('unpdf');
  try {
    // What it repairs of a file it would say on stdout.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const { text, totalPages } = await extractText(pdf, { mergePages: false });
    return { text: text.join('\n'), pages: totalPages };
  } catch (cause) {
    const { name } = cause as { readonly name?: string };
    const why = REFUSALS[name ?? ''] ?? 'il est abîmé';
    throw new StartupError(`Le fichier ${path} ne peut pas être lu comme PDF : ${why}.`, { cause });
  }
}
