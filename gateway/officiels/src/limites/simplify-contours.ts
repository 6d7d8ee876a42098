import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { planarTriangleArea, presimplify, quantile, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Point, Ring } from './read-shapes.ts';

/** Outer ring, then its holes. */
export type Polygon = Ring[];

/** Points that all the territories have together. */
export const MOST_POINTS = 15_000;
/** Thousandths of a degree, squared: about a third of a square kilometre. */
const SMALLEST_AREA = 40;

/** What one polygon or ring covers, in squared thousandths of a degree as wide as they are high. */
const areaOf = (ring: Ring): number => Math.abs(signedAreaOf(ring)) * widthAt(ring[0]);

/** How wide a degree of longitude is beside one of latitude. */
const widthAt = (point: Point | undefined): number => Math.cos((((point?.[1] ?? 0) / 1000) * Math.PI) / 180);

/** Above zero for one that turns as a clock does, as outer rings of shape files do. */
export function signedAreaOf(ring: Ring): number {
  let sum = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [x, y] = ring[index - 1]!;
    const [nextX, nextY] = ring[index]!;
    sum += nextX * y - x * nextY;
  }
  return sum / 2;
}

/**
 * The boundaries of all the territories, of fewer points: a border that two share stays the same for both. Islands and holes that
 * would not be seen are left out, never the largest part of a territory. Points are in thousandths of a degree. It empties what it is
 * given: a file may have so many points that they are not to be held twice.
 */
export function simplifyContours(contours: Map<string, readonly Polygon[]>): Map<string, Polygon[]> {
  const seen = new Map([...contours].map(([code, polygons]) => [code, leaveSmall(polygons, SMALLEST_AREA)]));
  contours.clear();
  if (countPoints(seen) <= MOST_POINTS) return seen;
  const weighed = toTopology(seen);
  seen.clear();
  weighArcs(weighed);
  const total = weighed.arcs.reduce((sum, arc) => sum + arc.length, 0);
  // A border that two share counts twice in what is drawn, and once in the arcs.
  let weight = Math.max(quantile(weighed, Math.min(1, MOST_POINTS / 2 / total)), 0.5);
  for (;;) {
    const lighter = lighten(weighed, weight);
    if (countPoints(lighter) <= MOST_POINTS) return lighter;
    weight *= 1.5;
  }
}

type Contours = GeometryCollection<{ code: string }>;

const toTopology = (contours: ReadonlyMap<string, readonly Polygon[]>): Topology<{ contours: Contours }> =>
  topology({
    contours: {
      type: 'FeatureCollection',
      features: [...contours].map(([code, polygons]) => ({
        type: 'Feature',
        properties: { code },
        geometry: { type: 'MultiPolygon', coordinates: polygons },
      })),
    } as object as GeoJSON.GeoJsonObject,
  }) as unknown as Topology<{ contours: Contours }>;

/** Says what each point is worth, one arc at a time: what an arc was goes as soon as it is weighed. */
function weighArcs(contours: Topology<{ contours: Contours }>): void {
  const { arcs } = contours;
  for (const [rank, arc] of arcs.entries()) {
    const weighed = presimplify(
      { ...contours, arcs: [arc] },
      (triangle) => planarTriangleArea(triangle) * widthAt(triangle[0] as Point),
    );
    arcs[rank] = weighed.arcs[0]!;
  }
}

function lighten(weighed: Topology<{ contours: Contours }>, weight: number): Map<string, Polygon[]> {
  const { features } = feature(simplify(weighed, weight), weighed.objects.contours);
  return new Map(
    features.map(({ properties: { code }, geometry }) => {
      const { coordinates } = geometry as { coordinates: unknown };
      const polygons = leaveSmall(coordinates as Polygon[], Math.max(SMALLEST_AREA, 2 * weight));
      // What its borders alone would make vanish keeps the points that it had.
      const isThere = polygons.some(([outer]) => areaOf(outer!) > 0);
      return [code, isThere ? polygons : leaveSmall(wholeOf(weighed, code), Infinity)];
    }),
  );
}

/** A territory with all its points, without what each is worth. */
function wholeOf(weighed: Topology<{ contours: Contours }>, code: string): Polygon[] {
  const { features } = feature(weighed, weighed.objects.contours);
  const { coordinates } = features.find(({ properties }) => properties.code === code)!
    .geometry as GeoJSON.MultiPolygon;
  return coordinates.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Point => [x!, y!])));
}

function leaveSmall(polygons: readonly Polygon[], smallest: number): Polygon[] {
  const areas = polygons.map(([outer]) => areaOf(outer!));
  const largest = areas.indexOf(Math.max(...areas));
  return polygons
    .filter((_, index) => index === largest || areas[index]! >= smallest)
    .map(([outer, ...holes]) => [outer!, ...holes.filter((hole) => areaOf(hole) >= smallest)]);
}

export const countPoints = (contours: ReadonlyMap<string, readonly Polygon[]>): number =>
  [...contours.values()].flat(2).reduce((sum, ring) => sum + ring.length, 0);
