import {
  Kind,
  print,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type SelectionNode,
} from 'graphql';
import { mapContextSelections, readContextArguments, type ContextSetters } from './context-arguments.ts';
import { parseFieldSet, printFieldSet, typeInside } from './field-set.ts';
import { directivesNamed, readArguments, readText, type JoinNames } from './join-directives.ts';
import { hasFields, namedTypeOf, type FieldsType, type SupergraphTypes } from './supergraph-types.ts';

/** A field without arguments, unseen by clients, that stands for a field with one set of arguments. */
export interface HiddenField {
  readonly field: string;
  /** The arguments as GraphQL text, without parentheses. */
  readonly arguments: string;
}

export interface HiddenFields {
  readonly document: DocumentNode;
  /** By the name of the hidden field. */
  readonly fields: ReadonlyMap<string, HiddenField>;
}

/**
 * Gives each argument set that a `@requires` or a `@fromContext` names a field of its own. The planner merges two uses of
 * a field by name alone: a client's `comments(limit: 1)` and a required `comments(limit: 3)` would become one.
 */
export function hideRequiredArguments(
  document: DocumentNode,
  types: SupergraphTypes,
  join: JoinNames,
  inaccessible: string,
  setters: ContextSetters,
): HiddenFields {
  const hiding = new Hiding(types);
  const rewritten = types.withFields.map((type) => rewriteRequires(type, join, hiding, setters));
  if (hiding.fields.size === 0) return { document, fields: hiding.fields };
  const byName = new Map(rewritten.map((type) => [type.name.value, type]));
  const unused = unusedExternals(rewritten, types, join, hiding, setters);
  return {
    fields: hiding.fields,
    document: {
      ...document,
      definitions: document.definitions.map((definition) => {
        const type = 'name' in definition && definition.name ? byName.get(definition.name.value) : undefined;
        return type
          ? addHiddenFields(dropExternals(type, unused, join), hiding, join, inaccessible)
          : definition;
      }),
    },
  };
}

/** What is hidden so far, and the places whose declared use is replaced. */
class Hiding {
  readonly fields = new Map<string, HiddenField>();
  readonly namesByType = new Map<string, Set<string>>();
  readonly replaced = new Set<string>();
  readonly #uses = new Set<string>();
  readonly types: SupergraphTypes;
  readonly #nameByCall = new Map<string, string>();
  readonly #taken: ReadonlySet<string>;

  constructor(types: SupergraphTypes) {
    this.types = types;
    this.#taken = new Set(
      types.withFields.flatMap((type) => (type.fields ?? []).map((field) => field.name.value)),
    );
  }

  hide(graph: string, type: string, node: FieldNode): string {
    const field = node.name.value;
    const text = printArguments(node);
    const name = this.#nameFor(field, text);
    this.fields.set(name, { field, arguments: text });
    for (const owner of [type, ...this.types.subtypes(type)]) {
      if (!this.types.field(owner, field)) continue;
      const names = this.namesByType.get(owner) ?? new Set<string>();
      this.namesByType.set(owner, names.add(name));
      this.replaced.add(`${graph} ${owner}.${field}`);
      this.#uses.add(`${graph} ${owner}.${name}`);
    }
    return name;
  }

  /** Whether a subgraph needs a hidden field it cannot give: to require it, or because an interface has it. */
  isNeeded(graph: string, type: FieldsType, name: string): boolean {
    if (this.#uses.has(`${graph} ${type.name.value}.${name}`)) return true;
    return (type.interfaces ?? []).some((parent) => this.namesByType.get(parent.name.value)?.has(name));
  }

  #nameFor(field: string, text: string): string {
    const call = `${field}(${text})`;
    const known = this.#nameByCall.get(call);
    if (known) return known;
    let rank = this.#nameByCall.size;
    while (this.#taken.has(`${field}_requis_${rank}`)) rank += 1;
    const name = `${field}_requis_${rank}`;
    this.#nameByCall.set(call, name);
    return name;
  }
}

function rewriteRequires(
  type: FieldsType,
  join: JoinNames,
  hiding: Hiding,
  setters: ContextSetters,
): FieldsType {
  const fields = type.fields?.map((field) => ({
    ...field,
    directives: field.directives?.map((directive) =>
      directive.name.value === join.field
        ? rewriteContexts(rewriteRequiresArgument(directive, type.name.value, hiding), hiding, setters)
        : directive,
    ),
  }));
  return { ...type, ...(fields && { fields }) } as FieldsType;
}

function rewriteRequiresArgument(
  directive: ConstDirectiveNode,
  type: string,
  hiding: Hiding,
): ConstDirectiveNode {
  const requires = readText(directive, 'requires');
  const graph = readText(directive, 'graph');
  if (!requires?.includes('(') || !graph) return directive;
  const value = printFieldSet(rewriteSelections(parseFieldSet(requires), graph, type, hiding));
  return {
    ...directive,
    arguments: (directive.arguments ?? []).map((argument) =>
      argument.name.value === 'requires' ? { ...argument, value: { kind: Kind.STRING, value } } : argument,
    ),
  };
}

function rewriteContexts(
  directive: ConstDirectiveNode,
  hiding: Hiding,
  setters: ContextSetters,
): ConstDirectiveNode {
  const graph = readText(directive, 'graph') ?? '';
  return mapContextSelections(directive, (context, selections) => {
    // A call is hidden under one name, whatever the type it is read on.
    const hidden = (setters.get(context) ?? []).map((setter) =>
      rewriteSelections(selections, graph, setter, hiding),
    );
    return hidden[0] ?? selections;
  });
}

function rewriteSelections(
  selections: readonly SelectionNode[],
  graph: string,
  type: string,
  hiding: Hiding,
): readonly SelectionNode[] {
  return selections.map((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
    const inner = typeInside(selection, type, hiding.types);
    const selectionSet = selection.selectionSet && {
      ...selection.selectionSet,
      selections: rewriteSelections(selection.selectionSet.selections, graph, inner, hiding),
    };
    if (selection.kind === Kind.INLINE_FRAGMENT) return { ...selection, selectionSet } as SelectionNode;
    if (!selection.arguments?.length) return { ...selection, selectionSet } as SelectionNode;
    const name = hiding.hide(graph, type, selection);
    return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name }, selectionSet } as SelectionNode;
  });
}

function printArguments(node: FieldNode): string {
  return (node.arguments ?? [])
    .map((argument) => print(argument))
    .toSorted()
    .join(', ');
}

function addHiddenFields(
  type: FieldsType,
  hiding: Hiding,
  join: JoinNames,
  inaccessible: string,
): FieldsType {
  const names = hiding.namesByType.get(type.name.value);
  if (!names) return type;
  const added = [...names].flatMap((name) => {
    const hidden = hiding.fields.get(name);
    const model = hidden && hiding.types.field(type.name.value, hidden.field);
    return model
      ? [hiddenDefinition(model, name, joinsOf(model, name, type, join, hiding), inaccessible)]
      : [];
  });
  return { ...type, fields: [...(type.fields ?? []), ...added] } as FieldsType;
}

function hiddenDefinition(
  model: FieldDefinitionNode,
  name: string,
  joins: readonly ConstDirectiveNode[],
  inaccessible: string,
): FieldDefinitionNode {
  return {
    kind: Kind.FIELD_DEFINITION,
    name: { kind: Kind.NAME, value: name },
    type: model.type,
    directives: [...joins, { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: inaccessible } }],
  };
}

/** Where the field itself is, the hidden one is; except where it is external and nothing there asks for the hidden one. */
function joinsOf(
  model: FieldDefinitionNode,
  name: string,
  type: FieldsType,
  join: JoinNames,
  hiding: Hiding,
): readonly ConstDirectiveNode[] {
  return directivesNamed(model, join.field).filter((directive) => {
    const graph = readText(directive, 'graph');
    const isExternal = readArguments(directive).get('external') === true;
    return !isExternal || graph === undefined || hiding.isNeeded(graph, type, name);
  });
}

/** The engine refuses an external field that no key, `@requires` or `@provides` of its subgraph names any more. */
function unusedExternals(
  rewritten: readonly FieldsType[],
  types: SupergraphTypes,
  join: JoinNames,
  hiding: Hiding,
  setters: ContextSetters,
): ReadonlySet<string> {
  const used = new Set<string>();
  const use = (graph: string, selections: readonly SelectionNode[], type: string) => {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
      const owners = [type, ...types.subtypes(type)];
      if (selection.kind === Kind.FIELD) {
        for (const owner of owners) used.add(`${graph} ${owner}.${selection.name.value}`);
      }
      const hidden =
        selection.kind === Kind.FIELD ? hiding.fields.get(selection.name.value)?.field : undefined;
      const real = hidden && selection.kind === Kind.FIELD ? renamed(selection, hidden) : selection;
      if (selection.selectionSet)
        use(graph, selection.selectionSet.selections, typeInside(real, type, types));
    }
  };
  for (const type of rewritten) {
    for (const directive of directivesNamed(type, join.type))
      useFieldSet(directive, 'key', type.name.value, use);
    for (const field of type.fields ?? []) {
      for (const directive of directivesNamed(field, join.field)) {
        useFieldSet(directive, 'requires', type.name.value, use);
        useFieldSet(directive, 'provides', namedTypeOf(field.type), use);
      }
    }
  }
  for (const { graph, selections, setters: owners } of readContextArguments(
    { withFields: rewritten },
    join,
    setters,
  )) {
    for (const owner of owners) use(graph, selections, owner);
  }
  for (const type of rewritten) useForInterfaces(type, types, join, used);
  return new Set([...hiding.replaced].filter((place) => !used.has(place)));
}

/** An external field may also be there only because an interface of its subgraph asks for it. */
function useForInterfaces(
  type: FieldsType,
  types: SupergraphTypes,
  join: JoinNames,
  used: Set<string>,
): void {
  for (const parent of type.interfaces ?? []) {
    const definition = types.all.get(parent.name.value);
    if (!definition || !hasFields(definition)) continue;
    const parentGraphs = directivesNamed(definition, join.type).map((directive) =>
      readText(directive, 'graph'),
    );
    for (const field of definition.fields ?? []) {
      const joins = directivesNamed(field, join.field);
      const graphs = joins.length > 0 ? joins.map((directive) => readText(directive, 'graph')) : parentGraphs;
      for (const graph of graphs) used.add(`${graph} ${type.name.value}.${field.name.value}`);
    }
  }
}

function renamed(node: FieldNode, name: string): FieldNode {
  return { ...node, name: { kind: Kind.NAME, value: name } };
}

function useFieldSet(
  directive: ConstDirectiveNode,
  argument: string,
  type: string,
  use: (graph: string, selections: readonly SelectionNode[], type: string) => void,
): void {
  const text = readText(directive, argument);
  const graph = readText(directive, 'graph');
  if (text && graph) use(graph, parseFieldSet(text), type);
}

function dropExternals(type: FieldsType, unused: ReadonlySet<string>, join: JoinNames): FieldsType {
  const fields = type.fields?.map((field) => ({
    ...field,
    directives: field.directives?.filter((directive) => {
      if (directive.name.value !== join.field || readArguments(directive).get('external') !== true)
        return true;
      return !unused.has(`${readText(directive, 'graph')} ${type.name.value}.${field.name.value}`);
    }),
  }));
  return { ...type, ...(fields && { fields }) } as FieldsType;
}
