import {
  Kind,
  type ConstDirectiveNode,
  type ConstObjectValueNode,
  type ConstValueNode,
  type SelectionNode,
} from 'graphql';
import { parseFieldSet, printFieldSet } from './field-set.ts';
import { directivesNamed, readText, type JoinNames } from './join-directives.ts';
import { directiveNameIn, type LinkedFeature } from './linked-features.ts';
import { joinedFields } from './required-paths.ts';
import type { SupergraphTypes } from './supergraph-types.ts';

/** Types that set a context, by the name of the context in the supergraph (`subgraph__name`). */
export type ContextSetters = ReadonlyMap<string, readonly string[]>;

/** One argument that a subgraph takes from what is above its field, and never from the client. */
export interface ContextArgument {
  /** The value of the join enumeration. */
  readonly graph: string;
  readonly type: string;
  readonly field: string;
  /** To be read on whichever of `setters` is nearest above. */
  readonly selections: readonly SelectionNode[];
  readonly setters: readonly string[];
}

export function readContextSetters(
  types: SupergraphTypes,
  features: ReadonlyMap<string, LinkedFeature>,
): ContextSetters {
  const setters = new Map<string, string[]>();
  const feature = features.get('context');
  if (!feature) return setters;
  const directive = directiveNameIn(feature, 'context');
  for (const [type, definition] of types.all) {
    for (const use of directivesNamed(definition, directive)) {
      const context = readText(use, 'name');
      if (context !== undefined) setters.set(context, [...(setters.get(context) ?? []), type]);
    }
  }
  return setters;
}

/** Every contextual argument of a supergraph. */
export function readContextArguments(
  types: Pick<SupergraphTypes, 'withFields'>,
  join: JoinNames,
  setters: ContextSetters,
): readonly ContextArgument[] {
  return [...joinedFields(types, join)].flatMap(({ type, field, directive }) =>
    contextArgumentsOf(directive).flatMap((argument): readonly ContextArgument[] => {
      const [context, selection] = [textOf(argument, 'context'), textOf(argument, 'selection')];
      if (context === undefined || selection === undefined) return [];
      const graph = readText(directive, 'graph') ?? '';
      const selections = parseFieldSet(withoutBraces(selection));
      return [{ graph, type, field, selections, setters: setters.get(context) ?? [] }];
    }),
  );
}

/** The directive with the selection of each of its contextual arguments changed. */
export function mapContextSelections(
  directive: ConstDirectiveNode,
  change: (context: string, selections: readonly SelectionNode[]) => readonly SelectionNode[],
): ConstDirectiveNode {
  if (contextArgumentsOf(directive).length === 0) return directive;
  const changeOne = (value: ConstValueNode): ConstValueNode => {
    if (value.kind !== Kind.OBJECT) return value;
    const [context, selection] = [textOf(value, 'context'), textOf(value, 'selection')];
    if (context === undefined || selection === undefined) return value;
    const text = printFieldSet(change(context, parseFieldSet(withoutBraces(selection))));
    const changed = { kind: Kind.STRING, value: `{ ${text} }` } as const;
    const fields = value.fields.map((field) =>
      field.name.value === 'selection' ? { ...field, value: changed } : field,
    );
    return { ...value, fields };
  };
  const changed = directive.arguments?.map((argument) =>
    argument.name.value === ARGUMENT && argument.value.kind === Kind.LIST
      ? { ...argument, value: { ...argument.value, values: argument.value.values.map(changeOne) } }
      : argument,
  );
  return { ...directive, ...(changed && { arguments: changed }) };
}

const ARGUMENT = 'contextArguments';

/** A selection comes with its braces, or without when it is made of fragments. */
function withoutBraces(selection: string): string {
  const text = selection.trim();
  return text.startsWith('{') ? text.slice(1, text.lastIndexOf('}')) : text;
}

function contextArgumentsOf(directive: ConstDirectiveNode): readonly ConstObjectValueNode[] {
  const value = directive.arguments?.find(({ name }) => name.value === ARGUMENT)?.value;
  return value?.kind === Kind.LIST ? value.values.filter((item) => item.kind === Kind.OBJECT) : [];
}

function textOf(object: ConstObjectValueNode, name: string): string | undefined {
  const value = object.fields.find((field) => field.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
