import type { Data } from '../run/data/merge.ts';
import type { GraphQLErrorLike, GraphQLResponseLike } from '../run/data/subgraph-caller.ts';
import type { NamedRoots, RootPlace } from '../repair/name-roots.ts';
import { ENGINE_ERRORS } from '../errors/engine-error.ts';
import type { RootTypes } from '../supergraph/root-types.ts';

/** Gives the roots that an answer names as its subgraph does, in place, the names they have here. */
export function repairRoots(
  { places }: NamedRoots,
  data: Data,
  subgraph: string,
  { known }: RootTypes,
): void {
  for (const place of places) {
    // Of two roots that may stand here, which one the subgraph means is not known.
    if (place.roots.length === 1) renameAt(data, place, 0, (name) => known.has(`${subgraph} ${name}`));
  }
}

function renameAt(value: unknown, place: RootPlace, depth: number, isKnown: (name: string) => boolean): void {
  if (Array.isArray(value)) {
    for (const item of value) renameAt(item, place, depth, isKnown);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const object = value as Data;
  const step = place.path[depth];
  if (step !== undefined) {
    renameAt(object[step], place, depth + 1, isKnown);
    return;
  }
  const named = object[place.name];
  if (typeof named === 'string' && !isKnown(named)) object[place.name] = place.roots[0];
}

/**
 * What a subgraph that refuses an operation whole is taken to mean, when that operation names a root by a name that may
 * not be its own. A failure of the call, which says its service, is left as it is.
 */
export function explainRefusal(
  response: GraphQLResponseLike,
  fields: readonly string[],
): GraphQLResponseLike {
  const { data, errors = [] } = response;
  const isRefused = !data && errors.length > 0 && errors.every(isOfTheWhole);
  if (!isRefused) return response;
  const failure: GraphQLErrorLike = {
    message: `${ENGINE_ERRORS.CHAMP_INATTEIGNABLE} Le service ne connaît pas sa racine sous le nom du graphe.`,
    extensions: { code: 'CHAMP_INATTEIGNABLE' },
  };
  return { ...response, errors: fields.map((field) => ({ ...failure, path: [field] })) };
}

const isOfTheWhole = ({ path, extensions }: GraphQLErrorLike): boolean =>
  !path?.length && extensions?.['service'] === undefined;
