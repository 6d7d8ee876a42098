import { FileFault } from '@palier/fichiers/file-row';
import type { Releve } from '../tables/releve.ts';
import { readProjection } from './read-projection.ts';
import { type Point, type Ring, type Shape, readShapes } from './read-shapes.ts';
import { type Polygon, signedAreaOf, simplifyContours } from './simplify-contours.ts';

/** A shape file, and what says the projection of its points. */
export interface ShapeFile {
  readonly shp: Uint8Array;
  readonly prj: string | undefined;
}

/** A territory's boundary: longitude and latitude in degrees; of each polygon, its outer ring, then its holes. */
export type Contour = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** Points are put at the nearest thousandth of a degree: a hundred metres. */
const PER_DEGREE = 1_000;
/** Where Québec is, and a little more. */
const BOUNDS = { west: -82, east: -55, south: 43, north: 64 };
/** Points of a closed ring that has an inside. */
const LEAST_POINTS = 4;

/**
 * The boundary of each territory, simplified together. Raises a `FileFault`.
 *
 * @param codes the territory of each record of the table, by its rank; those that were deleted or refused have none
 * @param count how many records the table has
 */
export function readContours(
  { shp, prj }: ShapeFile,
  { codes, count, releve }: { codes: ReadonlyMap<number, string>; count: number; releve: Releve },
): ReadonlyMap<string, Contour> {
  const toDegrees = readProjection(prj);
  const place = (x: number, y: number): Point => {
    const [longitude, latitude] = toDegrees(x, y);
    return [Math.round(longitude * PER_DEGREE), Math.round(latitude * PER_DEGREE)];
  };
  const contours = new Map<string, Polygon[]>();
  let shapes = 0;
  for (const shape of readShapes(shp, place)) {
    shapes += 1;
    const code = codes.get(shape.rang);
    if (code === undefined) continue;
    const polygons = toPolygons(shape, releve);
    if (polygons !== undefined) contours.set(code, polygons);
  }
  if (shapes !== count)
    throw new FileFault(
      'FICHIER_ILLISIBLE',
      `Le fichier .shp a ${shapes} formes, et la table ${count} enregistrements : ils ne vont pas ensemble.`,
    );
  if (releve.fautes.total > 0) return new Map();
  return new Map([...simplifyContours(contours)].map(([code, polygons]) => [code, toContour(polygons)]));
}

const toContour = (polygons: readonly Polygon[]): Contour =>
  polygons.map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]) => [x / PER_DEGREE, y / PER_DEGREE] as const)),
  );

/** Outer rings turn as a clock does, holes the other way: a hole belongs to the smallest ring around it. */
function toPolygons({ rang, rings }: Shape, releve: Releve): Polygon[] | undefined {
  const at = { ligne: rang, colonne: 'contour', code: 'CONTOUR_INVALIDE' } as const;
  const remede = 'Réparez la géométrie du fichier .shp, ou prenez-le tel qu’il est publié.';
  if (rings.length === 0) {
    releve.refuse({ ...at, code: 'VALEUR_MANQUANTE', attendu: 'un polygone pour chaque territoire', remede });
    return undefined;
  }
  const faults = releve.fautes.total;
  for (const ring of rings) {
    const outside = ring.find(isOutside);
    if (outside !== undefined)
      releve.refuse({
        ...at,
        lue: `${outside[0] / PER_DEGREE}, ${outside[1] / PER_DEGREE}`,
        attendu: 'des points du Québec, en degrés',
        remede: 'Vérifiez que le fichier .prj est celui du .shp.',
      });
    const [first] = ring;
    const last = ring.at(-1);
    if (first![0] !== last![0] || first![1] !== last![1])
      releve.refuse({ ...at, attendu: 'des anneaux fermés : le dernier point est le premier', remede });
    if (releve.fautes.total > faults) return undefined;
  }
  // One of less than a hundred metres has no inside left.
  const seen = rings.filter((ring) => ring.length >= LEAST_POINTS && signedAreaOf(ring) !== 0);
  const polygons = seen.filter((ring) => signedAreaOf(ring) > 0).map((ring): Polygon => [ring]);
  for (const hole of seen.filter((ring) => signedAreaOf(ring) < 0)) {
    const around = polygons
      .filter(([outer]) => isWithin(hole, outer!))
      .sort(([one], [other]) => signedAreaOf(one!) - signedAreaOf(other!));
    if (around[0] === undefined) {
      releve.refuse({
        ...at,
        attendu: 'chaque trou dans un anneau extérieur, tourné dans le sens horaire',
        remede,
      });
      return undefined;
    }
    around[0].push(hole);
  }
  if (polygons.length > 0) return polygons;
  releve.refuse({ ...at, attendu: 'un anneau extérieur qui ait une surface', remede });
  return undefined;
}

const isOutside = ([x, y]: Point): boolean =>
  !(
    x >= BOUNDS.west * PER_DEGREE &&
    x <= BOUNDS.east * PER_DEGREE &&
    y >= BOUNDS.south * PER_DEGREE &&
    y <= BOUNDS.north * PER_DEGREE
  );

/** A hole may touch the ring around it at a point: most of its points say where it is. */
function isWithin(hole: Ring, outer: Ring): boolean {
  const inside = hole.filter((point) => isInside(point, outer)).length;
  return inside * 2 > hole.length;
}

function isInside([x, y]: Point, ring: Ring): boolean {
  let isIn = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [fromX, fromY] = ring[index - 1]!;
    const [toX, toY] = ring[index]!;
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) isIn = !isIn;
  }
  return isIn;
}
