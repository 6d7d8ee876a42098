import { decodeText } from '@palier/depots/decode-text';
import { FileFault } from '@palier/depots/file-row';
import { StartupError } from '@palier/runtime/errors';
import { readImportFile } from './read-import-file.ts';

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

async function readPdf(path: string, bytes: Uint8Array): Promise<FileText> {
  // Loaded only for a PDF: it is long to load.
  const { extractText } = await import('unpdf');
  try {
    const { text, totalPages } = await extractText(new Uint8Array(bytes), { mergePages: false });
    return { text: text.join('\n'), pages: totalPages };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StartupError(`Le fichier ${path} ne peut pas être lu comme PDF : ${why}`, { cause });
  }
}
