import type { ContextValues } from '../data/context-values.ts';
import type { EntityGroup } from './plan-facts.ts';
import type { MergeShape } from '../data/merge-shape.ts';
import type { Representation } from '../data/representation.ts';
import type { PlanPath } from '../data/response-path.ts';

interface CompiledFetch {
  readonly service: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly operationKind: 'query' | 'mutation';
  readonly variableUsages: readonly string[];
  readonly shape: MergeShape;
}

/** Asks a subgraph for root fields. */
export interface CompiledRootFetch extends CompiledFetch {
  readonly kind: 'RootFetch';
}

/** Asks a subgraph for more about entities that are already known. */
export interface CompiledEntityFetch extends CompiledFetch {
  readonly kind: 'EntityFetch';
  readonly representation: Representation;
  readonly group: EntityGroup | undefined;
  readonly copies: boolean;
  /** What the fetch takes from above its entities. */
  readonly contexts: ContextValues | undefined;
}

export type CompiledNode =
  | CompiledRootFetch
  | CompiledEntityFetch
  | { readonly kind: 'Sequence'; readonly nodes: readonly CompiledNode[] }
  | { readonly kind: 'Parallel'; readonly nodes: readonly CompiledNode[] }
  | {
      readonly kind: 'Flatten';
      readonly path: PlanPath;
      /** The path goes through objects that several parents may hold together. */
      readonly throughShared: boolean;
      readonly node: CompiledNode;
    }
  | {
      readonly kind: 'Condition';
      readonly variable: string;
      readonly ifClause: CompiledNode | undefined;
      readonly elseClause: CompiledNode | undefined;
    };
