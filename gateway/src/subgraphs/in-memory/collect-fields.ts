import {
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A document, and the values of its conditions. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly conditions: Readonly<Record<string, boolean>>;
}

/** What selection sets ask of an object of this type: the fields under each name of the answer, in its order. */
export function collectFields(
  selecting: Selecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selecting, selection)) continue;
      if (selection.kind === Kind.FIELD) add(fields, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selecting.schema, selection.typeCondition, type)) collect(selection.selectionSet);
      } else {
        const { value: name } = selection.name;
        const fragment = spread.has(name) ? undefined : selecting.fragments[name];
        spread.add(name);
        if (fragment && applies(selecting.schema, fragment.typeCondition, type))
          collect(fragment.selectionSet);
      }
    }
  };
  sets.forEach(collect);
  return fields;
}

function add(fields: Map<string, FieldNode[]>, field: FieldNode): void {
  const name = field.alias?.value ?? field.name.value;
  const others = fields.get(name);
  if (others) others.push(field);
  else fields.set(name, [field]);
}

function isIncluded({ conditions }: Selecting, selection: SelectionNode): boolean {
  if (!selection.directives?.length) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, conditions)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, selection, conditions)?.['if'] !== false
  );
}

function applies(
  schema: GraphQLSchema,
  condition: NamedTypeNode | undefined,
  type: GraphQLObjectType,
): boolean {
  if (!condition) return true;
  const wanted = schema.getType(condition.name.value);
  return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
}
