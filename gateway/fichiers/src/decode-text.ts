import { isUtf8 } from 'node:buffer';
import { FileFault } from './file-row.ts';
import { readChunks, type SpooledFile } from './spool.ts';

/** Windows-1252 from 0x80 to 0x9F, where it is not Latin-1; the five that it leaves out are kept as they are. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9dž\x9f' as const;

/** Some of a text; without anything, what is left of it. */
type Decode = (chunk?: Uint8Array) => string;

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
  if (decode !== undefined) yield decode();
}

/** The same of a text that is there whole. Raises FICHIER_ILLISIBLE. */
export function decodeText(bytes: Uint8Array): string {
  const decode = chooseDecoder(bytes, { isUtf8: isUtf8(bytes) });
  if (decode === decodeWindows1252) {
    const letters = new LettersOfUtf8();
    letters.read(bytes);
    letters.refuseMixed();
  }
  return refuseNul(decode(bytes) + decode());
}

async function refuseMixed(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const letters = new LettersOfUtf8();
  for await (const chunk of chunks) letters.read(chunk);
  letters.refuseMixed();
}

/** Its mark, and what French has in UTF-8, whose bytes are « Ã© », « Å“ » or « â€™ » in Windows-1252: no text means these. */
const OF_UTF8 = /[\ufeff\x80-\xff\u0152\u0153\u2000-\u20bf]/;
const MARK = '\ufeff';
/**
 * What no text in Windows-1252 has after a small letter, in its bytes: there, « é », « è » or « ê » of the encodings of the Mac and
 * of MS-DOS.
 */
const OF_ANOTHER = /[a-z][\x81-\x83\x88\x8a\x8d-\x90\x9d]/;

/** What a text that is not UTF-8 would be as UTF-8. */
class LettersOfUtf8 {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #line = 1;
  #isMarked = false;
  readonly #right = new Lines();
  readonly #wrong = new Lines();
  readonly #strange = new Lines();
  #last = '';

  read(chunk: Uint8Array): void {
    this.#readBytes(this.#last + Buffer.from(chunk).toString('latin1'));
    for (const [letter] of this.#decoder.decode(chunk, { stream: true }).matchAll(/\n|[^\x00-\x7f]/gu)) {
      if (letter === '\n') this.#line += 1;
      else if (letter === '\ufffd') this.#wrong.add(this.#line);
      else if (OF_UTF8.test(letter)) {
        this.#right.add(this.#line);
        this.#isMarked ||= letter === MARK;
      }
    }
  }

  #readBytes(text: string): void {
    this.#last = text.slice(-1);
    const found = OF_ANOTHER.exec(text);
    if (found) this.#strange.add(this.#line + text.slice(0, found.index).split('\n').length - 1);
  }

  /** Raises FICHIER_ILLISIBLE where one letter is of UTF-8, or of neither: read otherwise, it would become others. */
  refuseMixed(): void {
    if (this.#right.count === 0) return this.#refuseStrange();
    const isMostlyUtf8 = this.#isMarked || this.#right.count > this.#wrong.count;
    const [most, { first, count }] = isMostlyUtf8 ? ['UTF-8', this.#wrong] : ['Windows-1252', this.#right];
    throw new FileFault(
      'FICHIER_ILLISIBLE',
      `Deux codages sont mêlés : le texte est en ${most}, sauf à la ligne ${first}${count > 1 ? ' et peut-être à d’autres' : ''}. Enregistrez le fichier entier en UTF-8.`,
    );
  }

  #refuseStrange(): void {
    if (this.#strange.count === 0) return;
    throw new FileFault(
      'FICHIER_ILLISIBLE',
      `Ce texte n’est ni en UTF-8 ni en Windows-1252 : à la ligne ${this.#strange.first}, une lettre accentuée est d’un autre codage, celui d’un Mac ou de MS-DOS. Enregistrez le fichier entier en UTF-8 (« CSV UTF-8 » dans Excel).`,
    );
  }
}

/** Where something is met. */
class Lines {
  first = 0;
  count = 0;

  add(line: number): void {
    this.first ||= line;
    this.count += 1;
  }
}

function refuseNul(text: string): string {
  if (text.includes('\0'))
    throw new FileFault('FICHIER_ILLISIBLE', 'Ce n’est pas du texte : il contient des octets nuls.');
  return text;
}

/** How an archive begins, and a workbook with it. */
const ARCHIVE = 'PK\x03\x04';

function chooseDecoder(begun: Uint8Array, known: Pick<SpooledFile, 'isUtf8'>): Decode {
  const [first, second] = begun;
  if (Buffer.from(begun.subarray(0, ARCHIVE.length)).toString('latin1') === ARCHIVE)
    throw new FileFault(
      'FICHIER_ILLISIBLE',
      'Ce n’est pas du texte : c’est une archive, comme l’est un classeur .xlsx. Annoncez le classeur par son type, ou enregistrez-le en CSV.',
    );
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le');
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be');
  return known.isUtf8 ? decodeAs('utf-8') : decodeWindows1252;
}

/** A letter that two chunks share is in the text of the second. Raises FICHIER_ILLISIBLE at what is no letter. */
function decodeAs(encoding: string): Decode {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (chunk) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new FileFault(
        'FICHIER_ILLISIBLE',
        `Ce texte dit être en ${encoding.toUpperCase()}, et des octets n’y sont d’aucune lettre. Enregistrez le fichier entier en UTF-8.`,
      );
    }
  };
}

export const decodeWindows1252 = (chunk: Uint8Array = new Uint8Array()): string =>
  Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
