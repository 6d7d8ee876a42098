import type { CompiledNode } from '../compile/compiled-node.ts';
import { runContextFetch } from './context-fetch.ts';
import { runEntityFetch } from './entity-fetch.ts';
import type { Cursor, PlanRun } from './plan-run.ts';
import { distinctObjectsAt, objectsAt } from '../data/response-path.ts';
import { runRootFetch } from './root-fetch.ts';

/**
 * Runs a node and all below it; there is nothing to wait for where nothing is asked. Failures of fetches go to
 * `run.errors`.
 */
export function runNode(run: PlanRun, node: CompiledNode, cursor: Cursor): Promise<void> | undefined {
  switch (node.kind) {
    case 'Sequence':
      return runInTurn(run, node.nodes, cursor);
    case 'Parallel':
      return runTogether(run, node.nodes, cursor);
    case 'Flatten': {
      const find = run.sharedData && node.throughShared ? distinctObjectsAt : objectsAt;
      const objects =
        cursor.path.length === 0 ? run.objectsAt(node.path, find) : find(cursor.objects, node.path);
      if (objects.length === 0) return undefined;
      return runNode(run, node.node, { objects, path: [...cursor.path, ...node.path] });
    }
    case 'Condition': {
      const branch = run.isTrue(node.variable) ? node.ifClause : node.elseClause;
      return branch && runNode(run, branch, cursor);
    }
    case 'RootFetch':
      return runRootFetch(run, node, cursor);
    case 'EntityFetch':
      return node.contexts
        ? runContextFetch(run, node, node.contexts, cursor)
        : runEntityFetch(run, node, cursor);
  }
}

async function runInTurn(run: PlanRun, nodes: readonly CompiledNode[], cursor: Cursor): Promise<void> {
  for (const node of nodes) await runNode(run, node, cursor);
}

async function runTogether(run: PlanRun, nodes: readonly CompiledNode[], cursor: Cursor): Promise<void> {
  await Promise.all(nodes.map((node) => runNode(run, node, cursor)));
}
