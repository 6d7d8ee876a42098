import type { CompiledNode } from './compiled-node.ts';
import { runContextFetch } from './context-fetch.ts';
import { runEntityFetch } from './entity-fetch.ts';
import type { Data } from './merge.ts';
import type { PlanRun } from './plan-run.ts';
import { distinctObjectsAt, objectsAt, type PlanPath } from './response-path.ts';
import { runRootFetch } from './root-fetch.ts';

/** The objects a node writes into, and the path from the root of the answer that led to them. */
export interface Cursor {
  readonly objects: readonly Data[];
  readonly path: PlanPath;
}

/** Runs a node and all below it. Failures of fetches go to `run.errors`; it rejects only on data it cannot walk. */
export async function runNode(run: PlanRun, node: CompiledNode, cursor: Cursor): Promise<void> {
  switch (node.kind) {
    case 'Sequence':
      for (const child of node.nodes) await runNode(run, child, cursor);
      return;
    case 'Parallel':
      await Promise.all(node.nodes.map((child) => runNode(run, child, cursor)));
      return;
    case 'Flatten': {
      const find = run.sharedData && node.throughShared ? distinctObjectsAt : objectsAt;
      const objects =
        cursor.path.length === 0 ? run.objectsAt(node.path, find) : find(cursor.objects, node.path);
      if (objects.length === 0) return;
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
