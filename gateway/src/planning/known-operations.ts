import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { QueryPlan } from '@apollo/query-planner';
import type { PlanningError } from './planning-error.ts';
import type { PreparedSupergraph } from './prepare-supergraph.ts';
import { refuseSilentNulls } from './refuse-silent.ts';
import { createAnswerRestorer, type AnswerRestorer } from './restore-answer.ts';
import { rewriteOperation, type RewrittenOperation } from './rewrite-operation.ts';
import type { MendedPlan } from './rewrite-plan.ts';

export interface KnownOperation {
  readonly rewritten: RewrittenOperation;
  readonly restorer: AnswerRestorer;
}

/** What was worked out of a document or a plan, kept as long as the document or the plan itself. */
export class KnownOperations {
  readonly #byDocument = new WeakMap<DocumentNode, Map<string | undefined, KnownOperation>>();
  readonly #silent = new WeakMap<QueryPlan, WeakMap<KnownOperation, readonly PlanningError[]>>();
  readonly #prepared: PreparedSupergraph;
  readonly #schema: GraphQLSchema;

  constructor(prepared: PreparedSupergraph, schema: GraphQLSchema) {
    this.#prepared = prepared;
    this.#schema = schema;
  }

  of(document: DocumentNode, operationName: string | undefined): KnownOperation {
    const known = this.#byDocument.get(document) ?? new Map<string | undefined, KnownOperation>();
    this.#byDocument.set(document, known);
    const operation = known.get(operationName) ?? this.#read(document, operationName);
    known.set(operationName, operation);
    return operation;
  }

  /** The fields of an operation that its plan would leave null without a word. */
  silentNulls({ plan }: MendedPlan, operation: KnownOperation): readonly PlanningError[] {
    const known = this.#silent.get(plan) ?? new WeakMap<KnownOperation, readonly PlanningError[]>();
    this.#silent.set(plan, known);
    const errors = known.get(operation) ?? refuseSilentNulls(plan, operation.rewritten, this.#schema);
    known.set(operation, errors);
    return errors;
  }

  #read(document: DocumentNode, operationName: string | undefined): KnownOperation {
    const rewritten = rewriteOperation(document, operationName, this.#prepared.reservedNames);
    const restorer = createAnswerRestorer(rewritten, (name) => this.#prepared.hiddenFields.get(name)?.field);
    return { rewritten, restorer };
  }
}
