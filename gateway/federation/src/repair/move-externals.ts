import { baseType, isCompositeType, type Schema } from '@apollo/federation-internals';
import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import {
  Kind,
  print,
  stripIgnoredCharacters,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { readOperation, TYPENAME } from '../graphql/document.ts';
import { pathKey } from './entity-fetch.ts';
import { mapFetches, namesOf, readSteps, type PlanStep } from '../plan/steps.ts';
import { EngineError } from '../errors/engine-error.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';

/**
 * Repairs a plan that asks a subgraph for a field it only names (`@external`): the value would be null, or a fault of that
 * subgraph's. The stock planner makes such plans for contexts that two subgraphs give together. The field is asked of
 * the fetch of the same objects from a subgraph that has it. Any other plan is given back as it is.
 *
 * @throws EXIGENCE_INSATISFAITE when no fetch of the plan can give the field
 */
export function moveExternals(plan: QueryPlan, prepared: PreparedSupergraph, schema: Schema): QueryPlan {
  if (!plan.node || plan.node.kind === 'Subscription' || prepared.externals.size === 0) return plan;
  const steps = readSteps(plan.node);
  const misplaced: Misplaced[] = [];
  const fetches = new Map(
    steps.map((step) => [step.fetch, withoutExternals(step, prepared, schema, misplaced)]),
  );
  if (misplaced.length === 0) return plan;
  for (const each of misplaced) {
    const giver = steps.find((step) => gives(step, each));
    const open = giver && fetches.get(giver.fetch);
    if (!open) throw new EngineError('EXIGENCE_INSATISFAITE');
    fetches.set(giver.fetch, withField(open, each));
  }
  return { kind: 'QueryPlan', node: mapFetches(plan.node, (fetch) => fetches.get(fetch) ?? fetch) };
}

/** A field asked of a subgraph that does not have it. */
interface Misplaced {
  readonly field: FieldNode;
  readonly type: string;
  readonly path: readonly string[];
  readonly givers: readonly string[];
}

function gives({ fetch, path }: PlanStep, { path: wanted, givers }: Misplaced): boolean {
  return (
    fetch.requires !== undefined &&
    givers.includes(fetch.serviceName) &&
    pathKey(namesOf(path)) === pathKey(wanted)
  );
}

function withoutExternals(
  { fetch, path }: PlanStep,
  { externals }: PreparedSupergraph,
  schema: Schema,
  misplaced: Misplaced[],
): FetchNode {
  if (![...externals.keys()].some((place) => place.startsWith(`${fetch.serviceName} `))) return fetch;
  const operation = readOperation(fetch.operation);
  const before = misplaced.length;
  const strip = (set: SelectionSetNode, type: string, names: readonly string[]): SelectionSetNode => {
    const selections = set.selections.flatMap((selection): readonly SelectionNode[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const inner = selection.typeCondition?.name.value ?? type;
        return [{ ...selection, selectionSet: strip(selection.selectionSet, inner, names) }];
      }
      const givers = externals.get(`${fetch.serviceName} ${type}.${selection.name.value}`);
      if (givers) {
        misplaced.push({ field: selection, type, path: names, givers });
        return [];
      }
      if (!selection.selectionSet) return [selection];
      const isEntities = fetch.requires !== undefined && selection.name.value === '_entities';
      const below = isEntities ? names : [...names, selection.alias?.value ?? selection.name.value];
      const inner = typeOf(schema, type, selection.name.value);
      return [{ ...selection, selectionSet: strip(selection.selectionSet, inner, below) }];
    });
    return { ...set, selections: selections.length > 0 ? selections : [TYPENAME] };
  };
  const root = schema.schemaDefinition.rootType(fetch.operationKind)?.name ?? '';
  const selectionSet = strip(operation.selectionSet, root, namesOf(path));
  return misplaced.length === before ? fetch : withOperation(fetch, { ...operation, selectionSet });
}

/** Empty where the engine has no such field: under `_entities`, fragments say the type. */
function typeOf(schema: Schema, owner: string, field: string): string {
  const type = schema.type(owner);
  const definition = type && isCompositeType(type) ? type.field(field) : undefined;
  return definition?.type ? baseType(definition.type).name : '';
}

function withField(fetch: FetchNode, { field, type }: Misplaced): FetchNode {
  const operation = readOperation(fetch.operation);
  const condition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } } as const;
  const added: SelectionNode = {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: condition,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  };
  const selections = operation.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD && selection.selectionSet
      ? { ...selection, selectionSet: withSelection(selection.selectionSet, added) }
      : selection,
  );
  return withOperation(fetch, { ...operation, selectionSet: { ...operation.selectionSet, selections } });
}

function withSelection(set: SelectionSetNode, added: SelectionNode): SelectionSetNode {
  return { ...set, selections: [...set.selections, added] };
}

function withOperation(fetch: FetchNode, operation: OperationDefinitionNode): FetchNode {
  return { ...fetch, operation: stripIgnoredCharacters(print(operation)) };
}
