import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AccessRequirements, AccessRule } from '../supergraph/access-requirements.ts';
import { readFragments, type Fragments } from '../graphql/document.ts';
import { EngineError } from '../errors/engine-error.ts';
import type { RewrittenOperation } from './rewrite-operation.ts';

/** What a caller passes, and what is said where it does not. */
export interface CallerRights {
  isAllowed(rule: AccessRule): boolean;
  readonly refusal: 'ACCES_REFUSE' | 'AUTHENTIFICATION_REQUISE';
}

/** What is left of an operation once everything its caller may not see is taken out. */
export interface AuthorizedOperation {
  /** Nothing when nothing is left. */
  readonly document: DocumentNode | undefined;
  /** One for each field or fragment taken out. */
  readonly errors: readonly EngineError[];
  /** The types, and the fields as `Type.field`, that were taken out. */
  readonly withheld?: ReadonlySet<string>;
}

/**
 * Takes out of an operation what its caller may not see, before it is planned: the subgraphs are never asked for it.
 * What is taken out is null in the answer, and a null that may not be climbs as GraphQL says.
 */
export function authorizeOperation(
  rewritten: RewrittenOperation,
  requirements: AccessRequirements,
  schema: GraphQLSchema,
  rights: CallerRights,
): AuthorizedOperation {
  const root = schema.getRootType(rewritten.operation.operation);
  if (!root) return { document: rewritten.document, errors: [] };
  const filter = new AccessFilter(rewritten, requirements, schema, rights);
  const selectionSet = filter.keepAllowed(rewritten.operation.selectionSet, root.name, []);
  if (filter.errors.length === 0) return { document: rewritten.document, errors: [] };
  const { errors, withheld } = filter;
  if (!selectionSet) return { document: undefined, errors, withheld };
  const definitions = [{ ...rewritten.operation, selectionSet }, ...filter.fragments()];
  return { document: { kind: Kind.DOCUMENT, definitions }, errors, withheld };
}

type Path = readonly string[];

class AccessFilter {
  readonly errors: EngineError[] = [];
  readonly withheld = new Set<string>();
  readonly #refused = new Set<string>();
  readonly #kept = new Map<string, FragmentDefinitionNode | undefined>();
  readonly #fragments: Fragments;
  readonly #names: ReadonlyMap<string, string>;
  readonly #requirements: AccessRequirements;
  readonly #schema: GraphQLSchema;
  readonly #rights: CallerRights;

  constructor(
    rewritten: RewrittenOperation,
    requirements: AccessRequirements,
    schema: GraphQLSchema,
    rights: CallerRights,
  ) {
    this.#fragments = readFragments(rewritten.document);
    this.#names = rewritten.responseNames;
    this.#requirements = requirements;
    this.#schema = schema;
    this.#rights = rights;
  }

  fragments(): readonly FragmentDefinitionNode[] {
    return [...this.#kept.values()].filter((fragment) => fragment !== undefined);
  }

  keepAllowed(set: SelectionSetNode, type: string, path: Path): SelectionSetNode | undefined {
    const selections = set.selections.flatMap((selection) => this.#keep(selection, type, path) ?? []);
    return selections.length > 0 ? { ...set, selections } : undefined;
  }

  #keep(selection: SelectionNode, type: string, path: Path): SelectionNode | undefined {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.#keepField(selection, type, path);
      case Kind.INLINE_FRAGMENT: {
        const condition = selection.typeCondition?.name.value;
        if (condition && !this.#mayReadType(condition, path)) return undefined;
        const selectionSet = this.keepAllowed(selection.selectionSet, condition ?? type, path);
        return selectionSet && { ...selection, selectionSet };
      }
      case Kind.FRAGMENT_SPREAD:
        return this.#keepFragment(selection.name.value, path) && selection;
    }
  }

  /** A fragment is looked at once, wherever it is first met: the work stays linear. */
  #keepFragment(name: string, path: Path): FragmentDefinitionNode | undefined {
    if (this.#kept.has(name)) return this.#kept.get(name);
    const fragment = this.#fragments.get(name);
    const condition = fragment?.typeCondition.name.value;
    const mayRead = condition !== undefined && this.#mayReadType(condition, path);
    const selectionSet =
      mayRead && fragment ? this.keepAllowed(fragment.selectionSet, condition, path) : undefined;
    const kept = fragment && selectionSet ? { ...fragment, selectionSet } : undefined;
    this.#kept.set(name, kept);
    return kept;
  }

  #keepField(field: FieldNode, type: string, path: Path): FieldNode | undefined {
    const name = field.alias?.value ?? field.name.value;
    const below = [...path, this.#names.get(name) ?? name];
    const coordinate = `${type}.${field.name.value}`;
    const rule = this.#requirements.fields.get(coordinate);
    if (rule && !this.#rights.isAllowed(rule)) {
      this.#refuse(`Il s’agit de « ${coordinate} ».`, below);
      this.withheld.add(coordinate);
      return undefined;
    }
    if (!field.selectionSet) return field;
    const inner = this.#typeOf(type, field.name.value);
    const selectionSet =
      inner === undefined ? field.selectionSet : this.keepAllowed(field.selectionSet, inner, below);
    if (selectionSet) return { ...field, selectionSet };
    this.withheld.add(coordinate);
    return undefined;
  }

  #mayReadType(type: string, path: Path): boolean {
    const rule = this.#requirements.types.get(type);
    if (!rule || this.#rights.isAllowed(rule)) return true;
    this.#refuse(`Il s’agit du type « ${type} ».`, path);
    this.withheld.add(type);
    return false;
  }

  /** What is asked twice is refused once. */
  #refuse(detail: string, path: Path): void {
    const key = `${path.join('.')} ${detail}`;
    if (this.#refused.has(key)) return;
    this.#refused.add(key);
    this.errors.push(new EngineError(this.#rights.refusal, detail, { path }));
  }

  /** Nothing for introspection, which says nothing of the data. */
  #typeOf(type: string, field: string): string | undefined {
    const owner = this.#schema.getType(type);
    if (!isObjectType(owner) && !isInterfaceType(owner)) return undefined;
    const definition = owner.getFields()[field];
    return definition && getNamedType(definition.type).name;
  }
}
