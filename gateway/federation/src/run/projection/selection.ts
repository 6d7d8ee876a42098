import {
  getNamedType,
  GraphQLID,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { satisfies } from '../data/object-types.ts';
import { leafValidity, type IsValidLeaf } from './leaf-validity.ts';
import { listConditions } from '../../graphql/conditions.ts';
import type { ProjectedOperation } from './projected-operation.ts';

/** A selection set under the type it was written for, which says what its fields are. */
export interface SelectionPart {
  readonly set: SelectionSetNode;
  readonly writtenFor: string;
}

export type ValueShape =
  | {
      readonly kind: 'leaf';
      readonly nonNull: boolean;
      readonly isValid: IsValidLeaf;
      /** A number is answered as the text of its digits. */
      readonly isId: boolean;
    }
  | {
      readonly kind: 'list';
      readonly nonNull: boolean;
      readonly item: ValueShape;
      /** As the schema writes it. */
      readonly itemType: string;
    }
  | { readonly kind: 'object'; readonly nonNull: boolean; readonly selection: Selection };

interface NamedShape {
  /** The name in what was fetched. */
  readonly name: string;
  /** The client's name. */
  readonly output: string;
  /** Of the objects that have it, as far as it is known. */
  readonly parentType: string;
}

export type FieldShape =
  | (NamedShape & { readonly kind: 'typename' })
  | (NamedShape & {
      readonly kind: 'field';
      readonly path: string;
      /** The type it is asked of, and its name there. */
      readonly owner: string;
      readonly fieldName: string;
      readonly value: ValueShape;
      /** Values of this JavaScript type are right without another look. */
      readonly rightType: string | undefined;
    });

/** One answer of the condition variables, under which an operation has one shape. */
export interface ShapeContext {
  readonly operation: ProjectedOperation;
  readonly isTrue: (variable: string) => boolean;
  readonly outputName: (name: string) => string;
}

const RIGHT_TYPES: Readonly<Record<string, string>> = { String: 'string', ID: 'string', Boolean: 'boolean' };

/** What is asked of the objects at one path: which fields, once the object's type is known. */
export class Selection {
  readonly path: string;
  readonly #context: ShapeContext;
  readonly #parts: readonly SelectionPart[];
  readonly #byTypename = new Map<string, readonly FieldShape[] | undefined>();
  // Most lists hold one type: the last one is kept at hand.
  #lastTypename: string | undefined;
  #lastFields: readonly FieldShape[] | undefined;
  #holdsList: boolean | undefined;

  constructor(context: ShapeContext, path: string, parts: readonly SelectionPart[]) {
    this.#context = context;
    this.path = path;
    this.#parts = parts;
  }

  /** The fields in the client's order; '' for an object that does not say its type; undefined for an unknown type. */
  fieldsFor(typename: string): readonly FieldShape[] | undefined {
    if (typename === this.#lastTypename) return this.#lastFields;
    const known = this.#byTypename.has(typename);
    const fields = known ? this.#byTypename.get(typename) : this.#collect(typename);
    // A subgraph may name types without end that are none.
    if (!known && (fields || typename === '')) this.#byTypename.set(typename, fields);
    this.#lastTypename = typename;
    this.#lastFields = fields;
    return fields;
  }

  /** Whether a list may stand anywhere below. */
  get holdsList(): boolean {
    return (this.#holdsList ??= holdsList(this.#context.operation, this.#parts, new Set()));
  }

  #collect(typename: string): readonly FieldShape[] | undefined {
    const { apiSchema } = this.#context.operation;
    if (typename !== '' && !isCompositeType(apiSchema.getType(typename))) return undefined;
    const collected: Collection = { fields: new Map(), fragments: new Set(), isUndecided: false };
    for (const part of this.#parts) {
      collectFields(this.#context, typename, part, typename || part.writtenFor, collected);
    }
    if (collected.isUndecided) return undefined;
    return [...collected.fields].map(([name, field]) => this.#toShape(name, field));
  }

  #toShape(name: string, { parentType, owner, fieldName, type, parts }: CollectedField): FieldShape {
    const output = this.#context.outputName(name);
    if (!type) return { kind: 'typename', name, output, parentType };
    const path = this.path === '' ? name : `${this.path}.${name}`;
    const value = toValueShape(this.#context, type, path, parts);
    return {
      kind: 'field',
      name,
      output,
      parentType,
      path,
      owner,
      fieldName,
      value,
      rightType: RIGHT_TYPES[getNullableType(type).toString()],
    };
  }
}

function holdsList(
  operation: ProjectedOperation,
  parts: readonly SelectionPart[],
  fragments: Set<string>,
): boolean {
  return parts.some(({ set, writtenFor }) =>
    set.selections.some((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (fragments.has(selection.name.value)) return false;
        fragments.add(selection.name.value);
      }
      if (selection.kind !== Kind.FIELD) {
        const { selectionSet, typeCondition } = fragmentOf(operation, selection);
        const part = { set: selectionSet, writtenFor: typeCondition?.name.value ?? writtenFor };
        return holdsList(operation, [part], fragments);
      }
      if (selection.name.value === '__typename') return false;
      const type = fieldType(operation, writtenFor, selection.name.value);
      const inner = selection.selectionSet;
      return (
        isListType(getNullableType(type)) ||
        (inner !== undefined &&
          holdsList(operation, [{ set: inner, writtenFor: getNamedType(type).name }], fragments))
      );
    }),
  );
}

const fragmentOf = (
  { fragments }: ProjectedOperation,
  selection: FragmentSpreadNode | InlineFragmentNode,
): FragmentDefinitionNode | InlineFragmentNode =>
  selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)!;

interface CollectedField {
  readonly parentType: string;
  readonly owner: string;
  readonly fieldName: string;
  /** Undefined for `__typename`. */
  readonly type: GraphQLOutputType | undefined;
  readonly parts: SelectionPart[];
}

interface Collection {
  readonly fields: Map<string, CollectedField>;
  /** Named fragments that were entered: each once, for spreads that double would make the work double at each. */
  readonly fragments: Set<string>;
  /** Some fragment may or may not concern the object, which does not say its type. */
  isUndecided: boolean;
}

function collectFields(
  context: ShapeContext,
  typename: string,
  { set, writtenFor }: SelectionPart,
  parentType: string,
  collected: Collection,
): void {
  for (const selection of set.selections) {
    if (isSkipped(context, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      collectField(context, selection, writtenFor, parentType, collected.fields);
      continue;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const met = `${selection.name.value} ${parentType}`;
      if (collected.fragments.has(met)) continue;
      collected.fragments.add(met);
    }
    const { selectionSet, typeCondition } = fragmentOf(context.operation, selection);
    const condition = typeCondition?.name.value;
    const { apiSchema } = context.operation;
    if (condition && !satisfies(apiSchema, typename || parentType, condition)) {
      collected.isUndecided ||= typename === '' && isAbstractType(apiSchema.getType(parentType));
      continue;
    }
    const part = { set: selectionSet, writtenFor: condition ?? writtenFor };
    collectFields(context, typename, part, condition ?? parentType, collected);
  }
}

function collectField(
  { operation }: ShapeContext,
  field: FieldNode,
  writtenFor: string,
  parentType: string,
  collected: Map<string, CollectedField>,
): void {
  const name = field.alias?.value ?? field.name.value;
  const type =
    field.name.value === '__typename' ? undefined : fieldType(operation, writtenFor, field.name.value);
  let known = collected.get(name);
  if (!known) {
    known = { parentType, owner: writtenFor, fieldName: field.name.value, type, parts: [] };
    collected.set(name, known);
  }
  if (field.selectionSet && type)
    known.parts.push({ set: field.selectionSet, writtenFor: getNamedType(type).name });
}

function fieldType({ apiSchema }: ProjectedOperation, parentType: string, name: string): GraphQLOutputType {
  const parent = apiSchema.getType(parentType) as GraphQLCompositeType;
  const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
  if (field) return field.type;
  throw new TypeError(`No field ${parentType}.${name} in the schema that clients see.`);
}

function isSkipped({ isTrue }: ShapeContext, { directives }: SelectionNode): boolean {
  return listConditions(directives).some(
    ({ on, holds }) => (typeof on === 'string' ? isTrue(on) : on) !== holds,
  );
}

function toValueShape(
  context: ShapeContext,
  type: GraphQLOutputType,
  path: string,
  parts: readonly SelectionPart[],
): ValueShape {
  const nonNull = isNonNullType(type);
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const itemType = nullable.ofType as GraphQLOutputType;
    const item = toValueShape(context, itemType, path, parts);
    return { kind: 'list', nonNull, item, itemType: getNullableType(itemType).toString() };
  }
  if (isScalarType(nullable) || isEnumType(nullable)) {
    return { kind: 'leaf', nonNull, isValid: leafValidity(nullable), isId: nullable === GraphQLID };
  }
  return { kind: 'object', nonNull, selection: new Selection(context, path, parts) };
}
