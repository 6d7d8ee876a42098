import { Kind, type ConstDirectiveNode, type SelectionNode } from 'graphql';
import { parseFieldSet, typeInside } from './field-set.ts';
import { directivesNamed, readArguments, readText, type JoinNames } from './join-directives.ts';
import { namedTypeOf, type SupergraphSubgraph, type SupergraphTypes } from './supergraph-types.ts';

/** One leaf of what a field requires. */
interface RequiredPath {
  readonly path: readonly string[];
  /** Its subgraph never has it by itself: another must have given it. */
  readonly isElsewhere: boolean;
}

/** What one field of one subgraph requires. */
export interface Requirement {
  /** As in the supergraph, hidden fields for those with arguments. */
  readonly fieldSet: string;
  readonly paths: readonly RequiredPath[];
}

/** What each field of each subgraph requires, by `subgraph Type.field`. */
export function readRequirements(
  types: SupergraphTypes,
  join: JoinNames,
  subgraphs: readonly SupergraphSubgraph[],
): ReadonlyMap<string, Requirement> {
  const names = new Map(subgraphs.map(({ graph, name }) => [graph, name]));
  const external = externalFields(types, join);
  const required = new Map<string, Requirement>();
  for (const { type, field, directive } of joinedFields(types, join)) {
    const requires = readText(directive, 'requires');
    const graph = readText(directive, 'graph') ?? '';
    if (!requires) continue;
    const isElsewhere = (coordinate: string) => external.has(`${graph} ${coordinate}`);
    const paths = leafPaths(parseFieldSet(requires), type, types, isElsewhere);
    required.set(`${names.get(graph)} ${type}.${field}`, { fieldSet: requires, paths });
  }
  return required;
}

/** The leaves of a field set, whatever the fragments around them. */
function leafPaths(
  selections: readonly SelectionNode[],
  type: string,
  types: SupergraphTypes,
  isElsewhere: (coordinate: string) => boolean,
): readonly RequiredPath[] {
  return selections.flatMap((selection): readonly RequiredPath[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const below = selection.selectionSet
      ? leafPaths(selection.selectionSet.selections, typeInside(selection, type, types), types, isElsewhere)
      : [{ path: [], isElsewhere: false }];
    if (selection.kind === Kind.INLINE_FRAGMENT) return below;
    const name = selection.name.value;
    return below.map((leaf) => ({
      path: [name, ...leaf.path],
      isElsewhere: leaf.isElsewhere || isElsewhere(`${type}.${name}`),
    }));
  });
}

export interface JoinedField {
  readonly type: string;
  readonly field: string;
  readonly directive: ConstDirectiveNode;
}

/** Every field with each of its join directives. */
export function* joinedFields(
  types: Pick<SupergraphTypes, 'withFields'>,
  join: JoinNames,
): Generator<JoinedField> {
  for (const type of types.withFields) {
    for (const field of type.fields ?? []) {
      for (const directive of directivesNamed(field, join.field)) {
        yield { type: type.name.value, field: field.name.value, directive };
      }
    }
  }
}

/** As `graph Type.field`; not those that some field of the subgraph provides, which it then has at times. */
export function externalFields(types: SupergraphTypes, join: JoinNames): ReadonlySet<string> {
  const external = new Set<string>();
  const provided = new Set<string>();
  for (const { type, field, directive } of joinedFields(types, join)) {
    const graph = readText(directive, 'graph');
    if (readArguments(directive).get('external') === true) external.add(`${graph} ${type}.${field}`);
    const provides = readText(directive, 'provides');
    const definition = types.field(type, field);
    if (!provides || !definition) continue;
    const collect = (coordinate: string) => {
      const [owner = '', name = ''] = coordinate.split('.');
      for (const each of [owner, ...types.subtypes(owner)]) provided.add(`${graph} ${each}.${name}`);
      return false;
    };
    leafPaths(parseFieldSet(provides), namedTypeOf(definition.type), types, collect);
  }
  return new Set([...external].filter((place) => !provided.has(place)));
}
