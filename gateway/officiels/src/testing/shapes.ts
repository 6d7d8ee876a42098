/** A table as programs that make maps write it. */
export function writeDbf(
  fields: readonly (readonly [name: string, type: string, length: number])[],
  records: readonly (readonly string[])[],
  { encoding = 'latin1', driver = 0, deleted = [] as readonly number[] }: DbfChoices = {},
): Uint8Array {
  const headerLength = 32 + 32 * fields.length + 1;
  const recordLength = 1 + fields.reduce((sum, [, , length]) => sum + length, 0);
  const bytes = Buffer.alloc(headerLength + recordLength * records.length + 1, ' ');
  bytes.fill(0, 0, headerLength);
  bytes[0] = 3;
  bytes.writeUInt32LE(records.length, 4);
  bytes.writeUInt16LE(headerLength, 8);
  bytes.writeUInt16LE(recordLength, 10);
  bytes[29] = driver;
  fields.forEach(([name, type, length], index) => {
    const at = 32 + 32 * index;
    bytes.write(name, at, 'latin1');
    bytes.write(type, at + 11, 'latin1');
    bytes[at + 16] = length;
  });
  bytes[headerLength - 1] = 0x0d;
  records.forEach((values, rank) => {
    let at = headerLength + rank * recordLength;
    if (deleted.includes(rank + 1)) bytes[at] = 0x2a;
    at += 1;
    values.forEach((value, index) => {
      const length = fields[index]![2];
      bytes.set(Buffer.from(value, encoding).subarray(0, length), at);
      at += length;
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

interface DbfChoices {
  readonly encoding?: BufferEncoding;
  /** What the header says of the encoding. */
  readonly driver?: number;
  /** Ranks, from 1. */
  readonly deleted?: readonly number[];
}

type Rings = readonly (readonly (readonly [number, number])[])[];

/** A file of shapes: of each record its rings, or nothing for one that has no shape. */
export function writeShp(shapes: readonly Rings[], type = 5): Uint8Array {
  const records = shapes.map((rings, index) => {
    const content = rings.length === 0 ? Buffer.alloc(4) : writePolygon(rings, type);
    const header = Buffer.alloc(8);
    header.writeInt32BE(index + 1, 0);
    header.writeInt32BE(content.length / 2, 4);
    return Buffer.concat([header, content]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + records.reduce((sum, one) => sum + one.length, 0)) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(type, 32);
  return Buffer.concat([header, ...records]);
}

function writePolygon(rings: Rings, type: number): Buffer {
  const points = rings.flat();
  const bytes = Buffer.alloc(44 + 4 * rings.length + 16 * points.length);
  bytes.writeInt32LE(type, 0);
  bytes.writeInt32LE(rings.length, 36);
  bytes.writeInt32LE(points.length, 40);
  let start = 0;
  rings.forEach((ring, part) => {
    bytes.writeInt32LE(start, 44 + 4 * part);
    start += ring.length;
  });
  points.forEach(([x, y], index) => {
    bytes.writeDoubleLE(x, 44 + 4 * rings.length + 16 * index);
    bytes.writeDoubleLE(y, 52 + 4 * rings.length + 16 * index);
  });
  return bytes;
}

/** The columns of the table of boundaries, as published. */
export const LIMITES = [
  ['CLSC_code', 'C', 5],
  ['CLSC_nom', 'C', 100],
  ['RLS_code', 'C', 4],
  ['RTS_code', 'C', 3],
  ['RSS_code', 'C', 2],
  ['RUIS_code', 'C', 1],
  ['Etiquette', 'C', 100],
  ['Version', 'C', 10],
  ['Shape_Leng', 'N', 19],
  ['Shape_Area', 'N', 19],
] as const;

/** Degrees of NAD83. */
export const DEGREES =
  'GEOGCS["GCS_North_American_1983",DATUM["D_North_American_1983",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/** The projection of the published file, EPSG:3798. */
export const LAMBERT_MTQ = `PROJCS["NAD_1983_MTQ_Lambert",${DEGREES},PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",800000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",-70.0],PARAMETER["Standard_Parallel_1",50.0],PARAMETER["Standard_Parallel_2",46.0],PARAMETER["Latitude_Of_Origin",44.0],UNIT["Meter",1.0]]`;
