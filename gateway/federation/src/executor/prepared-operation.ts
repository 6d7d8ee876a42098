import { print, type DocumentNode, type OperationDefinitionNode, type VariableNode } from 'graphql';
import { readConditionVariables } from '../graphql/conditions.ts';
import { sizeOfDocument } from '../memory/sizes.ts';
import type { RepairedPlan } from '../repair/rewrite-plan.ts';
import { addTypenames } from '../operation/add-typenames.ts';
import { authorizeOperation, type CallerRights } from '../operation/authorize-operation.ts';
import { createAnswerRestorer, type AnswerRestorer } from '../operation/restore-answer.ts';
import { rewriteOperation, type RewrittenOperation } from '../operation/rewrite-operation.ts';
import { splitIntrospection, type SplitOperation } from '../operation/split-introspection.ts';
import { isAllowed, refusalFor, type Access, type AccessRule } from '../supergraph/access-requirements.ts';
import { AskedOperation } from './asked-operation.ts';
import type { OperationGraph } from './operation-graph.ts';
import { WorkedPlan } from './worked-plan.ts';

/** What an operation asks of the schema, and the rest of it. */
export interface IntrospectionParts extends Omit<SplitOperation, 'data'> {
  readonly text: string;
  readonly data: PreparedOperation | undefined;
}

/**
 * One operation of a valid document, for those who see one graph: what is worked out of it, each part when it is first
 * needed, then as long as the operation itself. Whoever knows its text keeps it.
 */
export class PreparedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly #graph: OperationGraph;
  readonly #id: number;
  #rewritten: RewrittenOperation | undefined;
  #restorer: AnswerRestorer | undefined;
  #whole: AskedOperation | undefined;
  #rules: readonly AccessRule[] | undefined;
  #introspection: { readonly parts: IntrospectionParts | undefined } | undefined;
  #conditions: ReadonlyMap<string, VariableNode> | undefined;
  /** By the plan first: an operation that is known longer than its plan must not keep it. */
  readonly #plans = new WeakMap<RepairedPlan, WorkedPlan>();

  constructor(document: DocumentNode, operationName: string | undefined, graph: OperationGraph) {
    this.document = document;
    this.operationName = operationName;
    this.#graph = graph;
    this.#id = graph.nextId();
  }

  /** What gives the answer its shape. */
  get rewritten(): RewrittenOperation {
    return (this.#rewritten ??= rewriteOperation(this.document, this.operationName, this.#graph.prepared));
  }

  get operation(): OperationDefinitionNode {
    return this.rewritten.operation;
  }

  get restorer(): AnswerRestorer {
    const { hiddenFields } = this.#graph.prepared;
    return (this.#restorer ??= createAnswerRestorer(this.rewritten, (name) => hiddenFields.get(name)?.field));
  }

  /** The variables that decide of some part of it, each where it is first met. */
  get conditionVariables(): ReadonlyMap<string, VariableNode> {
    return (this.#conditions ??= readConditionVariables(this.document, this.operationName));
  }

  /** Nothing for an operation that asks nothing of the schema, as almost all. */
  get introspection(): IntrospectionParts | undefined {
    this.#introspection ??= { parts: this.#splitIntrospection() };
    return this.#introspection.parts;
  }

  /** What to plan for a caller who may see all of it. */
  get whole(): AskedOperation {
    return (this.#whole ??= this.#toAsked({ document: this.rewritten.document, errors: [] }));
  }

  /** What to plan for a caller, by what that caller may see. */
  authorizedFor(access: Access): AskedOperation {
    const { hasRules, authorized } = this.#graph;
    if (!hasRules) return this.whole;
    const rules = (this.#rules ??= this.#readRules());
    const held = rules.map((rule) => isAllowed(rule, access));
    const refusal = refusalFor(access);
    const key = `${this.#id} ${refusal} ${held.join()}`;
    const found = authorized.get(key);
    if (found) return found;
    const holds = new Set(rules.filter((_rule, rank) => held[rank]));
    const asked = this.#authorize({ isAllowed: (rule) => holds.has(rule), refusal });
    // The whole is the operation's own.
    const own = asked === this.whole ? undefined : asked.document;
    authorized.set(key, asked, 500 + (own ? sizeOfDocument(own) : 0));
    return asked;
  }

  /** What a plan was worked into, when it ran for this operation before. */
  recall(planned: RepairedPlan): WorkedPlan | undefined {
    return this.#plans.get(planned);
  }

  /** What a plan of `document` is for this operation. */
  workOut(planned: RepairedPlan, document: DocumentNode): WorkedPlan {
    const made = new WorkedPlan(planned, { ...this.rewritten, document }, this.rewritten, this.#graph);
    this.#plans.set(planned, made);
    return made;
  }

  #authorize(rights: CallerRights): AskedOperation {
    const { prepared, schemas } = this.#graph;
    const left = authorizeOperation(this.rewritten, prepared.access, schemas.client, rights);
    return left.errors.length === 0 ? this.whole : this.#toAsked(left);
  }

  #toAsked({ document, ...told }: ReturnType<typeof authorizeOperation>): AskedOperation {
    const named = document && addTypenames(document, this.#graph.schemas.client);
    return new AskedOperation(named, told, this.operation, this.#graph);
  }

  #readRules(): readonly AccessRule[] {
    const rules = new Set<AccessRule>();
    const isAllowed = (rule: AccessRule): boolean => {
      rules.add(rule);
      return true;
    };
    this.#authorize({ isAllowed, refusal: 'ACCES_REFUSE' });
    return [...rules];
  }

  #splitIntrospection(): IntrospectionParts | undefined {
    const split = splitIntrospection(this.document, this.operationName);
    if (!split) return undefined;
    const data = split.data && new PreparedOperation(split.data, this.operationName, this.#graph);
    return { ...split, text: print(split.introspection), data };
  }
}
