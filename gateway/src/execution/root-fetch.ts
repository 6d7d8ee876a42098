import type { CompiledRootFetch } from './compiled-node.ts';
import { toDownstreamError } from './downstream-error.ts';
import { mergeDeep, mergeShaped } from './merge.ts';
import type { PlanRun } from './plan-run.ts';
import type { Cursor } from './run-node.ts';
import { SubgraphRequest, type SubgraphAnswer } from './subgraph-call.ts';

export async function runRootFetch(run: PlanRun, fetch: CompiledRootFetch, cursor: Cursor): Promise<void> {
  const operation = new SubgraphRequest(fetch, run.pickVariables(fetch.variableUsages) ?? {});
  try {
    applyAnswer(run, fetch, cursor, await run.call(fetch.service, operation));
  } catch (error) {
    run.errors.push(error);
  }
}

function applyAnswer(run: PlanRun, fetch: CompiledRootFetch, cursor: Cursor, answer: SubgraphAnswer): void {
  for (const error of answer.errors ?? []) {
    const path = error.path && [...cursor.path, ...error.path];
    run.errors.push(toDownstreamError(error, fetch.service, path));
  }
  const { data } = answer;
  if (!data) return;
  run.forgetPlaces();
  fetch.rewriteOutput?.(data);
  for (const object of cursor.objects) {
    if (fetch.rewriteOutput) mergeDeep(object, data);
    else mergeShaped(object, data, fetch.shape);
  }
}
