import { createBoundedCache } from '../memory/bounded-cache.ts';
import { PlanAccess } from '../plan/authorize-plan.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';
import type { ExecutionSchemas } from '../run/plan-execution.ts';
import type { AskedOperation, FormsStore, PlannedDocument } from './asked-operation.ts';

/** What the operations of those who see one graph have in common, and where the forms of each are kept that depend on who asks. */
export class OperationGraph implements FormsStore {
  readonly prepared: PreparedSupergraph;
  readonly schemas: ExecutionSchemas;
  readonly planAccess: PlanAccess;
  readonly hasRules: boolean;
  /** What is left of an operation, by the rules that a caller passes. */
  readonly authorized = createBoundedCache<AskedOperation>();
  readonly resolved = createBoundedCache<PlannedDocument>();
  #lastId = 0;

  constructor(prepared: PreparedSupergraph, schemas: ExecutionSchemas) {
    this.prepared = prepared;
    this.schemas = schemas;
    this.planAccess = new PlanAccess(prepared, schemas.supergraph);
    this.hasRules = prepared.access.fields.size > 0 || prepared.access.types.size > 0;
  }

  /** Lets go of every form: what all caches may hold together would keep the graph for them. */
  release(): void {
    this.authorized.clear();
    this.resolved.clear();
  }

  nextId(): number {
    return (this.#lastId += 1);
  }
}
