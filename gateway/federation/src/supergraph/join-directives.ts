import { Kind, type ConstArgumentNode, type ConstDirectiveNode } from 'graphql';

/** The directives by which a supergraph says which subgraph has what, under their names in this document. */
export interface JoinNames {
  readonly type: string;
  readonly field: string;
  readonly graph: string;
  readonly graphEnum: string;
}

/** Arguments of a directive whose values are plain strings, enum values or booleans. */
export function readArguments(directive: ConstDirectiveNode): ReadonlyMap<string, string | boolean> {
  return new Map((directive.arguments ?? []).flatMap((argument) => readArgument(argument)));
}

/** The value of a string or enum argument, if it is there. */
export function readText(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = readArguments(directive).get(argument);
  return typeof value === 'string' ? value : undefined;
}

export function directivesNamed(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}

function readArgument({ name, value }: ConstArgumentNode): [string, string | boolean][] {
  switch (value.kind) {
    case Kind.STRING:
    case Kind.ENUM:
    case Kind.BOOLEAN:
      return [[name.value, value.value]];
    default:
      return [];
  }
}
