import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';
import { directivesNamed } from './join-directives.ts';
import { directiveNameIn, type LinkedFeature } from './linked-features.ts';
import { hasFields, type SupergraphTypes } from './supergraph-types.ts';

/** What `@listSize` says of a field that gives a list. */
export interface ListSize {
  readonly assumedSize: number | undefined;
  /** Arguments that bound the size, the largest given value counting. */
  readonly slicingArguments: readonly string[];
  /** Fields of the answer that the size applies to, instead of the field itself. */
  readonly sizedFields: readonly string[];
  readonly requireOneSlicingArgument: boolean;
}

/** What `@cost` and `@listSize` say; the engine ignores them. */
export interface DemandControl {
  /** By `Type`, `Type.field`, `Type.field(argument:)`, `Input.field`. */
  readonly weights: ReadonlyMap<string, number>;
  /** By `Type.field`. */
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

export function readDemandControl(
  types: SupergraphTypes,
  features: ReadonlyMap<string, LinkedFeature>,
): DemandControl {
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const feature = features.get('cost');
  if (!feature) return { weights, listSizes };
  const cost = directiveNameIn(feature, 'cost');
  const listSize = directiveNameIn(feature, 'listSize');
  const weigh = (key: string, node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }) => {
    const weight = readInt(argumentOf(directivesNamed(node, cost)[0], 'weight'));
    if (weight !== undefined) weights.set(key, weight);
  };
  for (const [name, type] of types.all) {
    weigh(name, type);
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      for (const field of type.fields ?? []) weigh(`${name}.${field.name.value}`, field);
    }
    if (!hasFields(type)) continue;
    for (const field of type.fields ?? []) {
      const coordinate = `${name}.${field.name.value}`;
      weigh(coordinate, field);
      for (const argument of field.arguments ?? []) weigh(`${coordinate}(${argument.name.value}:)`, argument);
      const size = directivesNamed(field, listSize)[0];
      if (size) listSizes.set(coordinate, readListSize(size));
    }
  }
  return { weights, listSizes };
}

function readListSize(directive: ConstDirectiveNode): ListSize {
  const required = argumentOf(directive, 'requireOneSlicingArgument');
  return {
    assumedSize: readInt(argumentOf(directive, 'assumedSize')),
    slicingArguments: readTexts(argumentOf(directive, 'slicingArguments')),
    sizedFields: readTexts(argumentOf(directive, 'sizedFields')),
    requireOneSlicingArgument: required?.kind === Kind.BOOLEAN ? required.value : true,
  };
}

function argumentOf(directive: ConstDirectiveNode | undefined, name: string): ConstValueNode | undefined {
  return directive?.arguments?.find((argument) => argument.name.value === name)?.value;
}

function readInt(value: ConstValueNode | undefined): number | undefined {
  return value?.kind === Kind.INT ? Number(value.value) : undefined;
}

function readTexts(value: ConstValueNode | undefined): readonly string[] {
  const items = value?.kind === Kind.LIST ? value.values : [value];
  return items.flatMap((item) => (item?.kind === Kind.STRING ? [item.value] : []));
}
