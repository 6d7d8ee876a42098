import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { QueryPlan } from '@apollo/query-planner';
import {
  isAllowed,
  refusalFor,
  type Access,
  type AccessRequirements,
  type AccessRule,
} from './access-requirements.ts';
import { addTypenames } from './add-typenames.ts';
import { authorizeOperation, type AuthorizedOperation, type CallerRights } from './authorize-operation.ts';
import type { PlanningError } from './planning-error.ts';
import type { PreparedSupergraph } from './prepare-supergraph.ts';
import { refuseSilentNulls } from './refuse-silent.ts';
import { createAnswerRestorer, type AnswerRestorer } from './restore-answer.ts';
import { rewriteOperation, type RewrittenOperation } from './rewrite-operation.ts';
import type { MendedPlan } from './rewrite-plan.ts';

export interface KnownOperation {
  /** What gives the answer its shape. */
  readonly rewritten: RewrittenOperation;
  /** What to plan for a caller who may see all of it. */
  readonly whole: AuthorizedOperation;
  readonly restorer: AnswerRestorer;
}

/** The rules an operation meets, and what is left of it by which of them a caller passes. */
interface RuledOperation {
  readonly rules: readonly AccessRule[];
  readonly byHeld: Map<string, AuthorizedOperation>;
}

/** Callers differ by few rights; past that, an operation is worked out anew. */
const MAX_AUTHORIZED = 64;

/** What was worked out of a document or a plan, kept as long as the document or the plan itself. */
export class KnownOperations {
  readonly #byDocument = new WeakMap<DocumentNode, Map<string | undefined, KnownOperation>>();
  readonly #silent = new WeakMap<QueryPlan, WeakMap<KnownOperation, readonly PlanningError[]>>();
  readonly #plans = new WeakMap<KnownOperation, WeakMap<QueryPlan, QueryPlan>>();
  readonly #authorized = new WeakMap<KnownOperation, RuledOperation>();
  readonly #access: { readonly requirements: AccessRequirements; readonly hasRules: boolean };
  readonly #prepared: PreparedSupergraph;
  readonly #schema: GraphQLSchema;

  constructor(prepared: PreparedSupergraph, schema: GraphQLSchema) {
    this.#prepared = prepared;
    const { access } = prepared;
    this.#access = { requirements: access, hasRules: access.fields.size > 0 || access.types.size > 0 };
    this.#schema = schema;
  }

  of(document: DocumentNode, operationName: string | undefined): KnownOperation {
    const known = this.#byDocument.get(document) ?? new Map<string | undefined, KnownOperation>();
    this.#byDocument.set(document, known);
    const operation = known.get(operationName) ?? this.#read(document, operationName);
    known.set(operationName, operation);
    return operation;
  }

  /** What to plan of an operation for a caller, by what that caller may see. */
  authorized(operation: KnownOperation, access: Access): AuthorizedOperation {
    if (!this.#access.hasRules) return operation.whole;
    const known = this.#authorized.get(operation) ?? this.#readRules(operation);
    this.#authorized.set(operation, known);
    const held = known.rules.map((rule) => isAllowed(rule, access));
    const refusal = refusalFor(access);
    const key = `${refusal} ${held.join()}`;
    const found = known.byHeld.get(key);
    if (found) return found;
    const holds = new Set(known.rules.filter((_rule, rank) => held[rank]));
    const authorized = this.#authorize(operation, { isAllowed: (rule) => holds.has(rule), refusal });
    if (known.byHeld.size < MAX_AUTHORIZED) known.byHeld.set(key, authorized);
    return authorized;
  }

  #authorize(operation: KnownOperation, rights: CallerRights): AuthorizedOperation {
    const { requirements } = this.#access;
    const { document, errors } = authorizeOperation(operation.rewritten, requirements, this.#schema, rights);
    if (errors.length === 0) return operation.whole;
    return { document: document && addTypenames(document, this.#schema), errors };
  }

  #readRules(operation: KnownOperation): RuledOperation {
    const rules = new Set<AccessRule>();
    const isAllowed = (rule: AccessRule): boolean => {
      rules.add(rule);
      return true;
    };
    this.#authorize(operation, { isAllowed, refusal: 'ACCES_REFUSE' });
    return { rules: [...rules], byHeld: new Map() };
  }

  /** Whether this plan ran for this operation before: what it is worked into is known. */
  hasRun({ plan }: MendedPlan, operation: KnownOperation): boolean {
    return this.#silent.get(plan)?.has(operation) === true;
  }

  /** The fields of an operation that its plan would leave null without a word. */
  silentNulls(
    { plan }: MendedPlan,
    operation: KnownOperation,
    document: DocumentNode,
  ): readonly PlanningError[] {
    const known = this.#silent.get(plan) ?? new WeakMap<KnownOperation, readonly PlanningError[]>();
    this.#silent.set(plan, known);
    const planned = { ...operation.rewritten, document };
    const errors = known.get(operation) ?? refuseSilentNulls(plan, planned, this.#schema);
    known.set(operation, errors);
    return errors;
  }

  /**
   * A plan of one's own for an operation that is answered in another shape than it is planned: whoever keeps what it
   * makes of a plan by that plan would give it the shape of another operation.
   */
  planOf(planned: MendedPlan, operation: KnownOperation, asked: DocumentNode | undefined): QueryPlan {
    const { document, responseNames } = operation.rewritten;
    if (asked === document && responseNames.size === 0) return planned.plan;
    const known = this.#plans.get(operation) ?? new WeakMap<QueryPlan, QueryPlan>();
    this.#plans.set(operation, known);
    const plan = known.get(planned.plan) ?? { ...planned.plan };
    known.set(planned.plan, plan);
    return plan;
  }

  #read(document: DocumentNode, operationName: string | undefined): KnownOperation {
    const rewritten = rewriteOperation(document, operationName, this.#prepared);
    const restorer = createAnswerRestorer(rewritten, (name) => this.#prepared.hiddenFields.get(name)?.field);
    const whole = { document: addTypenames(rewritten.document, this.#schema), errors: [] };
    return { rewritten, whole, restorer };
  }
}
