import type { ResponsePath } from '@apollo/query-planner';
import type { Work } from '../../work/work.ts';
import { isData, type Data } from './merge.ts';

/** A path where every list is written '@'. */
export type PlanPath = readonly string[];

/** The path when every element is understood, else undefined (a type-conditioned element, for instance). */
export function toPlanPath(path: ResponsePath): PlanPath | undefined {
  return path.every((element) => typeof element === 'string' && /^(@|[_A-Za-z][_0-9A-Za-z]*)$/.test(element))
    ? (path as string[])
    : undefined;
}

/** The response names alone, by which two paths are known to meet. */
export const dotted = (path: PlanPath): string => path.filter((element) => element !== '@').join('.');

/** The dotted paths of all that `path` goes through, itself included. */
export function prefixesOf(path: PlanPath): readonly string[] {
  const names = dotted(path).split('.');
  return names.map((_, index) => names.slice(0, index + 1).join('.'));
}

/** The objects at `path` below `roots`, nulls left out. */
export function objectsAt(roots: readonly Data[], path: PlanPath): readonly Data[] {
  if (path.length === 0) return roots;
  const found: Data[] = [];
  for (const root of roots) collect(root, path, 0, found);
  return found;
}

/**
 * As `objectsAt`, each list and each object once. Entities asked for once are held by several parents: what lies
 * below them would otherwise be visited once a parent, which grows exponentially on a deep graph.
 */
export function distinctObjectsAt(roots: readonly Data[], path: PlanPath): readonly Data[] {
  const seen = new Set<unknown>();
  const found: Data[] = [];
  for (const root of roots) collectDistinct(root, path, 0, found, seen);
  return found;
}

// What is not of the shape that the path expects leads nowhere: the projection says so.
function collect(value: unknown, path: PlanPath, depth: number, found: Data[]): void {
  const step = path[depth];
  if (step === '@') {
    if (!Array.isArray(value)) return;
    for (const item of value) collect(item, path, depth + 1, found);
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  if (step === undefined) found.push(value as Data);
  else collect((value as Data)[step], path, depth + 1, found);
}

function collectDistinct(
  value: unknown,
  path: PlanPath,
  depth: number,
  found: Data[],
  seen: Set<unknown>,
): void {
  if (typeof value !== 'object' || value === null) return;
  const step = path[depth];
  if (step === undefined || step === '@') {
    if (seen.has(value)) return;
    seen.add(value);
  }
  if (step === '@') {
    if (!Array.isArray(value)) return;
    for (const item of value) collectDistinct(item, path, depth + 1, found, seen);
    return;
  }
  if (Array.isArray(value)) return;
  if (step === undefined) found.push(value as Data);
  else collectDistinct((value as Data)[step], path, depth + 1, found, seen);
}

/** Every object `path` leads to, after those that hold it: the root first, itself last. */
export function lineagesAt(root: Data, path: PlanPath): readonly (readonly Data[])[] {
  const lineages: Data[][] = [];
  const descend = (value: unknown, depth: number, above: readonly Data[]): void => {
    if (path[depth] === '@') {
      if (Array.isArray(value)) for (const item of value) descend(item, depth + 1, above);
      return;
    }
    if (!isData(value)) return;
    const lineage = [...above, value];
    const step = path[depth];
    if (step === undefined) lineages.push(lineage);
    else descend(value[step], depth + 1, lineage);
  };
  descend(root, 0, []);
  return lineages;
}

export interface PlacedObject {
  readonly path: readonly (string | number)[];
  readonly object: Data;
}

/** Every place of the answer that `path` leads to, with the index of each list on the way; they count as work. */
export function placesAt(root: Data, path: PlanPath, work?: Work): readonly PlacedObject[] {
  const places: PlacedObject[] = [];
  walk(root, path, 0, [], places, work);
  return places;
}

function walk(
  value: unknown,
  path: PlanPath,
  depth: number,
  at: (string | number)[],
  places: PlacedObject[],
  work: Work | undefined,
): void {
  work?.spend(1);
  const step = path[depth];
  if (step === undefined) {
    if (isData(value)) places.push({ path: [...at], object: value });
    return;
  }
  if (step !== '@') {
    if (!isData(value)) return;
    at.push(step);
    walk(value[step], path, depth + 1, at, places, work);
    at.pop();
    return;
  }
  if (!Array.isArray(value)) return;
  value.forEach((item, index) => {
    at.push(index);
    walk(item, path, depth + 1, at, places, work);
    at.pop();
  });
}
