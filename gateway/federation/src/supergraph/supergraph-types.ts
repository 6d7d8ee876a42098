import {
  Kind,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import { directivesNamed, readText, type JoinNames } from './join-directives.ts';

export type FieldsType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** The types of a supergraph document, read without building a schema. */
export interface SupergraphTypes {
  readonly all: ReadonlyMap<string, TypeDefinitionNode>;
  readonly withFields: readonly FieldsType[];
  field(type: string, field: string): FieldDefinitionNode | undefined;
  /** Objects and interfaces that implement an interface, members of a union; nothing for another type. */
  subtypes(type: string): readonly string[];
  /** Object types a value of this type can be. */
  runtimeTypes(type: string): readonly string[];
}

export interface SupergraphSubgraph {
  /** The name of the value of the join enumeration. */
  readonly graph: string;
  readonly name: string;
  readonly url: string | undefined;
}

export function readSupergraphTypes(document: DocumentNode): SupergraphTypes {
  const all = new Map(
    document.definitions.flatMap((node) => (isType(node) ? [[node.name.value, node]] : [])),
  );
  const withFields = [...all.values()].filter(hasFields);
  const subtypes = readSubtypes(all);
  const fields = new Map(withFields.map((type) => [type.name.value, fieldsByName(type)]));
  const subtypesOf = (type: string) => subtypes.get(type) ?? [];
  return {
    all,
    withFields,
    field: (type, field) => fields.get(type)?.get(field),
    subtypes: subtypesOf,
    runtimeTypes: (type) =>
      all.get(type)?.kind === Kind.OBJECT_TYPE_DEFINITION
        ? [type]
        : subtypesOf(type).filter((name) => all.get(name)?.kind === Kind.OBJECT_TYPE_DEFINITION),
  };
}

/** The subgraphs of the join enumeration, in the order of the document. */
export function readSubgraphs(types: SupergraphTypes, join: JoinNames): readonly SupergraphSubgraph[] {
  const graphs = types.all.get(join.graphEnum);
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return [];
  return (graphs.values ?? []).map((value) => {
    const directive = directivesNamed(value, join.graph)[0];
    const graph = value.name.value;
    const url = directive && readText(directive, 'url');
    return {
      graph,
      name: (directive && readText(directive, 'name')) ?? graph,
      url: url === '' ? undefined : url,
    };
  });
}

export function hasFields(type: TypeDefinitionNode): type is FieldsType {
  return type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

export function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

function isType(node: DocumentNode['definitions'][number]): node is TypeDefinitionNode {
  return node.kind.endsWith('TypeDefinition');
}

function fieldsByName(type: FieldsType): ReadonlyMap<string, FieldDefinitionNode> {
  return new Map((type.fields ?? []).map((field) => [field.name.value, field]));
}

function readSubtypes(all: ReadonlyMap<string, TypeDefinitionNode>): ReadonlyMap<string, readonly string[]> {
  const subtypes = new Map<string, string[]>();
  for (const type of all.values()) {
    if (hasFields(type)) {
      for (const parent of type.interfaces ?? []) {
        const known = subtypes.get(parent.name.value);
        if (known) known.push(type.name.value);
        else subtypes.set(parent.name.value, [type.name.value]);
      }
    }
    if (type.kind === Kind.UNION_TYPE_DEFINITION) subtypes.set(type.name.value, membersOf(type));
  }
  return subtypes;
}

function membersOf(type: UnionTypeDefinitionNode): string[] {
  return (type.types ?? []).map((member) => member.name.value);
}
