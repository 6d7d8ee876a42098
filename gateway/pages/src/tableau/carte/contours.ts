import type { TableauLimitesQuery } from '../../operations/operations.ts';
import { createBoundedCache } from '@palier/federation/memory/bounded-cache';

type Points = readonly (readonly [number, number])[];

/** Of each polygon, its outer ring, then its holes. */
type Polygons = readonly (readonly Points[])[];

/** The outline of a territory. */
export interface Contour {
  /** On the plane that `project` makes. */
  readonly polygons: Polygons;
  /** The file that gives it. */
  readonly source: string;
}

/** The outlines that the last file gives, by territory. */
export function toContours({ territoiresClsc }: TableauLimitesQuery): ReadonlyMap<string, Contour> {
  const contours = new Map<string, Contour>();
  for (const node of territoiresClsc?.nodes ?? []) {
    const limite = node?.limitePubliee;
    if (node === null || limite?.contour == null || limite.retireLe !== null) continue;
    contours.set(node.code, {
      polygons: placeOnPlane(limite.contour.geojson),
      source: limite.provenance.section ?? '',
    });
  }
  return contours;
}

/** What each text of GeoJSON is on the plane: all of them are read for each map, and only an import changes one. */
const PLANES = createBoundedCache<Polygons>(8_000_000);
/** What a point takes, beside a text of about as many characters. */
const BYTES_A_CHARACTER = 6;

function placeOnPlane(geojson: string): Polygons {
  const known = PLANES.get(geojson);
  if (known !== undefined) return known;
  const { coordinates } = JSON.parse(geojson) as { coordinates: Polygons };
  const placed = coordinates.map((rings) => rings.map((ring) => ring.map(project)));
  PLANES.set(geojson, placed, BYTES_A_CHARACTER * geojson.length);
  return placed;
}

const RADIANS = Math.PI / 180;
/** The conformal conic projection of Lambert, with the parallels and the meridian that maps of Québec have. */
const MERIDIAN = -68.5 * RADIANS;
const [SOUTH, NORTH] = [46 * RADIANS, 60 * RADIANS];
const tangent = (latitude: number): number => Math.tan(Math.PI / 4 + latitude / 2);
const CONE = Math.log(Math.cos(SOUTH) / Math.cos(NORTH)) / Math.log(tangent(NORTH) / tangent(SOUTH));
const SCALE = (Math.cos(SOUTH) * tangent(SOUTH) ** CONE) / CONE;

/** From degrees to a plane, in radii of the Earth: to the right, and down. */
export function project([longitude, latitude]: readonly [number, number]): [number, number] {
  const distance = SCALE / tangent(latitude * RADIANS) ** CONE;
  const angle = CONE * (longitude * RADIANS - MERIDIAN);
  return [distance * Math.sin(angle), distance * Math.cos(angle)];
}

/** A drawing of some outlines. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export interface Shape {
  /** SVG, in whole units. */
  readonly path: string;
  /** Where its largest part is: the middle of the box around it, and the least of that box’s sides. */
  readonly middle: readonly [number, number];
  readonly side: number;
}

/** Draws outlines together, as large as a width or a height allows; in the order given. */
export function drawContours(
  contours: readonly Contour[],
  { width: most, height: tallest }: { readonly width: number; readonly height: number },
): Drawing {
  const planes = contours.map(({ polygons }) => polygons);
  const { left, top, right, bottom } = boxOf(planes.flat(3));
  const scale = Math.min(most / (right - left), tallest / (bottom - top));
  const place = ([x, y]: readonly [number, number]): readonly [number, number] => [
    Math.round((x - left) * scale),
    Math.round((y - top) * scale),
  ];
  return {
    width: Math.ceil((right - left) * scale),
    height: Math.ceil((bottom - top) * scale),
    shapes: planes.map((polygons) => {
      const placed = polygons.map((rings) => rings.map((ring) => ring.map(place)));
      return { path: placed.flat().map(toPath).join(''), ...findMiddle(placed.map(([outer]) => outer!)) };
    }),
  };
}

/** What it draws again of the same place is left out. */
function toPath(ring: Points): string {
  let [x, y] = ring[0]!;
  let path = `M${x} ${y}l`;
  let separator = '';
  for (const [nextX, nextY] of ring.slice(1, -1)) {
    if (nextX === x && nextY === y) continue;
    path += `${separator}${nextX - x} ${nextY - y}`;
    separator = ' ';
    [x, y] = [nextX, nextY];
  }
  return separator === '' ? `M${x} ${y}h1v1h-1z` : `${path}z`;
}

function findMiddle(outers: readonly Points[]): Pick<Shape, 'middle' | 'side'> {
  const boxes = outers.map(boxOf).map(({ left, top, right, bottom }) => ({
    middle: [(left + right) / 2, (top + bottom) / 2] as const,
    side: Math.min(right - left, bottom - top),
  }));
  return boxes.reduce((largest, one) => (one.side > largest.side ? one : largest));
}

function boxOf(points: Points) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}
