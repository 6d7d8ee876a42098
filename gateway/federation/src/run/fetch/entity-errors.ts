import { MOST_ERRORS } from '../../errors/engine-error.ts';
import { toDownstreamError } from './downstream-error.ts';
import type { Asked, EntityCall } from './entity-batch.ts';
import type { PlanRun } from './plan-run.ts';
import { placesAt, type PlanPath } from '../data/response-path.ts';
import type { GraphQLErrorLike } from '../data/subgraph-caller.ts';

type ErrorPath = readonly (string | number)[];

/** Reports a subgraph's errors, each once for every place of the answer where the entity it speaks of stands. */
export function reportEntityErrors(
  run: PlanRun,
  service: string,
  path: PlanPath,
  asked: Asked,
  call: EntityCall,
  errors: readonly GraphQLErrorLike[],
): void {
  let places: ReadonlyMap<number, readonly ErrorPath[]> | undefined;
  for (const error of errors) {
    const index = error.path?.[1];
    if (typeof index === 'number' && !isAsked(call, index)) {
      run.errors.push(toDownstreamError(error, service, outsideLists(path)));
      continue;
    }
    if (typeof index !== 'number') {
      const at = error.path ? [...path, ...error.path] : outsideLists(path);
      run.errors.push(toDownstreamError(error, service, at));
      continue;
    }
    places ??= placesByEntry(run, path, asked);
    const rest = error.path!.slice(2);
    for (const place of placesOf(places, call, index)) {
      if (run.errors.length >= MOST_ERRORS) return;
      run.errors.push(toDownstreamError(error, service, [...place, ...rest]));
    }
  }
}

/** What an error of the whole call has in common with all it touches: the field that holds the objects. */
export const outsideLists = (path: PlanPath): ErrorPath =>
  path.includes('@') ? path.slice(0, path.indexOf('@')) : path;

/** An entity that nobody asked for is told of as the whole call is. */
const isAsked = ({ from, to }: EntityCall, index: number): boolean => index >= 0 && from + index < to;

function placesOf(
  places: ReadonlyMap<number, readonly ErrorPath[]>,
  { from }: EntityCall,
  index: number,
): readonly ErrorPath[] {
  const entry = from + index;
  // An entity that only another fetch of the group asked for: that fetch reports it.
  return places.get(entry) ?? [];
}

function placesByEntry(
  { root, work }: PlanRun,
  path: PlanPath,
  asked: Asked,
): ReadonlyMap<number, readonly ErrorPath[]> {
  const entryOf = new Map(asked.objects.map((object, index) => [object, asked.entries[index]!]));
  const byEntry = new Map<number, ErrorPath[]>();
  for (const place of placesAt(root, path, work)) {
    const entry = entryOf.get(place.object);
    if (entry === undefined) continue;
    const known = byEntry.get(entry);
    if (known) known.push(place.path);
    else byEntry.set(entry, [place.path]);
  }
  return byEntry;
}
