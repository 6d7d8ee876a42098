import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

// What ends an archive, and what its directory says of each part (APPNOTE 4.3.12, 4.3.16).
const END = 'PK\x05\x06';
const RECORD = 46;
const LOCAL = 30;
/** More than all that a workbook written as it is read holds after its sheets. */
const MOST_HELD = 262_144;

/** A part of an archive, as its directory tells it. */
interface Part {
  readonly name: string;
  /** Whether it is followed by what it weighs, and how its name is written. */
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The same workbook, with the first sheet of another after its own. Its sheets pass as they come: what follows them, which
 * names them, is held until the last, and written again.
 * @param last called once all of the first was read
 */
export async function* addLastSheet(
  workbook: AsyncIterable<Uint8Array>,
  name: string,
  last: () => Promise<Buffer>,
): AsyncGenerator<Uint8Array> {
  let held = Buffer.alloc(0);
  let passed = 0;
  for await (const chunk of workbook) {
    held = Buffer.concat([held, chunk]);
    if (held.length <= 2 * MOST_HELD) continue;
    const free = held.length - MOST_HELD;
    yield held.subarray(0, free);
    passed += free;
    held = held.subarray(free);
  }
  const parts = readDirectory(held, passed);
  const sheets = parts.filter(isSheet);
  const rest = parts.filter((part) => !isSheet(part));
  const from = Math.min(...rest.map(({ offset }) => offset));
  if (from < passed || sheets.some(({ offset }) => offset > from))
    throw new Error('The sheets of this workbook are not before all else.');
  yield held.subarray(0, from - passed);
  const added = `sheet${sheets.length + 1}.xml`;
  const other = await last();
  const sheet = readDirectory(other, 0).find(isSheet)!;
  let at = from;
  const written = [...sheets];
  const contents = [
    { ...sheet, flags: UTF8, name: `${SHEETS}${added}`, bytes: bytesOf(other, sheet, 0) },
    ...rest.map((part) => withSheet(part, bytesOf(held, part, passed), { name, added })),
  ];
  for (const { bytes, ...part } of contents) {
    const entry = Buffer.concat([localHeader(part), bytes]);
    yield entry;
    written.push({ ...part, offset: at });
    at += entry.length;
  }
  yield writeDirectory(written, at);
}

const SHEETS = 'xl/worksheets/';
const isSheet = ({ name }: Part): boolean => name.startsWith(SHEETS);

interface Added {
  readonly name: string;
  readonly added: string;
}

/** How each part that names the sheets names one more, before its own end. */
const NAMED: Readonly<Record<string, readonly [end: string, say: (sheet: Added) => string]>> = {
  'xl/workbook.xml': [
    '</sheets>',
    ({ name, added }) => `<sheet name="${name}" sheetId="${/\d+/.exec(added)![0]}" r:id="${ID}"/>`,
  ],
  'xl/_rels/workbook.xml.rels': [
    '</Relationships>',
    ({ added }) =>
      `<Relationship Id="${ID}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/${added}"/>`,
  ],
  '[Content_Types].xml': [
    '</Types>',
    ({ added }) =>
      `<Override PartName="/${SHEETS}${added}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  ],
};
const ID = 'rIdDerniere';

function withSheet(part: Part, bytes: Buffer, sheet: Added): Part & { readonly bytes: Buffer } {
  const named = NAMED[part.name];
  if (named === undefined) return { ...part, flags: UTF8, bytes };
  const [end, say] = named;
  const text = (part.method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
  const whole = Buffer.from(text.replace(end, () => `${say(sheet)}${end}`));
  const packed = deflateRawSync(whole);
  return {
    name: part.name,
    flags: UTF8,
    method: 8,
    crc: crc32(whole),
    size: whole.length,
    packed: packed.length,
    offset: 0,
    bytes: packed,
  };
}

/** @param start where in the archive the bytes begin */
function readDirectory(archive: Buffer, start: number): readonly Part[] {
  const end = archive.lastIndexOf(END, undefined, 'latin1');
  let at = archive.readUInt32LE(end + 16) - start;
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    const [name, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const part = {
      name: archive.toString('utf8', at + RECORD, at + RECORD + name),
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    };
    at += RECORD + name + extra + comment;
    return part;
  });
}

/** What a part holds, as it is packed. */
function bytesOf(archive: Buffer, { offset, packed }: Part, start: number): Buffer {
  const at = offset - start;
  const from = at + LOCAL + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  return archive.subarray(from, from + packed);
}

const VERSION = 20;
const UTF8 = 0x0800;
/** The first of January 1980: what is written twice is the same. */
const DAY = 0x21;

function localHeader({ name, flags, method, crc, packed, size }: Part): Buffer {
  const text = Buffer.from(name);
  const header = Buffer.alloc(LOCAL);
  header.write('PK\x03\x04', 'latin1');
  [VERSION, flags, method, 0, DAY].forEach((field, rank) => header.writeUInt16LE(field, 4 + 2 * rank));
  [crc, packed, size].forEach((field, rank) => header.writeUInt32LE(field, 14 + 4 * rank));
  header.writeUInt16LE(text.length, 26);
  return Buffer.concat([header, text]);
}

function writeDirectory(parts: readonly Part[], at: number): Buffer {
  const records = Buffer.concat(
    parts.map(({ name, flags, method, crc, packed, size, offset }) => {
      const text = Buffer.from(name);
      const record = Buffer.alloc(RECORD);
      record.write('PK\x01\x02', 'latin1');
      [VERSION, VERSION, flags, method, 0, DAY].forEach((field, rank) =>
        record.writeUInt16LE(field, 4 + 2 * rank),
      );
      [crc, packed, size].forEach((field, rank) => record.writeUInt32LE(field, 16 + 4 * rank));
      record.writeUInt16LE(text.length, 28);
      record.writeUInt32LE(offset, 42);
      return Buffer.concat([record, text]);
    }),
  );
  const end = Buffer.alloc(22);
  end.write(END, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([records, end]);
}
