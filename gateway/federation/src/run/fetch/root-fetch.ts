import type { CompiledRootFetch } from '../compile/compiled-node.ts';
import { toDownstreamError } from './downstream-error.ts';
import { mergeShaped } from '../data/merge.ts';
import type { Cursor, PlanRun } from './plan-run.ts';
import type { GraphQLResponseLike } from '../data/subgraph-caller.ts';
import { PlainOperation } from '../data/subgraph-call.ts';

export async function runRootFetch(run: PlanRun, fetch: CompiledRootFetch, cursor: Cursor): Promise<void> {
  const operation = new PlainOperation(fetch, run.pickVariables(fetch.variableUsages) ?? {});
  try {
    applyAnswer(run, fetch, cursor, await run.call(fetch.service, operation));
  } catch (error) {
    run.errors.push(error);
    leaveOut(run, fetch, cursor);
  }
}

function leaveOut(run: PlanRun, fetch: CompiledRootFetch, { objects }: Cursor): void {
  for (const object of objects) run.unfilled.add(object, fetch.shape, 'FAILED');
}

function applyAnswer(
  run: PlanRun,
  fetch: CompiledRootFetch,
  cursor: Cursor,
  answer: GraphQLResponseLike,
): void {
  for (const error of answer.errors ?? []) {
    const path = error.path && [...cursor.path, ...error.path];
    run.errors.push(toDownstreamError(error, fetch.service, path));
  }
  const { data, errors = [] } = answer;
  if (errors.some(({ path }) => !path)) leaveOut(run, fetch, cursor);
  if (!data) return;
  run.forgetPlaces();
  for (const object of cursor.objects) mergeShaped(object, data, fetch.shape);
}
