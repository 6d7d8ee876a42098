import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  parseConstValue,
  visit,
} from 'graphql';
import { DEFAULT_FIRST } from './connection.ts';

/**
 * What the SDL of every level says, whatever its decorators do. A root field may be null: a level that is down never
 * takes what others answer beside it. A page says that its argument bounds it, and what it gives without. Types come by their
 * names: the order that their modules are loaded in is nobody's.
 */
export function shapeSdl(document: DocumentNode): DocumentNode {
  const definitions = [...document.definitions].sort((one, other) => compare(nameOf(one), nameOf(other)));
  return visit(
    { ...document, definitions },
    {
      ObjectTypeDefinition: { enter: (type) => (isRoot(type) ? withNullableFields(type) : undefined) },
      FieldDefinition: { leave: (field) => (givesPage(field) ? withPageSize(field) : undefined) },
    },
  );
}

/** The schema has no name, and comes first. */
const nameOf = (definition: DefinitionNode): string =>
  'name' in definition ? (definition.name?.value ?? '') : '';

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function isRoot({ name }: ObjectTypeDefinitionNode): boolean {
  return name.value === 'Query' || name.value === 'Mutation';
}

function withNullableFields(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  return { ...type, fields: (type.fields ?? []).map((field) => ({ ...field, type: nullable(field.type) })) };
}

function nullable(type: TypeNode): TypeNode {
  return type.kind === Kind.NON_NULL_TYPE ? type.type : type;
}

function givesPage({ arguments: given }: FieldDefinitionNode): boolean {
  return given?.some(({ name }) => name.value === 'first') ?? false;
}

function withPageSize(field: FieldDefinitionNode): FieldDefinitionNode {
  const directives = field.directives ?? [];
  const isSize = ({ name }: ConstDirectiveNode): boolean => name.value === 'listSize';
  const said = directives.find(isSize)?.arguments?.find(({ name }) => name.value === 'assumedSize');
  const size: ConstDirectiveNode = {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'listSize' },
    arguments: Object.entries({
      assumedSize: said?.value ?? parseConstValue(String(DEFAULT_FIRST)),
      slicingArguments: parseConstValue('["first"]'),
      sizedFields: parseConstValue('["edges", "nodes"]'),
      requireOneSlicingArgument: parseConstValue('false'),
    }).map(([name, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: name },
      value,
    })),
  };
  return { ...field, directives: [...directives.filter((directive) => !isSize(directive)), size] };
}
