import {
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A query that means the same as another, and what must be sent and read with it. */
export interface RewrittenQuery {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The first name of what answers under another. */
  readonly names: ReadonlyMap<string, string>;
  /** Names of the answer that the first query did not ask for. */
  readonly added: ReadonlySet<string>;
}

export type Rewriting = (document: DocumentNode, schema: GraphQLSchema) => RewrittenQuery;

const SAME = { variables: {}, names: new Map<string, string>(), added: new Set<string>() };

/** The ways to say the same thing otherwise, each by what it does. */
export const REWRITINGS: Readonly<Record<string, Rewriting>> = {
  'every selection under @include(if: true)': (document) => ({
    ...SAME,
    document: mapSelections(document, (selection) => [wrap(selection, condition('include', true))]),
  }),
  'every selection under @skip by a variable': (document) => ({
    ...SAME,
    document: withVariable(
      mapSelections(document, (selection) => [wrap(selection, condition('skip', NO))]),
      NO,
    ),
    variables: { [NO]: false },
  }),
  'a condition by a variable on every field': (document) => ({
    ...SAME,
    document: withVariable(
      mapSelections(document, (selection) =>
        selection.kind === Kind.FIELD && !isConditional(selection)
          ? [{ ...selection, directives: [...(selection.directives ?? []), condition('include', YES)] }]
          : [selection],
      ),
      YES,
    ),
    variables: { [YES]: true },
  }),
  'everything twice': (document) => ({
    ...SAME,
    document: mapSelections(document, (selection) => [selection, wrap(selection)]),
  }),
  '__typename wherever the type is known': (document, schema) => ({
    ...SAME,
    document: addTypenames(document, schema),
    added: new Set([TYPE]),
  }),
  'leaves under one another’s names': exchangeLeaves,
};

const NO = 'conditionNo';
const YES = 'conditionYes';
const TYPE = 'addedTypename';

const name = (value: string) => ({ kind: Kind.NAME, value }) as const;

function condition(directive: 'include' | 'skip', on: string | true): DirectiveNode {
  const value =
    on === true
      ? ({ kind: Kind.BOOLEAN, value: true } as const)
      : ({ kind: Kind.VARIABLE, name: name(on) } as const);
  return {
    kind: Kind.DIRECTIVE,
    name: name(directive),
    arguments: [{ kind: Kind.ARGUMENT, name: name('if'), value }],
  };
}

function isConditional({ directives = [] }: SelectionNode): boolean {
  return directives.some((directive) => ['include', 'skip'].includes(directive.name.value));
}

function wrap(selection: SelectionNode, ...directives: readonly DirectiveNode[]): SelectionNode {
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [selection] };
  return { kind: Kind.INLINE_FRAGMENT, directives, selectionSet };
}

/** Introspection is another matter: a depth of it has a limit. */
function mapSelections(
  document: DocumentNode,
  map: (selection: SelectionNode) => readonly SelectionNode[],
): DocumentNode {
  return visit(document, {
    Field: (node) => (isOfSchema(node) ? false : undefined),
    SelectionSet: {
      leave: (node): SelectionSetNode => ({ ...node, selections: node.selections.flatMap(map) }),
    },
  });
}

const isOfSchema = (node: FieldNode): boolean => ['__schema', '__type'].includes(node.name.value);

function withVariable(document: DocumentNode, variable: string): DocumentNode {
  return visit(document, {
    OperationDefinition: (node) => ({
      ...node,
      variableDefinitions: [
        ...(node.variableDefinitions ?? []),
        {
          kind: Kind.VARIABLE_DEFINITION,
          variable: { kind: Kind.VARIABLE, name: name(variable) },
          type: { kind: Kind.NON_NULL_TYPE, type: { kind: Kind.NAMED_TYPE, name: name('Boolean') } },
        } as const,
      ],
    }),
  });
}

function addTypenames(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  const added: FieldNode = { kind: Kind.FIELD, name: name('__typename'), alias: name(TYPE) };
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => (isOfSchema(node) ? false : undefined),
      SelectionSet: {
        leave: (node) =>
          isObjectType(types.getParentType())
            ? { ...node, selections: [...node.selections, added] }
            : undefined,
      },
    }),
  );
}

/** Each leaf answers under the name of the next leaf of the query: what merged still merges. */
function exchangeLeaves(document: DocumentNode): RewrittenQuery {
  const leaves = new Set<string>();
  const others = new Set<string>();
  visit(document, {
    Field: (node) => {
      if (isOfSchema(node)) return false;
      (node.selectionSet ? others : leaves).add((node.alias ?? node.name).value);
      return undefined;
    },
  });
  const exchanged = [...leaves].filter((leaf) => !others.has(leaf));
  const next = new Map(exchanged.map((leaf, rank) => [leaf, exchanged[(rank + 1) % exchanged.length]!]));
  const renamed = visit(document, {
    Field: (node): FieldNode | false | undefined => {
      if (isOfSchema(node)) return false;
      const other = next.get((node.alias ?? node.name).value);
      return other === undefined ? undefined : { ...node, alias: name(other) };
    },
  });
  return { ...SAME, document: renamed, names: new Map([...next].map(([first, other]) => [other, first])) };
}
