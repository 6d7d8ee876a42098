import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { SelectionWalk } from './selection-walk.ts';
import { isMark, isOfConnection, statusMarkOf } from './with-sources.ts';

/** What a cell holds: a list of leaves is one cell, its JSON. */
export type CellKind = 'ENTIER' | 'NOMBRE' | 'BOOLEEN' | 'TEXTE' | 'JSON';

export interface Leaf {
  readonly kind: 'LEAF';
  readonly cell: CellKind;
  /** Its GraphQL type, as the schema writes it. */
  readonly type: string;
  /** The mark that says what it is worth, of a figure. */
  readonly statusMark?: string;
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
  readonly isOfConnection: boolean;
}

export function shapeOf(document: DocumentNode, schema: GraphQLSchema): Shape {
  const walk = new SelectionWalk(document, schema);
  const shape: Shape = { kind: 'OBJECT', fields: new Map(), node: undefined, isOfConnection: false };
  addFields(walk.roots(), shape, walk);
  return shape;
}

function addFields(selected: ReturnType<SelectionWalk['fieldsOf']>, shape: Shape, walk: SelectionWalk): void {
  for (const { key, node, field, siblings } of selected) {
    if (isMark(key)) continue;
    const set = node.selectionSet;
    if (!field || !set) {
      if (shape.fields.has(key)) continue;
      const statusMark = statusMarkOf(node.name.value, siblings);
      shape.fields.set(key, { ...toLeaf(field?.type, field?.description ?? undefined), statusMark });
      continue;
    }
    const type = getNamedType(field.type);
    // Where a page ends is said of a page, not of its rows.
    if (type.name === 'PageInfo') continue;
    const known = shape.fields.get(key);
    const kind = isListType(getNullableType(field.type)) ? 'LIST' : 'OBJECT';
    const made: Shape = { kind, fields: new Map(), node, isOfConnection: isOfConnection(node, siblings) };
    const inner = known && known.kind !== 'LEAF' ? known : made;
    shape.fields.set(key, inner);
    addFields(walk.fieldsOf(set, type), inner, walk);
  }
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
