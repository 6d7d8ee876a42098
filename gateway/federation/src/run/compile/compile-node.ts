import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { CompiledNode } from './compiled-node.ts';
import type { PlanFacts } from './plan-facts.ts';
import type { PathTree } from '../data/path-tree.ts';
import { compileRepresentation } from '../data/representation.ts';
import type { PlanPath } from '../data/response-path.ts';
import { compileRewrites } from '../data/rewrites.ts';

export interface NodeCompilation {
  readonly schema: GraphQLSchema;
  readonly facts: PlanFacts;
  /** The paths of what several parents may hold together. */
  readonly shared: PathTree;
}

/** Compiles a plan that was studied, hence understood. */
export function compileNode(compilation: NodeCompilation, node: PlanNode, at: PlanPath): CompiledNode {
  const compileChild = (child: PlanNode): CompiledNode => compileNode(compilation, child, at);
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(compileChild) };
    case 'Flatten': {
      const path = node.path as PlanPath;
      const full = [...at, ...path];
      const throughShared = compilation.shared.isOn(full);
      return { kind: 'Flatten', path, throughShared, node: compileNode(compilation, node.node, full) };
    }
    case 'Condition':
      return {
        kind: 'Condition',
        variable: node.condition,
        ifClause: node.ifClause && compileChild(node.ifClause),
        elseClause: node.elseClause && compileChild(node.elseClause),
      };
    case 'Fetch':
      return compileFetch(compilation, node);
    default:
      throw new TypeError(`A plan node of kind ${node.kind} cannot be compiled.`);
  }
}

function compileFetch({ schema, facts }: NodeCompilation, fetch: FetchNode): CompiledNode {
  const { shape, copies, group, contexts } = facts.fetches.get(fetch)!;
  const common = {
    service: fetch.serviceName,
    query: fetch.operation,
    operationName: fetch.operationName,
    operationKind: fetch.operationKind as 'query' | 'mutation',
    variableUsages: fetch.variableUsages ?? [],
    shape,
  };
  if (!fetch.requires) return { kind: 'RootFetch', ...common };
  const rewriteInput = compileRewrites(schema, fetch.inputRewrites);
  const representation = compileRepresentation(schema, fetch.requires, rewriteInput);
  return { kind: 'EntityFetch', ...common, representation, group, copies, contexts };
}
