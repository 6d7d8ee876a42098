import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
} from 'graphql';
import type { SubgraphSdl } from './compose.ts';

/** A field that a level really defines. */
export interface DefinedField {
  readonly level: string;
  readonly type: string;
  readonly field: string;
  readonly line: number;
  readonly node: FieldDefinitionNode;
}

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

const ROOTS: readonly string[] = ['Query', 'Mutation', 'Subscription'];

/** What a level defines in the graph's types: neither the keys it repeats to name an entity, nor what it marks @external. */
export function listDefinedFields(subgraph: SubgraphSdl): DefinedField[] {
  return listObjects(subgraph)
    .filter((node) => !ROOTS.includes(node.name.value))
    .flatMap((node) => {
      const keys = keyFieldsOf(node);
      return fieldsOf(subgraph, node).filter(
        ({ field, node: { directives } }) => !keys.has(field) && !has(directives, 'external'),
      );
    });
}

/** The fields by which a question begins. */
export function listRootFields(subgraph: SubgraphSdl): DefinedField[] {
  return listObjects(subgraph)
    .filter((node) => ROOTS.includes(node.name.value))
    .flatMap((node) => fieldsOf(subgraph, node));
}

/** The object types that a level says something of: not those it only names by their key (`resolvable: false`). */
export function listToldTypes(subgraph: SubgraphSdl): string[] {
  return listObjects(subgraph)
    .filter((node) => !isStub(node))
    .map((node) => node.name.value);
}

export function has(directives: readonly ConstDirectiveNode[] | undefined, wanted: string): boolean {
  return directives?.some(({ name }) => name.value === wanted) ?? false;
}

function listObjects({ sdl }: SubgraphSdl): ObjectNode[] {
  return parse(sdl).definitions.filter(
    (node): node is ObjectNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

function fieldsOf({ name: level }: SubgraphSdl, { name, fields }: ObjectNode): DefinedField[] {
  return (fields ?? []).map((node) => ({
    level,
    type: name.value,
    field: node.name.value,
    line: node.loc?.startToken.line ?? 0,
    node,
  }));
}

function isStub(node: ObjectNode): boolean {
  const keys = keysOf(node);
  return (
    keys.length > 0 &&
    keys.every((key) =>
      key.arguments?.some(
        ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
      ),
    )
  );
}

function keyFieldsOf(node: ObjectNode): ReadonlySet<string> {
  const texts = keysOf(node).map(
    ({ arguments: given }) => given?.find(({ name }) => name.value === 'fields')?.value,
  );
  return new Set(texts.flatMap((value) => (value?.kind === Kind.STRING ? value.value.split(/[\s{}]+/) : [])));
}

function keysOf({ directives }: ObjectNode): readonly ConstDirectiveNode[] {
  return (directives ?? []).filter(({ name }) => name.value === 'key');
}
