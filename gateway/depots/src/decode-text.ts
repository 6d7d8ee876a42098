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
    if (decode === undefined) {
      decode = chooseDecoder(chunk, file);
      if (decode === decodeWindows1252) await refuseMixed(readChunks(file));
    }
    yield refuseNul(decode(chunk));
  }
}

/** The same of a text that is there whole. Raises FICHIER_ILLISIBLE. */
export function decodeText(bytes: Uint8Array): string {
  const decode = chooseDecoder(bytes, { isUtf8: isUtf8(bytes) });
  if (decode === decodeWindows1252) {
    const letters = new LettersOfUtf8();
    letters.read(bytes);
    letters.refuseMixed();
  }
  return refuseNul(decode(bytes));
}

async function refuseMixed(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const letters = new LettersOfUtf8();
  for await (const chunk of chunks) letters.read(chunk);
  letters.refuseMixed();
}

/** What a text that is not UTF-8 would be as UTF-8: letters of French in Windows-1252 hardly ever are. */
class LettersOfUtf8 {
  readonly #decoder = new TextDecoder();
  #right = 0;
  #wrong = 0;
  #line = 1;
  #firstWrong = 0;

  read(chunk: Uint8Array): void {
    for (const [letter] of this.#decoder.decode(chunk, { stream: true }).matchAll(/\n|[^\x00-\x7f]/gu)) {
      if (letter === '\n') this.#line += 1;
      else if (letter !== '\ufffd') this.#right += 1;
      else {
        this.#wrong += 1;
        this.#firstWrong ||= this.#line;
      }
    }
  }

  /** Raises FICHIER_ILLISIBLE where most letters are those of UTF-8: read otherwise, all of these would become others. */
  refuseMixed(): void {
    if (this.#right <= this.#wrong) return;
    throw new FileFault(
      'FICHIER_ILLISIBLE',
      `Deux codages sont mêlés : le texte est en UTF-8, sauf à la ligne ${this.#firstWrong}${this.#wrong > 1 ? ' et peut-être à d’autres' : ''}. Enregistrez le fichier entier en UTF-8.`,
    );
  }
}

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
