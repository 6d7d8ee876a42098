import { GraphQLError } from 'graphql';
import { ERRORS, MOST_ERRORS } from '../errors.ts';
import type { CompiledPlan } from './compile-plan.ts';
import { JsonText } from './json-text.ts';
import type { Data } from './merge.ts';
import { PlanRun, type Variables } from './plan-run.ts';
import { MisshapenData } from './projection/anomaly.ts';
import type { FaultPath } from './projection/nullify-misshapen.ts';
import type { Projected } from './projection/compiled-projection.ts';
import { renameData } from './projection/rename-data.ts';
import { runNode } from './run-node.ts';
import { shapeAsStock } from './stock-answer.ts';
import type { SubgraphCall } from './subgraph-call.ts';

export interface ExecutionRequest<Context = unknown> {
  /** As the client gave them, already validated against the operation. */
  readonly variables: Variables;
  readonly call: SubgraphCall<Context>;
  /** Passed to every call untouched. */
  readonly requestContext: Context;
}

/** Errors are the subgraphs' own as `GraphQLError`s with the service's name, or whatever a call rejected with. */
export interface ExecutionOutcome<Form> {
  readonly data: Form | undefined;
  readonly errors: readonly unknown[];
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

/** Runs a compiled plan. The answer is the stock engine's, to the letter, as long as subgraphs send what has the right shape. */
export async function executeCompiled<Context>(
  compiled: CompiledPlan,
  request: ExecutionRequest<Context>,
): Promise<ExecutionOutcome<Data | null>> {
  const run = await fetchAll(compiled, request);
  return shape(compiled, run, () => compiled.projection.toObject(run.root, run.variables));
}

/**
 * As `executeCompiled`, for an answer that is only to be sent: where entities repeat, the data is made as text at once,
 * what several places hold being written once.
 */
export async function executeToSend<Context>(
  compiled: CompiledPlan,
  request: ExecutionRequest<Context>,
): Promise<ExecutionOutcome<Data | JsonText | null>> {
  const run = await fetchAll(compiled, request);
  return shape<Data | JsonText | null>(compiled, run, () => {
    if (!run.sharedData) return compiled.projection.toObject(run.root, run.variables);
    const { data, anomalies } = compiled.projection.toText(run.root, run.variables);
    return { data: new JsonText(data), anomalies };
  });
}

async function fetchAll<Context>(
  { node, operation }: CompiledPlan,
  { variables, call, requestContext }: ExecutionRequest<Context>,
): Promise<PlanRun> {
  const run = new PlanRun(variables, operation.defaults, call, requestContext);
  if (node) await runNode(run, node, { objects: [run.root], path: [] });
  return run;
}

function shape<Form>(
  compiled: CompiledPlan,
  run: PlanRun,
  project: () => Projected<Form>,
): ExecutionOutcome<Form> | Promise<ExecutionOutcome<Data | null>> {
  const projected = attempt(project) ?? nullifyAndProject(compiled, run, project);
  // What does not fit the schema is told only when nothing else went wrong: a failed fetch would be told twice.
  if (projected.anomalies > MOST_ERRORS) run.errors.push(misshapenAt(undefined));
  if (projected.anomalies === 0 || run.errors.length > 0) {
    return { data: projected.data, errors: run.errors, extensions: undefined };
  }
  return shapeByStock(compiled, run);
}

async function shapeByStock({ planned }: CompiledPlan, run: PlanRun): Promise<ExecutionOutcome<Data | null>> {
  const stock = await shapeAsStock({ ...planned, variables: run.variables }, run.root);
  const data = stock.data && renameData(stock.data, planned.renamed);
  return { data, errors: stock.errors ?? [], extensions: stock.extensions };
}

function nullifyAndProject<Form>(
  { projection }: CompiledPlan,
  run: PlanRun,
  project: () => Projected<Form>,
): Projected<Form> {
  for (const path of projection.nullifyMisshapen(run.root, run.variables).slice(0, MOST_ERRORS)) {
    run.errors.push(misshapenAt(path));
  }
  return project();
}

const misshapenAt = (path: FaultPath | undefined): GraphQLError =>
  new GraphQLError(ERRORS.REPONSE_INVALIDE.message, { path, extensions: { code: 'REPONSE_INVALIDE' } });

function attempt<Form>(project: () => Projected<Form>): Projected<Form> | undefined {
  try {
    return project();
  } catch (error) {
    if (error instanceof MisshapenData) return undefined;
    throw error;
  }
}
