import type { QueryPlan } from '@apollo/query-planner';
import { EngineError } from '../errors/engine-error.ts';
import type { RepairedPlan } from '../repair/rewrite-plan.ts';
import type { RewrittenOperation } from '../operation/rewrite-operation.ts';
import { refuseSilentNulls } from '../plan/refuse-silent.ts';
import { compilePlan, type CompiledPlan } from '../run/compile/compile-plan.ts';
import { isAllowed, refusalFor, type Access, type AccessRule } from '../supergraph/access-requirements.ts';
import type { OperationGraph } from './operation-graph.ts';

/** A plan, worked into what runs it for one operation: others may share the plan, and be answered in another shape. */
export class WorkedPlan {
  readonly planned: RepairedPlan;
  /** What of the operation would be left null without a word. */
  readonly silent: readonly EngineError[];
  readonly #rewritten: RewrittenOperation;
  readonly #graph: OperationGraph;
  #compiled: { readonly plan: CompiledPlan | undefined } | undefined;
  #access: { readonly rule: AccessRule | undefined } | undefined;

  constructor(
    planned: RepairedPlan,
    asked: RewrittenOperation,
    rewritten: RewrittenOperation,
    graph: OperationGraph,
  ) {
    this.planned = planned;
    this.silent = refuseSilentNulls(planned.plan, asked, graph.schemas.client);
    this.#rewritten = rewritten;
    this.#graph = graph;
  }

  get plan(): QueryPlan {
    return this.planned.plan;
  }

  /** Nothing when some part of the plan is not understood. */
  get compiled(): CompiledPlan | undefined {
    this.#compiled ??= { plan: this.#compile() };
    return this.#compiled.plan;
  }

  /** Why its caller may not run it, if so. */
  refuse(access: Access): EngineError | undefined {
    const { hasRules, planAccess } = this.#graph;
    if (!hasRules) return undefined;
    this.#access ??= { rule: planAccess.ruleOf(this.plan) };
    const { rule } = this.#access;
    return rule && !isAllowed(rule, access) ? new EngineError(refusalFor(access)) : undefined;
  }

  #compile(): CompiledPlan | undefined {
    const { document, operation, responseNames: renamed } = this.#rewritten;
    const { schemas } = this.#graph;
    return compilePlan({ plan: this.plan, schemas, document, operationName: operation.name?.value, renamed });
  }
}
