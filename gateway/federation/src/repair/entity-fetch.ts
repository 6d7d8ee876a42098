import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
  type FieldNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { readOperation } from '../graphql/document.ts';
import { parseFieldSet } from '../supergraph/field-set.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';

export type Path = readonly string[];

/** One field that a fetch asks of its entities, with the fragments around it and what it requires. */
export interface EntityField {
  readonly around: readonly InlineFragmentNode[];
  readonly node: FieldNode;
  readonly type: string | undefined;
  readonly fieldSet: string;
  readonly requires: readonly Path[];
  /** What it requires that only another subgraph can have given. */
  readonly requiresElsewhere: readonly Path[];
}

/** A fetch of entities, its operation open to be taken apart. */
export interface EntityFetch {
  readonly fetch: FetchNode;
  readonly fields: readonly EntityField[];
  /** The same fetch for some of its fields only; `rank` sets its operation apart from the others made of it. */
  withFields(fields: readonly EntityField[], requires: QueryPlanSelectionNode[], rank?: number): FetchNode;
}

/** Nothing for a fetch from the root, or of a subgraph that requires nothing. */
export function openEntityFetch(fetch: FetchNode, prepared: PreparedSupergraph): EntityFetch | undefined {
  if (!fetch.requires || !hasRequires(fetch, prepared)) return undefined;
  const operation = readOperation(fetch.operation);
  const entities = operation.selectionSet.selections[0] as FieldNode;
  return {
    fetch,
    fields: readFields(entities.selectionSet, [], fetch.serviceName, prepared),
    withFields: (fields, requires, rank) => toFetch({ fetch, operation, entities }, fields, requires, rank),
  };
}

export function pathKey(path: Path): string {
  return path.join('.');
}

/** The leaves of what a fetch puts in its representations. */
export function selectionPaths(selections: readonly QueryPlanSelectionNode[]): readonly Path[] {
  return selections.flatMap((selection): readonly Path[] => {
    const below = selection.selections ? selectionPaths(selection.selections) : [[]];
    return selection.kind === 'Field' ? below.map((path) => [selection.name, ...path]) : below;
  });
}

export function withoutPaths(
  selections: readonly QueryPlanSelectionNode[],
  dropped: ReadonlySet<string>,
  above: Path = [],
): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    const path = selection.kind === 'Field' ? [...above, selection.name] : above;
    if (!selection.selections) return dropped.has(pathKey(path)) ? [] : [selection];
    const kept = withoutPaths(selection.selections, dropped, path);
    return kept.length > 0 ? [{ ...selection, selections: kept }] : [];
  });
}

/** What must be added to representations for one more field. */
export function requirementOf({ type, fieldSet }: EntityField): QueryPlanSelectionNode {
  const selections = toPlanSelections(parseFieldSet(fieldSet));
  return { kind: 'InlineFragment', ...(type && { typeCondition: type }), selections };
}

function toPlanSelections(selections: readonly SelectionNode[]): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const inner = selection.selectionSet && toPlanSelections(selection.selectionSet.selections);
    if (selection.kind === Kind.FIELD) {
      return [{ kind: 'Field', name: selection.name.value, ...(inner && { selections: inner }) }];
    }
    const condition = selection.typeCondition?.name.value;
    return [
      { kind: 'InlineFragment', ...(condition && { typeCondition: condition }), selections: inner ?? [] },
    ];
  });
}

function hasRequires(fetch: FetchNode, prepared: PreparedSupergraph): boolean {
  for (const place of prepared.requirements.keys()) {
    if (place.startsWith(`${fetch.serviceName} `)) return true;
  }
  return false;
}

function readFields(
  set: SelectionSetNode | undefined,
  around: readonly InlineFragmentNode[],
  subgraph: string,
  prepared: PreparedSupergraph,
): readonly EntityField[] {
  return (set?.selections ?? []).flatMap((selection): readonly EntityField[] => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return readFields(selection.selectionSet, [...around, selection], subgraph, prepared);
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('Plans are made without named fragments');
    const type = around.findLast((fragment) => fragment.typeCondition)?.typeCondition?.name.value;
    const requirement = prepared.requirements.get(`${subgraph} ${type}.${selection.name.value}`);
    const required = requirement?.paths ?? [];
    return [
      {
        around,
        node: selection,
        type,
        fieldSet: requirement?.fieldSet ?? '',
        requires: required.map(({ path }) => path),
        requiresElsewhere: required.filter(({ isElsewhere }) => isElsewhere).map(({ path }) => path),
      },
    ];
  });
}

interface OpenOperation {
  readonly fetch: FetchNode;
  readonly operation: OperationDefinitionNode;
  readonly entities: FieldNode;
}

function toFetch(
  { fetch, operation, entities }: OpenOperation,
  fields: readonly EntityField[],
  requires: QueryPlanSelectionNode[],
  rank: number | undefined,
): FetchNode {
  const selections = fields.map(({ around, node }) => around.reduceRight<SelectionNode>(wrap, node));
  const kept = { ...entities, selectionSet: { kind: Kind.SELECTION_SET, selections } } as const;
  const variables = usedVariables(kept, operation);
  const name =
    operation.name && rank !== undefined ? `${operation.name.value}_${rank}` : operation.name?.value;
  const part = {
    ...operation,
    ...(name && { name: { kind: Kind.NAME, value: name } }),
    variableDefinitions: operation.variableDefinitions?.filter((definition) =>
      variables.has(definition.variable.name.value),
    ),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [kept] },
  } as OperationDefinitionNode;
  return {
    ...fetch,
    operation: stripIgnoredCharacters(print(part)),
    operationName: name,
    requires,
    ...(fetch.variableUsages && {
      variableUsages: fetch.variableUsages.filter((used) => variables.has(used)),
    }),
    ...(fetch.contextRewrites && {
      contextRewrites: fetch.contextRewrites.filter(({ renameKeyTo }) => variables.has(renameKeyTo)),
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
