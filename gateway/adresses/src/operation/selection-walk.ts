import { type Fragments, operationOf, readFragments } from '@palier/federation/graphql/document';
import {
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>;

/** One field of a selection, by the name that its answer has. */
interface SelectedField {
  readonly key: string;
  readonly node: FieldNode;
  /** Those of the type that it is selected on. */
  readonly siblings: Fields;
  /** `__typename` has none. */
  readonly field: GraphQLField<unknown, unknown> | undefined;
}

/** What the one operation of a valid document selects. */
export class SelectionWalk {
  readonly operation: OperationDefinitionNode;
  readonly #schema: GraphQLSchema;
  readonly #fragments: Fragments;

  constructor(document: DocumentNode, schema: GraphQLSchema) {
    this.operation = operationOf(document);
    this.#schema = schema;
    this.#fragments = readFragments(document);
  }

  /** The fields at the root. */
  *roots(): Generator<SelectedField> {
    const root = this.#schema.getRootType(this.operation.operation);
    if (root) yield* this.fieldsOf(this.operation.selectionSet, root);
  }

  /** The fields of a set, and those of the fragments it spreads. */
  *fieldsOf(set: SelectionSetNode, type: GraphQLNamedType): Generator<SelectedField> {
    const siblings: Fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        yield { key, node: selection, siblings, field: siblings[selection.name.value] };
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
      const condition = fragment?.typeCondition && this.#schema.getType(fragment.typeCondition.name.value);
      if (fragment) yield* this.fieldsOf(fragment.selectionSet, condition ?? type);
    }
  }
}
