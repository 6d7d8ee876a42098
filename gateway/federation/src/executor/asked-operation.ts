import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { EngineError } from '../errors/engine-error.ts';
import type { BoundedCache } from '../memory/bounded-cache.ts';
import { sizeOfDocument } from '../memory/sizes.ts';
import { readConditions, resolveConditions, trueVariables } from '../operation/resolve-conditions.ts';
import type { Planner } from '../planner/planner.ts';

interface Told {
  /** One for each field or fragment that the caller may not see. */
  readonly errors: readonly EngineError[];
  /** The types, and the fields as `Type.field`, that were taken out. */
  readonly withheld?: ReadonlySet<string>;
}

/** Where the forms of the operations of a graph are kept, and told from one another. */
export interface FormsStore {
  /** What is left of an operation, by what its conditions come to. */
  readonly resolved: BoundedCache<PlannedDocument>;
  nextId(): number;
}

type Variables = Readonly<Record<string, unknown>>;

/** What some callers may see of an operation. */
export class AskedOperation {
  /** Nothing when nothing is left. */
  readonly document: DocumentNode | undefined;
  readonly errors: readonly EngineError[];
  readonly withheld: ReadonlySet<string> | undefined;
  readonly #operation: OperationDefinitionNode;
  readonly #forms: FormsStore;
  #whole: PlannedDocument | undefined;
  #conditions: ReadonlySet<string> | 'NO_CONDITION' | undefined;
  #id = 0;

  constructor(
    document: DocumentNode | undefined,
    { errors, withheld }: Told,
    operation: OperationDefinitionNode,
    forms: FormsStore,
  ) {
    this.document = document;
    this.errors = errors;
    this.withheld = withheld;
    this.#operation = operation;
    this.#forms = forms;
  }

  /** What to plan of it: one form for each answer of its conditions, itself when it has none. */
  toPlan(document: DocumentNode, variables: Variables): PlannedDocument {
    this.#conditions ??= readConditions(document) ?? 'NO_CONDITION';
    if (this.#conditions === 'NO_CONDITION') return (this.#whole ??= this.#named(document));
    this.#id ||= this.#forms.nextId();
    const conditions = this.#conditions;
    const truths = new Set(trueVariables(this.#operation, variables).filter((name) => conditions.has(name)));
    const key = [this.#id, ...truths].join(' ');
    const found = this.#forms.resolved.get(key);
    if (found) return found;
    const resolved = this.#named(resolveConditions(document, truths));
    this.#forms.resolved.set(key, resolved, sizeOfDocument(resolved.document));
    return resolved;
  }

  #named(document: DocumentNode): PlannedDocument {
    return new PlannedDocument(document, this.#operation.name?.value);
  }
}

/** A document that plans are made of, and what they are kept under: worked out once. */
export class PlannedDocument {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly #keys = new Map<string, string>();

  constructor(document: DocumentNode, operationName: string | undefined) {
    this.document = document;
    this.operationName = operationName;
  }

  keyOf(planner: Planner, labels: ReadonlySet<string>): string {
    const place = labels.size === 0 ? '' : [...labels].sort().join('\n');
    const known = this.#keys.get(place);
    if (known !== undefined) return known;
    const key = planner.keyOf(this.document, this.operationName, labels);
    this.#keys.set(place, key);
    return key;
  }
}
