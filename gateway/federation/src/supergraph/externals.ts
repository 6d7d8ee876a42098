import { coordinatesIn, parseFieldSet } from './field-set.ts';
import { directivesNamed, readArguments, readText, type JoinNames } from './join-directives.ts';
import { externalFields } from './required-paths.ts';
import type { SupergraphSubgraph, SupergraphTypes } from './supergraph-types.ts';

/**
 * The fields that a subgraph names without ever giving them, as `subgraph Type.field`, with the subgraphs that do give
 * them. Parts of keys are left out, and what some field of the subgraph provides: these it gives at times.
 */
export function readExternals(
  types: SupergraphTypes,
  join: JoinNames,
  subgraphs: readonly SupergraphSubgraph[],
): ReadonlyMap<string, readonly string[]> {
  const names = new Map(subgraphs.map(({ graph, name }) => [graph, name]));
  const external = externalFields(types, join);
  const keys = keyFields(types, join);
  const found = new Map<string, readonly string[]>();
  for (const place of external) {
    if (keys.has(place)) continue;
    const [graph = '', coordinate = ''] = place.split(' ');
    const givers = giversOf(coordinate, types, join).filter(
      (other) => !external.has(`${other} ${coordinate}`),
    );
    found.set(
      `${names.get(graph)} ${coordinate}`,
      givers.map((giver) => names.get(giver) ?? giver),
    );
  }
  return found;
}

/** Where the field is declared: in the subgraphs it names, or else wherever its type is. */
function giversOf(coordinate: string, types: SupergraphTypes, join: JoinNames): readonly string[] {
  const [owner = '', name = ''] = coordinate.split('.');
  const field = types.field(owner, name);
  const joins = field ? directivesNamed(field, join.field) : [];
  return joins.flatMap((directive) =>
    readArguments(directive).get('external') === true ? [] : (readText(directive, 'graph') ?? []),
  );
}

function keyFields(types: SupergraphTypes, join: JoinNames): ReadonlySet<string> {
  const keys = types.withFields.flatMap((type) =>
    directivesNamed(type, join.type).flatMap((directive) => {
      const key = readText(directive, 'key');
      const graph = readText(directive, 'graph');
      if (!key) return [];
      return [...coordinatesIn(parseFieldSet(key), type.name.value, types)].map(
        (place) => `${graph} ${place}`,
      );
    }),
  );
  return new Set(keys);
}
