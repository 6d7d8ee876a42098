import { cellRef } from 'hucre/xlsx';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const END = 22;
const ENTRY = 46;
const LOCAL = 30;

/**
 * A workbook with one more cell in its first sheet, in a row of its own: its last ones, which a spreadsheet keeps for a style alone,
 * are more than a writer of rows makes.
 */
export function withCell(bytes: Uint8Array, row: number, column: number, content: string): Buffer {
  const added = `<row r="${row + 1}"><c r="${cellRef(row, column)}">${content}</c></row></sheetData>`;
  return rewrite(Buffer.from(bytes), 'xl/worksheets/sheet1.xml', (text) =>
    text.replace('</sheetData>', added),
  );
}

/** An archive, one of its parts written otherwise at its end. */
function rewrite(archive: Buffer, name: string, write: (text: string) => string): Buffer {
  const end = archive.length - END;
  const directory = archive.readUInt32LE(end + 16);
  let at = directory;
  while (archive.toString('utf8', at + ENTRY, at + ENTRY + archive.readUInt16LE(at + 28)) !== name)
    at += ENTRY + [28, 30, 32].reduce((sum, field) => sum + archive.readUInt16LE(at + field), 0);
  const begun = archive.readUInt32LE(at + 42);
  const data = begun + LOCAL + archive.readUInt16LE(begun + 26) + archive.readUInt16LE(begun + 28);
  const packed = archive.subarray(data, data + archive.readUInt32LE(at + 20));
  const text = archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
  const written = Buffer.from(write(text.toString('utf8')));
  const part = deflateRawSync(written);

  const local = Buffer.alloc(LOCAL + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  local.write(name, LOCAL);
  const entries = Buffer.from(archive.subarray(directory));
  const entry = entries.subarray(at - directory);
  entry.writeUInt16LE(0, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(directory, 42);
  for (const [head, from] of [
    [local, 14],
    [entry, 16],
  ] as const) {
    head.writeUInt32LE(crc32(written), from);
    head.writeUInt32LE(part.length, from + 4);
    head.writeUInt32LE(written.length, from + 8);
  }
  entries.writeUInt32LE(directory + local.length + part.length, entries.length - END + 16);
  return Buffer.concat([archive.subarray(0, directory), local, part, entries]);
}
