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
import type { PreparedSupergraph } from './prepare-supergraph.ts';
import { refuseSilentNulls } from './refuse-silent.ts';
import type { PlannedOperation } from './plan-operation.ts';
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
  /** By the plan first: an operation that is known longer than its plan must not keep it. */
  readonly #worked = new WeakMap<MendedPlan, WeakMap<KnownOperation, PlannedOperation>>();
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
    const found = this.#byDocument.get(document)?.get(operationName);
    if (found) return found;
    const known = this.#byDocument.get(document) ?? new Map<string | undefined, KnownOperation>();
    const operation = this.#read(document, operationName);
    this.#byDocument.set(document, known.set(operationName, operation));
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

  /** What a plan was worked into for an operation, when it ran for it before. */
  recall(planned: MendedPlan, operation: KnownOperation): PlannedOperation | undefined {
    return this.#worked.get(planned)?.get(operation);
  }

  /** What a plan of `document` is for an operation. */
  workOut(planned: MendedPlan, operation: KnownOperation, document: DocumentNode): PlannedOperation {
    const known = this.#worked.get(planned) ?? new WeakMap<KnownOperation, PlannedOperation>();
    const asked = { ...operation.rewritten, document };
    const silent = refuseSilentNulls(planned.plan, asked, this.#schema);
    const worked = { planned, plan: ownPlan(planned, operation, document), silent };
    this.#worked.set(planned, known.set(operation, worked));
    return worked;
  }

  #read(document: DocumentNode, operationName: string | undefined): KnownOperation {
    const rewritten = rewriteOperation(document, operationName, this.#prepared);
    const restorer = createAnswerRestorer(rewritten, (name) => this.#prepared.hiddenFields.get(name)?.field);
    const whole = { document: addTypenames(rewritten.document, this.#schema), errors: [] };
    return { rewritten, whole, restorer };
  }
}

/**
 * A plan of one's own for an operation that is answered in another shape than it is planned: whoever keeps what it
 * makes of a plan by that plan would give it the shape of another operation.
 */
function ownPlan({ plan }: MendedPlan, { rewritten }: KnownOperation, asked: DocumentNode): QueryPlan {
  return asked === rewritten.document && rewritten.responseNames.size === 0 ? plan : { ...plan };
}
