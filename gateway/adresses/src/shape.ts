import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isMark, isOfPage } from './with-sources.ts';

/** What a cell holds: a list of leaves is one cell, its JSON. */
export type CellKind = 'ENTIER' | 'NOMBRE' | 'BOOLEEN' | 'TEXTE' | 'JSON';

export interface Leaf {
  readonly kind: 'LEAF';
  readonly cell: CellKind;
  /** Its GraphQL type, as the schema writes it. */
  readonly type: string;
  readonly description: string | undefined;
  /** Of an enum, its values and what each means. */
  readonly values: readonly { readonly code: string; readonly description: string | undefined }[] | undefined;
}

/** What an operation answers, by the names that its answer has, in the operation's order. */
export interface Shape {
  readonly kind: 'OBJECT' | 'LIST';
  readonly fields: Map<string, Shape | Leaf>;
  /** The field that asks it; none asks the whole. */
  readonly node: FieldNode | undefined;
  /** Whether it is the elements of a page, which more may follow. */
  readonly isOfPage: boolean;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

export const operationOf = ({ definitions }: DocumentNode): OperationDefinitionNode =>
  definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)!;

export function shapeOf(document: DocumentNode, schema: GraphQLSchema): Shape {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const shape: Shape = { kind: 'OBJECT', fields: new Map(), node: undefined, isOfPage: false };
  const { operation, selectionSet } = operationOf(document);
  const root = schema.getRootType(operation);
  if (root) addSet(selectionSet, root, shape, { schema, fragments });
  return shape;
}

function addSet(set: SelectionSetNode, type: GraphQLNamedType, shape: Shape, walk: Walk): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      if (!isMark(key)) addField(key, selection, type, shape, walk);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments.get(selection.name.value);
    if (!fragment) continue;
    const condition = fragment.typeCondition && walk.schema.getType(fragment.typeCondition.name.value);
    addSet(fragment.selectionSet, condition ?? type, shape, walk);
  }
}

function addField(key: string, node: FieldNode, parent: GraphQLNamedType, shape: Shape, walk: Walk): void {
  const set = node.selectionSet;
  const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
  const field = fields[node.name.value];
  if (!field || !set) {
    if (!shape.fields.has(key)) shape.fields.set(key, toLeaf(field?.type, field?.description ?? undefined));
    return;
  }
  // Where a page ends is said of a page, not of its rows.
  if (getNamedType(field.type).name === 'PageInfo') return;
  const known = shape.fields.get(key);
  const kind = isListType(getNullableType(field.type)) ? 'LIST' : 'OBJECT';
  const made: Shape = { kind, fields: new Map(), node, isOfPage: isOfPage(node, fields) };
  const inner = known && known.kind !== 'LEAF' ? known : made;
  shape.fields.set(key, inner);
  const type = getNamedType(field.type);
  if (isCompositeType(type)) addSet(set, type, inner, walk);
}

const CELLS: Readonly<Record<string, CellKind>> = { Int: 'ENTIER', Float: 'NOMBRE', Boolean: 'BOOLEEN' };

/** `__typename` has no definition. */
function toLeaf(type: GraphQLOutputType | undefined, description: string | undefined): Leaf {
  if (type === undefined)
    return { kind: 'LEAF', cell: 'TEXTE', type: 'String!', description, values: undefined };
  const named = getNamedType(type);
  const cell = isListType(getNullableType(type)) ? 'JSON' : (CELLS[named.name] ?? 'TEXTE');
  const values = isEnumType(named)
    ? named.getValues().map(({ name, description: said }) => ({ code: name, description: said ?? undefined }))
    : undefined;
  return { kind: 'LEAF', cell, type: String(type), description, values };
}
