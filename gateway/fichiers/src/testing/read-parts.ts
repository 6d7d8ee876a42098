import { inflateRawSync } from 'node:zlib';

/** The parts of an archive, by its central directory (APPNOTE 4.3.12), as no library of ours reads them. */
export function readParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, string>();
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const held = archive.subarray(start, start + size);
    const named = archive.toString('utf8', at + 46, at + 46 + name!);
    parts.set(named, (method === 8 ? inflateRawSync(held) : held).toString('utf8'));
    at += 46 + name! + extra! + comment!;
  }
  return parts;
}

/** The texts that the cells of a workbook name by their rank. */
export const readTexts = (parts: ReadonlyMap<string, string>): readonly string[] =>
  [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, said = '']) =>
    [...said.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => text).join(''),
  );
