import { isUtf8 } from 'node:buffer';
import { FileFault } from './file-row.ts';
import { readChunks, type SpooledFile } from './spool.ts';

/** Windows-1252 from 0x80 to 0x9F, where it is not Latin-1; the five that it leaves out are kept as they are. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9dž\x9f' as const;

type Decode = (chunk: Uint8Array) => string;

/**
 * The text of a file, some at a time: UTF-8 with or without its mark, UTF-16 with it, else Windows-1252, as spreadsheets in French
 * save CSV. Raises FICHIER_ILLISIBLE for what is no text.
 */
export async function* readText(file: SpooledFile): AsyncGenerator<string> {
  let decode: Decode | undefined;
  for await (const chunk of readChunks(file)) {
    decode ??= chooseDecoder(chunk, file);
    yield refuseNul(decode(chunk));
  }
}

/** The same of a text that is there whole. Raises FICHIER_ILLISIBLE. */
export const decodeText = (bytes: Uint8Array): string =>
  refuseNul(chooseDecoder(bytes, { isUtf8: isUtf8(bytes) })(bytes));

function refuseNul(text: string): string {
  if (text.includes('\0'))
    throw new FileFault('FICHIER_ILLISIBLE', 'Ce n’est pas du texte : il contient des octets nuls.');
  return text;
}

function chooseDecoder([first, second]: Uint8Array, known: Pick<SpooledFile, 'isUtf8'>): Decode {
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le');
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be');
  return known.isUtf8 ? decodeAs('utf-8') : decodeWindows1252;
}

/** A letter that two chunks share is in the text of the second. */
function decodeAs(encoding: string): Decode {
  const decoder = new TextDecoder(encoding);
  return (chunk) => decoder.decode(chunk, { stream: true });
}

export const decodeWindows1252: Decode = (chunk) =>
  Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
