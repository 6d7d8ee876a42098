import { isUtf8 } from 'node:buffer';
import { decodeWindows1252 } from '@palier/fichiers/decode-text';
import { unreadable } from './unreadable.ts';

/** One record of a table; those that were deleted are not given. */
export interface DbfRecord {
  /** From 1: deleted ones are counted. */
  readonly rang: number;
  readonly values: readonly string[];
}

export interface DbfTable {
  readonly columns: readonly string[];
  /** Deleted ones too: a shape file has one shape for each. */
  readonly count: number;
  readonly records: readonly DbfRecord[];
}

interface DbfField {
  readonly name: string;
  readonly start: number;
  readonly length: number;
}

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const END_OF_FIELDS = 0x0d;
const DELETED = 0x2a;
/** First byte: dBase III, with or without memos. */
const DBASE_3: ReadonlySet<number> = new Set([0x03, 0x83]);

/**
 * Reads a dBase table. Its texts are of the encoding that `codePage`, the text of the .cpg file beside it, names; else of its
 * header's; else UTF-8 where it can be, or Windows-1252. Raises a `FileFault`.
 */
export function readDbf(bytes: Uint8Array, codePage?: string): DbfTable {
  const { fields, count, headerLength, recordLength } = readStructure(bytes);
  const kept: { readonly rang: number; readonly texts: readonly Text[] }[] = [];
  for (let rank = 0; rank < count; rank += 1) {
    const start = headerLength + rank * recordLength;
    if (bytes[start] === DELETED) continue;
    const texts = fields.map(({ start: at, length }) => {
      const whole = withoutNul(bytes.subarray(start + at, start + at + length));
      return { whole, asUtf8: whole.length === length ? withoutCutLetter(whole) : whole };
    });
    kept.push({ rang: rank + 1, texts });
  }
  const encoding = encodingOf(
    codePage,
    bytes,
    kept.flatMap(({ texts }) => texts),
  );
  const records = kept.map(({ rang, texts }) => ({
    rang,
    values: texts.map((text) => decode(text, encoding, rang)),
  }));
  return { columns: fields.map(({ name }) => name), count, records };
}

function readStructure(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES + 1 || !DBASE_3.has(bytes[0]!))
    throw unreadable('Ce n’est pas une table dBase (.dbf).');
  const count = view.getUint32(4, true);
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  const fields = readFields(bytes.subarray(0, headerLength));
  const last = fields.at(-1);
  if (last === undefined || last.start + last.length !== recordLength)
    throw unreadable('L’en-tête de la table dBase se contredit : ses champs n’ont pas la longueur annoncée.');
  const whole = Math.floor((bytes.length - headerLength) / recordLength);
  if (whole < count)
    throw unreadable(
      `La table est tronquée : elle annonce ${count} ${count < 2 ? 'enregistrement' : 'enregistrements'}, et en a ${whole}.`,
    );
  return { fields, count, headerLength, recordLength };
}

function readFields(header: Uint8Array): readonly DbfField[] {
  const fields: DbfField[] = [];
  // The first byte of a record says whether it was deleted.
  let start = 1;
  for (let at = HEADER_BYTES; header[at] !== END_OF_FIELDS; at += FIELD_BYTES) {
    if (at + FIELD_BYTES >= header.length) throw unreadable('L’en-tête de la table dBase est tronqué.');
    const name = Buffer.from(header.subarray(at, at + 11))
      .toString('latin1')
      .replace(/\0.*$/s, '');
    const length = header[at + 16]!;
    fields.push({ name, start, length });
    start += length;
  }
  return fields;
}

type Encoding = 'utf-8' | 'windows-1252';

/** What .cpg files say, without their punctuation. */
const ENCODINGS: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  '65001': 'utf-8',
  '1252': 'windows-1252',
  ansi1252: 'windows-1252',
  cp1252: 'windows-1252',
  windows1252: 'windows-1252',
  iso88591: 'windows-1252',
  '88591': 'windows-1252',
  latin1: 'windows-1252',
};
/** What the header says: nothing, or Windows-1252. */
const DRIVERS: Readonly<Record<number, Encoding | undefined>> = {
  0x00: undefined,
  0x03: 'windows-1252',
  0x57: 'windows-1252',
};

/** A field: its bytes, and those that are whole letters of UTF-8 where its width cut the last. */
interface Text {
  readonly whole: Uint8Array;
  readonly asUtf8: Uint8Array;
}

function decode({ whole, asUtf8 }: Text, encoding: Encoding, rang: number): string {
  if (encoding === 'windows-1252') return decodeWindows1252(whole);
  if (!isUtf8(asUtf8))
    throw unreadable(
      `L’enregistrement ${rang} n’est pas en UTF-8, comme le fichier .cpg le dit : corrigez le .cpg, ou exportez la table de nouveau.`,
    );
  return Buffer.from(asUtf8).toString('utf8');
}

/**
 * Said by the .cpg, or by the header; else UTF-8 where all the table can be, or Windows-1252: no table is of two. The last letter
 * of a field, which may be one that was cut, tells nothing by itself.
 */
function encodingOf(codePage: string | undefined, bytes: Uint8Array, texts: readonly Text[]): Encoding {
  const said = codePage === undefined ? encodingOfHeader(bytes) : encodingNamed(codePage);
  if (said !== undefined) return said;
  const canBe = texts.every(({ asUtf8 }) => isUtf8(asUtf8));
  const isCut = texts.some(({ whole, asUtf8 }) => whole.length > asUtf8.length);
  const hasLetters = texts.some(({ asUtf8 }) => asUtf8.some((byte) => byte >= 0x80));
  return canBe && (hasLetters || !isCut) ? 'utf-8' : 'windows-1252';
}

/** A field that is full may have been cut within its last letter, which is then left out. */
function withoutCutLetter(field: Uint8Array): Uint8Array {
  for (let cut = 1; cut <= LONGEST_CUT; cut += 1) {
    const at = field.length - cut;
    const first = field[at];
    if (first === undefined) return field;
    // A byte that follows in a letter; the one that begins it is before.
    if ((first & 0xc0) === 0x80) continue;
    const isCut = first >= 0xc0 && letterLength(first) > cut;
    return isCut && isUtf8(field.subarray(0, at)) ? field.subarray(0, at) : field;
  }
  return field;
}

/** Bytes of a letter of which one at least is missing. */
const LONGEST_CUT = 3;

function letterLength(first: number): number {
  if (first >= 0xf0) return 4;
  return first >= 0xe0 ? 3 : 2;
}

function encodingNamed(codePage: string): Encoding {
  const encoding = ENCODINGS[codePage.toLowerCase().replace(/[^a-z0-9]/g, '')];
  if (encoding !== undefined) return encoding;
  throw unreadable(
    `Le fichier .cpg nomme un codage qui n’est pas lu, « ${codePage.trim().slice(0, 40)} » : UTF-8 et 1252 le sont.`,
  );
}

function encodingOfHeader(bytes: Uint8Array): Encoding | undefined {
  const driver = bytes[29]!;
  if (driver in DRIVERS) return DRIVERS[driver];
  throw unreadable(
    `La table est d’un codage qui n’est pas lu (page de codes 0x${driver.toString(16)}) : exportez-la en UTF-8, avec son fichier .cpg.`,
  );
}

/** Programs fill what is empty with spaces, or with null bytes. */
function withoutNul(field: Uint8Array): Uint8Array {
  const end = field.indexOf(0);
  return end === -1 ? field : field.subarray(0, end);
}
