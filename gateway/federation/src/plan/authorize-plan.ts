import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import { readOperation } from '../graphql/document.ts';
import { joinRules, type AccessRule } from '../supergraph/access-requirements.ts';
import { fetchesOf } from './steps.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';

/**
 * The second lock: whatever a plan fetches for its caller's operation, its caller must be allowed to see. Keys are let
 * through: they join entities and are given to nobody who did not ask for them.
 */
export class PlanAccess {
  readonly #prepared: PreparedSupergraph;
  readonly #schema: GraphQLSchema;

  /** `schema` is the whole supergraph's, what clients do not see included. */
  constructor(prepared: PreparedSupergraph, schema: GraphQLSchema) {
    this.#prepared = prepared;
    this.#schema = schema;
  }

  /** What a caller must pass to run a plan; nothing when anybody may. */
  ruleOf(plan: QueryPlan): AccessRule | undefined {
    let rule: AccessRule | undefined;
    for (const fetch of plan.node ? fetchesOf(plan.node) : []) rule = joinRules(rule, this.#fetchRule(fetch));
    return rule;
  }

  #fetchRule(fetch: FetchNode): AccessRule | undefined {
    const operation = readOperation(fetch.operation);
    const root = this.#schema.getRootType(operation.operation);
    return root ? this.#setRule(operation.selectionSet, root) : undefined;
  }

  #setRule(set: SelectionSetNode, type: GraphQLNamedType): AccessRule | undefined {
    let rule: AccessRule | undefined;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
      const inner = selection.kind === Kind.FIELD ? this.#fieldType(type, selection.name.value) : type;
      if (selection.kind === Kind.FIELD && !this.#isKey(type, selection.name.value)) {
        rule = joinRules(rule, this.#prepared.access.fields.get(`${type.name}.${selection.name.value}`));
      }
      const condition =
        selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
      const below = condition ? this.#schema.getType(condition) : inner;
      if (selection.selectionSet && below)
        rule = joinRules(rule, this.#setRule(selection.selectionSet, below));
    }
    return rule;
  }

  /** `_entities` has no type of its own here: the fragments inside it name theirs. */
  #fieldType(type: GraphQLNamedType, field: string): GraphQLNamedType | undefined {
    if (field === '_entities') return type;
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
    return definition && getNamedType(definition.type);
  }

  #isKey(type: GraphQLNamedType, field: string): boolean {
    const { keyFields } = this.#prepared;
    if (keyFields.has(`${type.name}.${field}`)) return true;
    return this.#relatedTypes(type).some((owner) => keyFields.has(`${owner.name}.${field}`));
  }

  #relatedTypes(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    if (isInterfaceType(type)) return this.#schema.getPossibleTypes(type);
    return isObjectType(type) ? type.getInterfaces() : [];
  }
}
