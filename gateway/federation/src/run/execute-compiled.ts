import { GraphQLError } from 'graphql';
import { ENGINE_ERRORS, MOST_ERRORS } from '../errors/engine-error.ts';
import type { CompiledPlan } from './compile/compile-plan.ts';
import { JsonText } from '../json/json-text.ts';
import type { Work } from '../work/work.ts';
import type { Data } from './data/merge.ts';
import type { Variables } from './data/variables.ts';
import { PlanRun } from './fetch/plan-run.ts';
import type { CompiledProjection, Projected } from './projection/compiled-projection.ts';
import type { Fault } from './projection/find-faults.ts';
import { ToldPaths } from './projection/told-paths.ts';
import { runNode } from './fetch/run-node.ts';
import type { SubgraphCall } from './data/subgraph-call.ts';

export interface ExecutionRequest {
  /** As the client gave them, already validated against the operation. */
  readonly variables: Variables;
  readonly call: SubgraphCall;
  /** Whether the caller is refused a type, or a field of a type, and was told: nobody is asked for it. */
  readonly isWithheld?: ((coordinate: string) => boolean) | undefined;
  /** Where what is done is counted, and refused when it is too much. */
  readonly work?: Work | undefined;
}

/**
 * Errors are the subgraphs' own as `GraphQLError`s with the service's name, whatever a call rejected with, then one for
 * each null that none of these speaks of.
 */
export interface ExecutionOutcome<Form> {
  readonly data: Form | undefined;
  readonly errors: readonly unknown[];
}

/** An answer that took more values is long. */
const LONG_VALUES = 20_000;

/** Runs a compiled plan. The data are the stock engine's, to the letter. */
export async function executeCompiled(
  compiled: CompiledPlan,
  request: ExecutionRequest,
): Promise<ExecutionOutcome<Data | null>> {
  const run = await fetchAll(compiled, request);
  return shape(compiled, run, request, compiled.projection.toObject(run.root, run.variables, run.work));
}

/**
 * As `executeCompiled`, for an answer that is only to be sent: where entities repeat, the data is made as text at once,
 * what several places hold being written once; so is a long one, a turn of the loop after another.
 */
export async function executeToSend(
  compiled: CompiledPlan,
  request: ExecutionRequest,
): Promise<ExecutionOutcome<Data | JsonText | null>> {
  const run = await fetchAll(compiled, request);
  return shape(compiled, run, request, await projectToSend(compiled.projection, run));
}

async function projectToSend(
  projection: CompiledProjection,
  { root, variables, work, sharedData }: PlanRun,
): Promise<Projected<Data | JsonText | null>> {
  if (work && work.values > LONG_VALUES) return toText(await projection.toLongText(root, variables, work));
  return sharedData
    ? toText(projection.toText(root, variables, work))
    : projection.toObject(root, variables, work);
}

const toText = ({ data, anomalies }: Projected<string>): Projected<JsonText | null> => ({
  data: data === 'null' ? null : new JsonText(data),
  anomalies,
});

async function fetchAll(
  { node, operation }: CompiledPlan,
  { variables, call, work }: ExecutionRequest,
): Promise<PlanRun> {
  const run = new PlanRun(variables, operation.defaults, call, work);
  if (node) await runNode(run, node, { objects: [run.root], path: [] });
  if (work?.refusal) throw work.refusal;
  await work?.pauseIfDue();
  return run;
}

function shape<Form>(
  { projection }: CompiledPlan,
  run: PlanRun,
  { isWithheld = nothing }: Pick<ExecutionRequest, 'isWithheld'>,
  { data, anomalies }: Projected<Form>,
): ExecutionOutcome<Form> {
  if (anomalies > 0) {
    const told = new ToldPaths(run.errors);
    const faults = projection.findFaults(run.root, run.variables, {
      most: MOST_ERRORS - run.errors.length,
      known: {
        isTold: (path) => told.has(path),
        leftOut: (object, name) => run.unfilled.reasonOf(object, name),
        isWithheld,
      },
    });
    run.errors.push(...faults.map(toError));
  }
  return { data, errors: run.errors };
}

const nothing = (): boolean => false;

function toError({ path, detail }: Fault): GraphQLError {
  const extensions = { code: 'REPONSE_INVALIDE' };
  return new GraphQLError(`${ENGINE_ERRORS.REPONSE_INVALIDE} ${detail}`, { path, extensions });
}
