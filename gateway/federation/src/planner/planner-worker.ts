import { parentPort, workerData } from 'node:worker_threads';
import { buildSchema, parse, type GraphQLSchema } from 'graphql';
import { readContractView, type ContractView } from '../contract/contract-view.ts';
import { findTextFaults } from './find-text-faults.ts';
import { introspect } from './introspect.ts';
import { createPlannerEngine, type PlannerEngine } from './planner-engine.ts';
import { printApiSchema, toClientSchema } from '../prepare/client-schema.ts';
import type {
  FromPlanner,
  PlannerFault,
  PlannerResults,
  PlannerStart,
  PlannerTask,
  ToPlanner,
} from './planner-messages.ts';
import { EngineError } from '../errors/engine-error.ts';
import { prepareSupergraph, type PreparedSupergraph } from '../prepare/prepare-supergraph.ts';

/**
 * A thread of its own for whatever may take long: plans, long texts, questions about the schema. What holds it holds
 * nobody else, and it can be ended at any point.
 */
const port = parentPort;
if (!port) throw new Error('planner-worker runs as a worker thread');

const { supergraphSdl, contracts, views, checks, known } = workerData as PlannerStart;

const send = (message: FromPlanner) => port.postMessage(message);

try {
  const prepared = known ?? prepareSupergraph(supergraphSdl);
  const engine = createPlannerEngine(prepared, { isKnown: known !== undefined });
  const read = contracts.map((contract) => readContractView(supergraphSdl, contract));
  const schemaOf = rememberSchemas(engine, prepared, [...views, ...read]);
  port.on('message', ({ id, task }: ToPlanner) => {
    perform(task, engine, schemaOf).then(
      (result) => send({ kind: 'done', id, result }),
      (error: unknown) => send({ kind: 'failed', id, ...describe(error) }),
    );
  });
  if (known === undefined)
    send({ kind: 'ready', prepared, apiSdl: printApiSchema(engine.apiSchema, prepared), contracts: read });
  else send({ kind: 'ready-as-known' });
} catch (error) {
  send({ kind: 'refused', ...describe(error) });
}

async function perform(
  task: PlannerTask,
  engine: PlannerEngine,
  schemaOf: SchemaOf,
): Promise<PlannerResults[PlannerTask['kind']]> {
  switch (task.kind) {
    case 'plan':
      return engine.build(parse(task.text, { noLocation: true }), task.operationName, task.labels);
    case 'check':
      return findTextFaults(task.text, schemaOf(task.contract), checks);
    case 'introspect':
      return introspect(schemaOf(task.contract), task, supergraphSdl.length);
  }
}

type SchemaOf = (contract: string | undefined) => GraphQLSchema;

/** Each made when it is first needed: many gateways never need them. */
function rememberSchemas(
  { apiSchema }: PlannerEngine,
  prepared: PreparedSupergraph,
  views: readonly ContractView[],
): SchemaOf {
  const schemas = new Map<string | undefined, GraphQLSchema>();
  const make: SchemaOf = (contract) => {
    const view = views.find(({ name }) => name === contract);
    return view ? buildSchema(view.apiSdl, TRUSTED) : toClientSchema(apiSchema, prepared);
  };
  return (contract) => {
    const schema = schemas.get(contract) ?? make(contract);
    schemas.set(contract, schema);
    return schema;
  };
}

const TRUSTED = { assumeValid: true, assumeValidSDL: true };

/** Errors do not cross threads whole: what is needed to make them again does. */
function describe(error: unknown): PlannerFault {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof EngineError)) return { code: undefined, message, reason: undefined };
  return { code: error.code, message, reason: error.originalError?.message };
}
