import {
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isObjectType,
  isInterfaceType,
  getNullableType,
  Kind,
  type DocumentNode,
  type FieldNode,
  valueFromASTUntyped,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { findOperation, readFragments, type Fragments } from '@palier/federation/graphql/document';
import type { DemandControl, ListSize } from '@palier/federation/supergraph/demand-control';

/** What a list is taken to hold when nothing says how long it is. */
const ASSUMED_LIST_SIZE = 10;
/** A mutation writes: it weighs what ten reads do, unless `@cost` says what it does. */
const MUTATION_COST = 10;

export interface CostGraph {
  readonly schema: GraphQLSchema;
  readonly demand: DemandControl;
}

type Variables = Readonly<Record<string, unknown>>;

interface Estimate {
  readonly graph: CostGraph;
  readonly variables: Variables;
  readonly fragments: Fragments;
  /** Cost of a fragment on a type, for each set of sizes handed down to its fields; of a variable, for each type that it is given as. */
  readonly known: Map<string, number>;
}

/**
 * The estimated work of an operation: each object counts for one and each leaf for nothing unless `@cost` says
 * otherwise, times the length that `@listSize` gives to the lists around it; and so does each object that is given, in a
 * list or not. Linear in the text, as fragments are estimated once a type, and in the variables, which are walked once for each type
 * that they are given as. What does not fit the schema counts for nothing: validation refuses it next.
 */
export function measureCost(
  document: DocumentNode,
  operationName: string | undefined,
  variables: Variables,
  graph: CostGraph,
): number {
  const operation = findOperation(document, operationName);
  const root = operation && graph.schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  const estimate: Estimate = {
    graph,
    variables: withDefaults(operation, variables),
    fragments: readFragments(document),
    known: new Map(),
  };
  return costOfSet(operation.selectionSet, root, NO_SIZES, estimate);
}

/** Sizes that a field gives to those of its sub-fields that `sizedFields` names. */
type Sizes = ReadonlyMap<string, number>;
const NO_SIZES: Sizes = new Map();

function costOfSet(set: SelectionSetNode, type: GraphQLNamedType, sizes: Sizes, estimate: Estimate): number {
  let cost = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) cost += costOfField(selection, type, sizes, estimate);
    else if (selection.kind === Kind.FRAGMENT_SPREAD)
      cost += costOfFragment(selection.name.value, type, sizes, estimate);
    else cost += costOfSet(selection.selectionSet, conditionOf(selection, type, estimate), sizes, estimate);
  }
  return cost;
}

function costOfFragment(name: string, type: GraphQLNamedType, sizes: Sizes, estimate: Estimate): number {
  const fragment = estimate.fragments.get(name);
  if (!fragment) return 0;
  const key = `${name} ${[...sizes].flat().join(' ')}`;
  const known = estimate.known.get(key);
  if (known !== undefined) return known;
  estimate.known.set(key, 0);
  const cost = costOfSet(fragment.selectionSet, conditionOf(fragment, type, estimate), sizes, estimate);
  estimate.known.set(key, cost);
  return cost;
}

function costOfField(node: FieldNode, parent: GraphQLNamedType, sizes: Sizes, estimate: Estimate): number {
  const field = fieldOf(parent, node.name.value);
  if (!field) return 0;
  const coordinate = `${parent.name}.${field.name}`;
  const type = getNamedType(field.type);
  const listSize = estimate.graph.demand.listSizes.get(coordinate) ?? relaySizeOf(field, type);
  const announced = listSize && sizeOf(listSize, node, estimate);
  const handedDown = new Map(
    (listSize?.sizedFields ?? []).map((name) => [name, announced ?? ASSUMED_LIST_SIZE]),
  );
  const inside = node.selectionSet ? costOfSet(node.selectionSet, type, handedDown, estimate) : 0;
  const times = isListType(getNullableType(field.type))
    ? (sizes.get(field.name) ?? (handedDown.size === 0 ? announced : undefined) ?? ASSUMED_LIST_SIZE)
    : 1;
  const weight = weightOf(coordinate, parent, type, estimate);
  return times * (weight + inside) + costOfArguments(coordinate, field, node, estimate);
}

/** A connection says by its arguments how long its list of edges will be, whether or not anybody wrote it down. */
function relaySizeOf(field: GraphQLField<unknown, unknown>, type: GraphQLNamedType): ListSize | undefined {
  const slicingArguments = field.args
    .map(({ name }) => name)
    .filter((name) => name === 'first' || name === 'last');
  if (slicingArguments.length === 0 || !fieldOf(type, 'edges')) return undefined;
  return {
    assumedSize: undefined,
    slicingArguments,
    sizedFields: ['edges', 'nodes'],
    requireOneSlicingArgument: false,
  };
}

function weightOf(
  coordinate: string,
  parent: GraphQLNamedType,
  type: GraphQLNamedType,
  { graph: { schema, demand } }: Estimate,
): number {
  const base = parent === schema.getMutationType() ? MUTATION_COST : 0;
  return (
    demand.weights.get(coordinate) ??
    base + (demand.weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0))
  );
}

function costOfArguments(
  coordinate: string,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  estimate: Estimate,
): number {
  let cost = 0;
  for (const { name, value } of node.arguments ?? []) {
    const type = field.args.find((argument) => argument.name === name.value)?.type;
    if (type) cost += costOfArgument(`${coordinate}(${name.value}:)`, type, value, estimate);
  }
  return cost;
}

/** In the order of the text, where a variable stands for what it was given: each is walked once for each type that it is given as. */
function costOfArgument(key: string, type: GraphQLInputType, node: ValueNode, estimate: Estimate): number {
  const { variables, known, graph } = estimate;
  if (node.kind === Kind.NULL) return 0;
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    const own = graph.demand.weights.has(key) ? key : '';
    const given = `${own} ${String(type)} ${name}`;
    const cost = known.get(given) ?? costOfGiven(variables[name], type, key, graph);
    known.set(given, cost);
    return cost;
  }
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items = node.kind === Kind.LIST ? node.values : [node];
    return items.reduce((sum, item) => sum + costOfArgument(key, nullable.ofType, item, estimate), 0);
  }
  if (node.kind === Kind.LIST) return 0;
  if (!isInputObjectType(nullable)) return weightOfGiven(key, nullable, graph);
  if (node.kind !== Kind.OBJECT) return 0;
  const fields = nullable.getFields();
  return node.fields.reduce(
    (sum, { name, value }) => {
      const field = Object.hasOwn(fields, name.value) ? fields[name.value] : undefined;
      return field
        ? sum + costOfArgument(`${nullable.name}.${field.name}`, field.type, value, estimate)
        : sum;
    },
    weightOfGiven(key, nullable, graph),
  );
}

/** Each value of a list counts. What its type does not declare is not looked at, however much of it there is. */
function costOfGiven(value: unknown, type: GraphQLInputType, key: string, graph: CostGraph): number {
  if (value === undefined || value === null) return 0;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const inside = nullable.ofType;
    if (!Array.isArray(value)) return costOfGiven(value, inside, key, graph);
    return value.reduce<number>((sum, item) => sum + costOfGiven(item, inside, key, graph), 0);
  }
  if (Array.isArray(value)) return 0;
  if (!isInputObjectType(nullable)) return weightOfGiven(key, nullable, graph);
  if (typeof value !== 'object') return 0;
  const given = value as Readonly<Record<string, unknown>>;
  return Object.values(nullable.getFields()).reduce(
    (sum, { name, type: inside }) =>
      Object.hasOwn(given, name)
        ? sum + costOfGiven(given[name], inside, `${nullable.name}.${name}`, graph)
        : sum,
    weightOfGiven(key, nullable, graph),
  );
}

/** An object weighs one and a leaf nothing, unless `@cost` says otherwise. */
function weightOfGiven(key: string, type: GraphQLNamedInputType, { demand: { weights } }: CostGraph): number {
  return weights.get(key) ?? weights.get(type.name) ?? (isInputObjectType(type) ? 1 : 0);
}

function sizeOf(listSize: ListSize, node: FieldNode, { variables }: Estimate): number | undefined {
  const given = listSize.slicingArguments.flatMap((name) => {
    const argument = node.arguments?.find((candidate) => candidate.name.value === name);
    const size = argument && readSize(argument.value, variables);
    return size === undefined ? [] : [size];
  });
  return given.length > 0 ? Math.max(...given) : listSize.assumedSize;
}

function readSize(value: ValueNode, variables: Variables): number | undefined {
  const size = value.kind === Kind.VARIABLE ? variables[value.name.value] : readInt(value);
  return typeof size === 'number' && size >= 0 ? size : undefined;
}

const readInt = (value: ValueNode): number | undefined =>
  value.kind === Kind.INT ? Number(value.value) : undefined;

function withDefaults(operation: OperationDefinitionNode, variables: Variables): Variables {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

function conditionOf(
  { typeCondition }: { readonly typeCondition?: { readonly name: { readonly value: string } } | undefined },
  type: GraphQLNamedType,
  { graph }: Estimate,
): GraphQLNamedType {
  return (typeCondition && graph.schema.getType(typeCondition.name.value)) ?? type;
}

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}
