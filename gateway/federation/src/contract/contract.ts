import {
  Kind,
  print,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import { directivesNamed, readText } from '../supergraph/join-directives.ts';
import { inaccessibleNameIn, linkInaccessible } from '../prepare/link-inaccessible.ts';
import { directiveNameIn, readLinkedFeatures, type LinkedFeature } from '../supergraph/linked-features.ts';
import { parseSupergraph } from '../prepare/prepare-supergraph.ts';
import {
  hasFields,
  namedTypeOf,
  readSupergraphTypes,
  type SupergraphTypes,
} from '../supergraph/supergraph-types.ts';

/** Which part of a graph a contract shows. */
export interface TagFilter {
  /** When not empty: only fields that bear one of these tags, or whose type does, and what they need. */
  readonly include?: readonly string[];
  /** Whatever bears one of these tags is left out, included or not. */
  readonly exclude?: readonly string[];
}

/**
 * The supergraph of a contract: everything is there for the planner, and what the filter leaves out is inaccessible to
 * clients. What would then be left dangling is left out too: a field of a hidden type, one that takes a hidden argument
 * it cannot do without, a type without fields, and what nothing leads to any more.
 */
export function toContractSupergraph(supergraphSdl: string, filter: TagFilter): string {
  const document = parseSupergraph(supergraphSdl);
  const features = readLinkedFeatures(document);
  const types = readSupergraphTypes(document);
  const hidden = new HiddenElements(types, features, filter).find();
  const marked = markInaccessible(document, hidden, inaccessibleNameIn(features));
  return print(linkInaccessible(marked, features));
}

interface Tagged {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** What a contract hides, as `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `Input.field`. */
class HiddenElements {
  readonly #hidden = new Set<string>();
  readonly #types: SupergraphTypes;
  readonly #own: readonly TypeDefinitionNode[];
  readonly #roots: readonly string[];
  readonly #tag: string;
  readonly #inaccessible: string;
  readonly #include: ReadonlySet<string>;
  readonly #exclude: ReadonlySet<string>;

  constructor(
    types: SupergraphTypes,
    features: ReadonlyMap<string, LinkedFeature>,
    { include = [], exclude = [] }: TagFilter,
  ) {
    const tag = features.get('tag');
    const prefixes = [...features.values()].map((feature) => `${feature.prefix}__`);
    this.#types = types;
    this.#own = [...types.all.values()].filter(
      (type) => !prefixes.some((prefix) => type.name.value.startsWith(prefix)),
    );
    this.#roots = ['Query', 'Mutation', 'Subscription'].filter((name) => types.all.has(name));
    this.#tag = tag ? directiveNameIn(tag, 'tag') : 'tag';
    this.#inaccessible = inaccessibleNameIn(features);
    this.#include = new Set(include);
    this.#exclude = new Set(exclude);
  }

  find(): ReadonlySet<string> {
    for (const type of this.#own) this.#hideByTags(type);
    let before = -1;
    while (this.#hidden.size > before) {
      before = this.#hidden.size;
      for (const type of this.#own) this.#hideDangling(type);
    }
    this.#hideUnreachable();
    return this.#hidden;
  }

  #hideByTags(type: TypeDefinitionNode): void {
    const name = type.name.value;
    this.#hideExcluded(name, type);
    if (type.kind === Kind.ENUM_TYPE_DEFINITION) {
      for (const value of type.values ?? []) this.#hideExcluded(`${name}.${value.name.value}`, value);
    }
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      for (const field of type.fields ?? []) this.#hideExcluded(`${name}.${field.name.value}`, field);
    }
    if (!hasFields(type)) return;
    const isIncluded = this.#bears(type, this.#include);
    for (const field of type.fields ?? []) {
      const coordinate = `${name}.${field.name.value}`;
      this.#hideExcluded(coordinate, field);
      if (this.#include.size > 0 && !isIncluded && !this.#bears(field, this.#include))
        this.#hidden.add(coordinate);
      for (const argument of field.arguments ?? []) {
        this.#hideExcluded(`${coordinate}(${argument.name.value}:)`, argument);
      }
    }
  }

  #hideExcluded(coordinate: string, node: Tagged): void {
    const isInaccessible = directivesNamed(node, this.#inaccessible).length > 0;
    if (isInaccessible || this.#bears(node, this.#exclude)) this.#hidden.add(coordinate);
  }

  #bears(node: Tagged, tags: ReadonlySet<string>): boolean {
    return directivesNamed(node, this.#tag).some((directive) => tags.has(readText(directive, 'name') ?? ''));
  }

  #hideDangling(type: TypeDefinitionNode): void {
    const name = type.name.value;
    switch (type.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        for (const field of type.fields ?? []) this.#hideDanglingField(name, field);
        return this.#hideEmpty(name, type.fields ?? []);
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        for (const field of type.fields ?? [])
          this.#hideDanglingInput(name, `${name}.${field.name.value}`, field);
        return this.#hideEmpty(name, type.fields ?? []);
      case Kind.ENUM_TYPE_DEFINITION:
        return this.#hideEmpty(name, type.values ?? []);
      case Kind.UNION_TYPE_DEFINITION:
        if (type.types?.every((member) => this.#hidden.has(member.name.value))) this.#hidden.add(name);
        return;
      case Kind.SCALAR_TYPE_DEFINITION:
        return;
    }
  }

  #hideDanglingField(owner: string, field: FieldDefinitionNode): void {
    const coordinate = `${owner}.${field.name.value}`;
    for (const argument of field.arguments ?? []) {
      this.#hideDanglingInput(coordinate, `${coordinate}(${argument.name.value}:)`, argument);
    }
    // An interface cannot promise a field that one of its types hides.
    const isBroken = this.#types
      .subtypes(owner)
      .some((type) => !this.#hidden.has(type) && this.#hidden.has(`${type}.${field.name.value}`));
    if (isBroken || this.#hidden.has(namedTypeOf(field.type))) this.#hidden.add(coordinate);
  }

  /** Without an input it cannot do without, the owner is of no use. */
  #hideDanglingInput(owner: string, coordinate: string, input: InputValueDefinitionNode): void {
    if (this.#hidden.has(namedTypeOf(input.type))) this.#hidden.add(coordinate);
    const isRequired = input.type.kind === Kind.NON_NULL_TYPE && !input.defaultValue;
    if (isRequired && this.#hidden.has(coordinate)) this.#hidden.add(owner);
  }

  #hideEmpty(type: string, elements: readonly { readonly name: { readonly value: string } }[]): void {
    if (elements.every((element) => this.#hidden.has(`${type}.${element.name.value}`)))
      this.#hidden.add(type);
  }

  #hideUnreachable(): void {
    const reached = new Set<string>();
    const pending = [...this.#roots];
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (reached.has(name) || this.#hidden.has(name)) continue;
      reached.add(name);
      pending.push(...this.#neighbours(name));
    }
    for (const type of this.#own) {
      if (!reached.has(type.name.value)) this.#hidden.add(type.name.value);
    }
  }

  #neighbours(name: string): readonly string[] {
    const type = this.#types.all.get(name);
    if (type?.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      return (type.fields ?? [])
        .filter((field) => !this.#hidden.has(`${name}.${field.name.value}`))
        .map((field) => namedTypeOf(field.type));
    }
    if (!type || !hasFields(type)) return this.#types.subtypes(name);
    const fields = (type.fields ?? []).filter((field) => !this.#hidden.has(`${name}.${field.name.value}`));
    const inputs = fields.flatMap((field) =>
      (field.arguments ?? []).filter(
        (argument) => !this.#hidden.has(`${name}.${field.name.value}(${argument.name.value}:)`),
      ),
    );
    return [
      ...[...fields, ...inputs].map((node) => namedTypeOf(node.type)),
      ...(type.interfaces ?? []).map((parent) => parent.name.value),
      ...this.#types.subtypes(name),
    ];
  }
}

function markInaccessible(
  document: DocumentNode,
  hidden: ReadonlySet<string>,
  directive: string,
): DocumentNode {
  const mark = <N extends Tagged>(node: N, coordinate: string): N | undefined => {
    if (!hidden.has(coordinate) || directivesNamed(node, directive).length > 0) return undefined;
    const added: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: directive } };
    return { ...node, directives: [...(node.directives ?? []), added] };
  };
  let owner = '';
  let field = '';
  const type = {
    enter: (node: TypeDefinitionNode) => {
      owner = node.name.value;
      field = '';
    },
    leave: (node: TypeDefinitionNode) => mark(node, node.name.value),
  };
  return visit(document, {
    ObjectTypeDefinition: type,
    InterfaceTypeDefinition: type,
    UnionTypeDefinition: type,
    EnumTypeDefinition: type,
    InputObjectTypeDefinition: type,
    ScalarTypeDefinition: type,
    DirectiveDefinition: () => false,
    FieldDefinition: {
      enter: (node) => {
        field = node.name.value;
      },
      leave: (node) => mark(node, `${owner}.${node.name.value}`),
    },
    InputValueDefinition: {
      leave: (node) =>
        mark(node, field ? `${owner}.${field}(${node.name.value}:)` : `${owner}.${node.name.value}`),
    },
    EnumValueDefinition: { leave: (node) => mark(node, `${owner}.${node.name.value}`) },
  });
}
