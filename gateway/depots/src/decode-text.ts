import { FileFault } from './file-row.ts';

/** Windows-1252 from 0x80 to 0x9F, where it is not Latin-1; the five that it leaves out are kept as they are. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9dž\x9f' as const;

const UTF_8_BOM = /^\uFEFF/;

/**
 * The text of a file: UTF-8 with or without its mark, UTF-16 with it, else Windows-1252, as spreadsheets in French save CSV.
 * Raises FICHIER_ILLISIBLE for what is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text.includes('\0'))
    throw new FileFault('FICHIER_ILLISIBLE', 'Ce n’est pas du texte : il contient des octets nuls.');
  return text;
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(UTF_8_BOM, '');
  } catch {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
  }
}
