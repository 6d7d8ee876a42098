import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type FieldNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { parseFieldSet } from './field-set.ts';
import { PlanningError } from './planning-error.ts';
import type { PreparedSupergraph } from './prepare-supergraph.ts';

type Path = readonly string[];

/** One field of an entity that a fetch asks for, with the fragments around it and what it requires. */
interface Unit {
  readonly around: readonly InlineFragmentNode[];
  readonly field: FieldNode;
  readonly requires: readonly Path[];
}

/**
 * Splits a fetch of entities where two of its fields require one field with different arguments: a representation has
 * room for one value only. Any other fetch is given back alone.
 */
export function splitRequires(fetch: FetchNode, prepared: PreparedSupergraph): readonly FetchNode[] {
  if (!fetch.requires || prepared.hiddenFields.size === 0) return [fetch];
  const paths = selectionPaths(fetch.requires);
  const contested = contestedPaths(paths, prepared);
  if (contested.size === 0) return [fetch];
  const operation = parse(fetch.operation, { noLocation: true }).definitions[0] as OperationDefinitionNode;
  const entities = operation.selectionSet.selections[0] as FieldNode;
  const units = readUnits(entities.selectionSet, [], fetch.serviceName, prepared);
  const groups = groupUnits(units, prepared);
  return groups.map((group, rank) => {
    const needed = new Set(group.flatMap((unit) => unit.requires.map(pathKey)));
    const dropped = new Set([...contested].filter((path) => !needed.has(path)));
    return withUnits(fetch, operation, entities, { group, dropped, rank });
  });
}

function readUnits(
  set: SelectionSetNode | undefined,
  around: readonly InlineFragmentNode[],
  subgraph: string,
  prepared: PreparedSupergraph,
): readonly Unit[] {
  return (set?.selections ?? []).flatMap((selection): readonly Unit[] => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return readUnits(selection.selectionSet, [...around, selection], subgraph, prepared);
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      throw new Error('Plans are made without named fragments');
    }
    const type = around.findLast((fragment) => fragment.typeCondition)?.typeCondition?.name.value;
    const requires = prepared.requiredFields.get(`${subgraph} ${type}.${selection.name.value}`);
    return [{ around, field: selection, requires: requires ? fieldSetPaths(parseFieldSet(requires)) : [] }];
  });
}

function groupUnits(units: readonly Unit[], prepared: PreparedSupergraph): readonly (readonly Unit[])[] {
  const groups: { units: Unit[]; requires: Path[] }[] = [];
  for (const unit of units) {
    if (contestedPaths(unit.requires, prepared).size > 0) {
      throw new PlanningError('EXIGENCE_CONTRADICTOIRE', `Il s’agit de « ${unit.field.name.value} ».`);
    }
    const fitting = groups.find(
      (group) => contestedPaths([...group.requires, ...unit.requires], prepared).size === 0,
    );
    if (fitting) {
      fitting.units.push(unit);
      fitting.requires.push(...unit.requires);
    } else {
      groups.push({ units: [unit], requires: [...unit.requires] });
    }
  }
  return groups.map((group) => group.units);
}

/** The paths that stand for one same place of a representation as another path, with other arguments. */
function contestedPaths(paths: readonly Path[], prepared: PreparedSupergraph): ReadonlySet<string> {
  const real = (name: string) => prepared.hiddenFields.get(name)?.field ?? name;
  const byPlace = new Map<string, Map<string, Path[]>>();
  for (const path of paths) {
    for (let depth = 1; depth <= path.length; depth += 1) {
      const place = pathKey([...path.slice(0, depth - 1), real(path[depth - 1] ?? '')]);
      const names = byPlace.get(place) ?? new Map<string, Path[]>();
      const name = path[depth - 1] ?? '';
      names.set(name, [...(names.get(name) ?? []), path]);
      byPlace.set(place, names);
    }
  }
  const contested = [...byPlace.values()].filter((names) => names.size > 1);
  return new Set(contested.flatMap((names) => [...names.values()].flat().map(pathKey)));
}

function pathKey(path: Path): string {
  return path.join('.');
}

function fieldSetPaths(selections: readonly SelectionNode[]): readonly Path[] {
  return selections.flatMap((selection): readonly Path[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const below = selection.selectionSet ? fieldSetPaths(selection.selectionSet.selections) : [[]];
    return selection.kind === Kind.FIELD ? below.map((path) => [selection.name.value, ...path]) : below;
  });
}

function selectionPaths(selections: readonly QueryPlanSelectionNode[]): readonly Path[] {
  return selections.flatMap((selection): readonly Path[] => {
    const below = selection.selections ? selectionPaths(selection.selections) : [[]];
    return selection.kind === 'Field' ? below.map((path) => [selection.name, ...path]) : below;
  });
}

interface Part {
  readonly group: readonly Unit[];
  readonly dropped: ReadonlySet<string>;
  readonly rank: number;
}

function withUnits(
  fetch: FetchNode,
  operation: OperationDefinitionNode,
  entities: FieldNode,
  { group, dropped, rank }: Part,
): FetchNode {
  const selections = group.map(({ around, field }) => around.reduceRight<SelectionNode>(wrap, field));
  const kept = { ...entities, selectionSet: { kind: Kind.SELECTION_SET, selections } } as const;
  const variables = usedVariables(kept, operation);
  const name = operation.name && { kind: Kind.NAME, value: `${operation.name.value}_${rank}` };
  const part = {
    ...operation,
    ...(name && { name }),
    variableDefinitions: operation.variableDefinitions?.filter((definition) =>
      variables.has(definition.variable.name.value),
    ),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [kept] },
  } as OperationDefinitionNode;
  return {
    ...fetch,
    operation: stripIgnoredCharacters(print(part)),
    operationName: name?.value,
    requires: withoutPaths(fetch.requires ?? [], dropped, []),
    ...(fetch.variableUsages && {
      variableUsages: fetch.variableUsages.filter((used) => variables.has(used)),
    }),
  };
}

function wrap(inner: SelectionNode, fragment: InlineFragmentNode): SelectionNode {
  return { ...fragment, selectionSet: { kind: Kind.SELECTION_SET, selections: [inner] } };
}

function usedVariables(field: FieldNode, operation: OperationDefinitionNode): ReadonlySet<string> {
  const names = new Set<string>();
  const add = { Variable: (node: { name: { value: string } }) => void names.add(node.name.value) };
  visit(field, add);
  for (const directive of operation.directives ?? []) visit(directive, add);
  return names;
}

function withoutPaths(
  selections: readonly QueryPlanSelectionNode[],
  dropped: ReadonlySet<string>,
  above: Path,
): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    const path = selection.kind === 'Field' ? [...above, selection.name] : above;
    if (!selection.selections) return dropped.has(pathKey(path)) ? [] : [selection];
    const kept = withoutPaths(selection.selections, dropped, path);
    return kept.length > 0 ? [{ ...selection, selections: kept }] : [];
  });
}
