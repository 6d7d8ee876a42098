import {
  __InputValue,
  Kind,
  parse,
  print,
  visit,
  type ConstValueNode,
  type DocumentNode,
  type InputValueDefinitionNode,
} from 'graphql';
import { namedTypeOf, type SupergraphTypes } from './supergraph-types.ts';

/** Default values as the supergraph has them, by the place of the argument or the input field. */
export type WrittenDefaults = ReadonlyMap<string, ConstValueNode>;

/** Those that custom scalars may be part of: the engine prints them from values of its own. */
export function readWrittenDefaults(document: DocumentNode, types: SupergraphTypes): WrittenDefaults {
  const defaults = new Map<string, ConstValueNode>();
  visitInputs(document, (place, { type, defaultValue }) => {
    const kind = types.all.get(namedTypeOf(type))?.kind;
    const mayDiffer = kind === Kind.SCALAR_TYPE_DEFINITION || kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
    if (mayDiffer && defaultValue) defaults.set(place, defaultValue);
    return undefined;
  });
  return defaults;
}

/** A schema that the engine printed, with its default values as they were written. */
export function withWrittenDefaults(sdl: string, defaults: WrittenDefaults): string {
  if (defaults.size === 0) return sdl;
  const document = visitInputs(parse(sdl, { noLocation: true }), (place, node) => {
    const defaultValue = node.defaultValue && defaults.get(place);
    return defaultValue && { ...node, defaultValue };
  });
  return print(document);
}

function visitInputs(
  document: DocumentNode,
  visitInput: (place: string, node: InputValueDefinitionNode) => InputValueDefinitionNode | undefined,
): DocumentNode {
  let owner = '';
  let field = '';
  return visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD_DEFINITION) field = node.name.value;
      else if (node.kind === Kind.INPUT_VALUE_DEFINITION)
        return visitInput(`${owner}.${field}(${node.name.value}:)`, node);
      else if (node.kind.endsWith('Definition') && 'name' in node && node.name) {
        owner = `${node.kind} ${node.name.value}`;
        field = '';
      }
      return undefined;
    },
  });
}

/** graphql-js tells a default by the value it read of it; where the text is there, it is told as it was written. */
export function tellWrittenDefaults(): void {
  const { defaultValue } = __InputValue.getFields();
  const byValue = defaultValue?.resolve;
  if (!defaultValue || !byValue || telling) return;
  telling = true;
  defaultValue.resolve = (input: { astNode?: InputValueDefinitionNode | null }, ...others) =>
    input.astNode?.defaultValue ? print(input.astNode.defaultValue) : byValue(input, ...others);
}

let telling = false;
