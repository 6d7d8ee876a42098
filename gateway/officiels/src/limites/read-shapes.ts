import { unreadable } from './unreadable.ts';

export type Point = [x: number, y: number];
/** Closed: its last point is its first. */
export type Ring = Point[];

/** The rings of one record of a shape file, as they come. */
export interface Shape {
  /** From 1. */
  readonly rang: number;
  /** Nothing for a record that has no shape. */
  readonly rings: readonly Ring[];
}

const HEADER_BYTES = 100;
const RECORD_HEADER_BYTES = 8;
const FILE_CODE = 9994;
const NO_SHAPE = 0;
/** Polygons, and those that have heights or measures, which come after and are not read. */
const POLYGONS: ReadonlySet<number> = new Set([5, 15, 25]);
/** Type, box, and how many parts and points. */
const POLYGON_BYTES = 44;

/**
 * The polygons of a shape file, one by one. A point that `place` puts where it put the one before is left out. Raises a `FileFault`
 * for what is no shape file, another type, or a file cut short.
 */
export function* readShapes(bytes: Uint8Array, place: (x: number, y: number) => Point): Generator<Shape> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getInt32(0) !== FILE_CODE)
    throw unreadable('Ce n’est pas un fichier de formes (.shp).');
  const type = view.getInt32(32, true);
  if (!POLYGONS.has(type))
    throw unreadable(
      `Le fichier .shp tient des formes de type ${type} ; des polygones sont attendus (5, 15 ou 25).`,
    );
  // Lengths are told in words of two bytes.
  const end = view.getInt32(24) * 2;
  if (end > bytes.length)
    throw unreadable(`Le fichier .shp est tronqué : il annonce ${end} octets, et en a ${bytes.length}.`);
  let at = HEADER_BYTES;
  for (let rang = 1; at < end; rang += 1) {
    const start = at + RECORD_HEADER_BYTES;
    const next = start > end ? Infinity : start + view.getInt32(at + 4) * 2;
    if (next > end || next < start + 4)
      throw unreadable(`Le fichier .shp est tronqué ou abîmé à la forme ${rang}.`);
    yield {
      rang,
      rings: readRings(new DataView(view.buffer, view.byteOffset + start, next - start), rang, place),
    };
    at = next;
  }
}

function readRings(view: DataView, rang: number, place: (x: number, y: number) => Point): Ring[] {
  const type = view.getInt32(0, true);
  if (type === NO_SHAPE) return [];
  if (!POLYGONS.has(type))
    throw unreadable(`La forme ${rang} du fichier .shp n’est pas un polygone (type ${type}).`);
  const parts = view.byteLength < POLYGON_BYTES ? 0 : view.getInt32(36, true);
  const points = view.byteLength < POLYGON_BYTES ? 0 : view.getInt32(40, true);
  const first = POLYGON_BYTES + 4 * parts;
  if (parts < 1 || points < 1 || first + 16 * points > view.byteLength)
    throw unreadable(`La forme ${rang} du fichier .shp est tronquée ou abîmée.`);
  const starts = Array.from({ length: parts }, (_, part) => view.getInt32(POLYGON_BYTES + 4 * part, true));
  return starts.map((start, part) => {
    const end = starts[part + 1] ?? points;
    if (start < 0 || end > points || end <= start)
      throw unreadable(`La forme ${rang} du fichier .shp est abîmée : ses parties se contredisent.`);
    const ring: Ring = [];
    for (let index = start; index < end; index += 1) {
      const byte = first + 16 * index;
      const [x, y] = place(view.getFloat64(byte, true), view.getFloat64(byte + 8, true));
      const last = ring.at(-1);
      if (last === undefined || last[0] !== x || last[1] !== y) ring.push([x, y]);
    }
    return ring;
  });
}
