import { operationFromDocument } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import {
  getVariableValues,
  parse,
  validate,
  type DocumentNode,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { MOST_ERRORS } from '../errors/engine-error.ts';
import { coerceAnswer } from '../stock/coerce-answer.ts';
import { compilePlan } from './compile/compile-plan.ts';
import { executeCompiled, executeToSend } from './execute-compiled.ts';
import { jsonTextOf } from '../json/json-text.ts';
import type { GraphQLResponseLike, SubgraphOperation } from './data/subgraph-caller.ts';
import type { Work } from '../work/work.ts';
import { composeSupergraph, type Composed } from '../testing/compose-supergraph.ts';
import { openLongWork } from '../testing/long-work.ts';
import { createRandom } from '../testing/random.ts';
import { randomOperation, type RandomOperation } from '../testing/random-operation.ts';
import { createRandomSubgraph, type Hazards } from '../testing/random-subgraph.ts';
import { supergraphs, type Subgraphs } from '../testing/supergraphs.ts';

const OPERATIONS_A_WORLD = Number(process.env['DIFFERENTIAL_OPERATIONS'] ?? 25);
const WORLDS: readonly (Hazards & { readonly down: number })[] = [
  { nulls: 0, errors: 0, corruption: 0, down: 0 },
  { nulls: 0.15, errors: 0, corruption: 0, down: 0 },
  { nulls: 0.1, errors: 0.08, corruption: 0, down: 0 },
  { nulls: 0.05, errors: 0, corruption: 0.04, down: 0 },
  { nulls: 0.05, errors: 0.03, corruption: 0.02, down: 0.2 },
];

type Call = (service: string, operation: SubgraphOperation) => Promise<GraphQLResponseLike>;

/** What a client sees of an answer, its errors in an order that does not depend on the order of calls. */
interface Seen {
  readonly data: string | undefined;
  readonly errors: readonly string[];
}

describe.each(Object.entries(supergraphs))('on the supergraph %s', (name, subgraphs) => {
  const composed = composeSupergraph(subgraphs);
  it.each(WORLDS.map((hazards, world) => ({ world, ...hazards })))(
    'answers as the stock engine in world $world (nulls $nulls, errors $errors, spoiled $corruption, down $down)',
    async ({ world, ...hazards }) => {
      const random = createRandom(world * 7919 + name.length);
      const outcomes = { same: 0, sameButIndices: 0, skipped: 0 };
      for (let index = 0; index < OPERATIONS_A_WORLD; index++) {
        const operation = randomOperation(composed.schemas.client, random);
        const document = validDocument(composed, operation);
        if (!document) continue;
        const call = createCall(subgraphs, world * 1000 + (index % 10), hazards);
        const work = index % 2 === 0 ? undefined : openLongWork();
        outcomes[await compare(composed, operation, document, call, work)] += 1;
      }
      expect(outcomes.same).toBeGreaterThan(OPERATIONS_A_WORLD / 4);
      expect(outcomes.sameButIndices).toBeLessThan(OPERATIONS_A_WORLD / 10);
    },
    300_000,
  );
});

function validDocument(
  { schemas }: Composed,
  { query, variables }: RandomOperation,
): DocumentNode | undefined {
  const document = parse(query);
  const rules = validate(schemas.client, document).filter(
    ({ message }) => !message.includes('is never used'),
  );
  const [definition] = document.definitions as OperationDefinitionNode[];
  const { errors } = getVariableValues(schemas.client, definition!.variableDefinitions ?? [], variables);
  return rules.length === 0 && !errors ? document : undefined;
}

function createCall(subgraphs: Subgraphs, world: number, hazards: Hazards & { readonly down: number }): Call {
  const random = createRandom(world);
  const services = new Map(
    Object.entries(subgraphs).map(([name, sdl]) => {
      const isDown = random() < hazards.down;
      const answer = createRandomSubgraph(sdl, world, hazards);
      return [name, isDown ? () => Promise.reject(new Error(`${name} is down`)) : answer];
    }),
  );
  return (service, { query, variables }) => services.get(service)!(query, variables);
}

type Outcome = 'same' | 'sameButIndices' | 'skipped';

async function compare(
  composed: Composed,
  operation: RandomOperation,
  document: DocumentNode,
  call: Call,
  work: Work | undefined,
): Promise<Outcome> {
  const plan = planFor(composed, document);
  const compiled =
    plan && compilePlan({ plan, schemas: composed.schemas, document, operationName: undefined });
  if (!plan || !compiled) return 'skipped';
  const stock = await runStock(composed, plan, operation, document, call);
  const request = { variables: operation.variables, call };
  const { data, errors } = await executeCompiled(compiled, request);
  const ours = seen(
    data,
    errors.filter((error) => !isToldByUs(error)),
  );
  const told = errors.filter(isToldByUs).map(pathOf);
  const sent = await executeToSend(compiled, { ...request, work });
  const trace = `${operation.query}\n${JSON.stringify(operation.variables)}\n${JSON.stringify(plan.node)}`;
  expect(jsonTextOf({ data: sent.data }), trace).toEqual(JSON.stringify({ data }));
  expect(sent.errors, trace).toHaveLength(errors.length);
  // When an entity could not be asked for, the stock engine counts it all the same: the errors of those after it
  // are said to be one place too early. Ours say the right place.
  const { misfits, ...answered } = stock;
  expect(withoutIndices(ours), trace).toEqual(withoutIndices(answered));
  // It tells only some of them, and only where nothing else went wrong.
  if (told.length < MOST_ERRORS) expect(told, trace).toEqual(expect.arrayContaining([...misfits]));
  return JSON.stringify(ours) === JSON.stringify(answered) ? 'same' : 'sameButIndices';
}

/** Undefined for the few operations on which the planner itself fails. */
function planFor({ planner, engineApi }: Composed, document: DocumentNode): QueryPlan | undefined {
  try {
    return planner.buildQueryPlan(operationFromDocument(engineApi, document)) as QueryPlan;
  } catch {
    return undefined;
  }
}

const withoutIndices = (answer: Seen): Seen => ({
  ...answer,
  errors: answer.errors.map((error) => error.replace(/(?<=[[,])\d+(?=[,\]])/g, '"@"')).sort(),
});

async function runStock(
  { schemas, engineApi }: Composed,
  plan: QueryPlan,
  { variables }: RandomOperation,
  document: DocumentNode,
  call: Call,
): Promise<Seen & { readonly misfits: readonly string[] }> {
  const process = (service: string) => ({
    process: async ({ request }: { request: SubgraphOperation }) => {
      const answer = await call(service, JSON.parse(JSON.stringify(request)) as SubgraphOperation);
      if (answer.data) coerceAnswer(schemas.supergraph, request.query, answer.data);
      return answer;
    },
  });
  const services = new Proxy({}, { get: (_, service: string) => process(service) });
  const context = { request: { variables }, metrics: {}, context: {}, logger: console };
  const operationContext = buildOperationContext({ schema: schemas.client, operationDocument: document });
  const { data, errors, extensions } = await executeQueryPlan(
    plan,
    services as never,
    context as never,
    operationContext,
    schemas.supergraph,
    engineApi,
  );
  const { valueCompletion = [] } = (extensions ?? {}) as { readonly valueCompletion?: readonly unknown[] };
  return { ...seen(data, errors ?? []), misfits: valueCompletion.map(pathOf) };
}

/** The stock engine orders the keys of merged fields in its own way; ours has the specification's. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}

function seen(data: unknown, errors: readonly unknown[]): Seen {
  return {
    data: data === undefined ? undefined : JSON.stringify(sortKeys(data)),
    errors: errors.map(describeError).sort(),
  };
}

/** Of a null that nothing else speaks of: the stock engine says it beside the errors, or not at all. */
const isToldByUs = (error: unknown): boolean =>
  (error as GraphQLError).extensions?.['code'] === 'REPONSE_INVALIDE';

const pathOf = (error: unknown): string => JSON.stringify((error as GraphQLError).path);

function describeError(error: unknown): string {
  const { message, path, extensions } = error as { message: string; path?: unknown; extensions?: unknown };
  return JSON.stringify({ message, path, extensions });
}
