import { composeServices } from '@apollo/composition';
import { getVariableValues, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../testing/random.ts';
import { randomOperation, type RandomOperation } from '../testing/random-operation.ts';
import { createRandomSubgraph, type Hazards } from '../testing/random-subgraph.ts';
import { supergraphs } from '../testing/supergraphs.ts';
import { toContractSupergraph } from './contract.ts';
import { createFederationExecutor } from '../executor/create-executor.ts';
import type { RequestContext } from '../run/federation-request.ts';
import type { GraphExecutor } from '../executor/graph-executor.ts';
import type { SubgraphCaller } from '../run/data/subgraph-caller.ts';
import { runPlan } from '../executor/run-plan.ts';

const OPERATIONS_A_WORLD = Number(process.env['CONTRACT_OPERATIONS'] ?? 30);
const WORLDS: readonly Hazards[] = [
  { nulls: 0, errors: 0, corruption: 0 },
  { nulls: 0.1, errors: 0.05, corruption: 0 },
  { nulls: 0.05, errors: 0.02, corruption: 0.03 },
];
const FILTER = { exclude: ['cache'] };
const TAG = '@federation__tag(name: "cache")';

/** What is hidden, in every way it could come out: behind an interface, in a union, as a value, as what others require. */
const tagged = Object.entries(supergraphs['media']!).map(([name, sdl]) => ({
  name,
  sdl: sdl
    .replaceAll(/type Film ([^{]*)\{/g, `type Film $1${TAG} {`)
    .replaceAll('type Track {', `type Track ${TAG} {`)
    .replaceAll(/title: String(?! @external)/g, `title: String ${TAG}`)
    .replaceAll(' FR }', ` FR ${TAG} }`)
    .replaceAll(/ (parent|rating): (\w+)/g, ` $1: $2 ${TAG}`),
}));
const HIDDEN = ['Film', 'Track', 'title', 'FR', 'parent', 'rating', 'minutes', 'studio', 'tracks', 'length'];
const AS_WORDS = new RegExp(`\\b(${HIDDEN.join('|')})\\b`);

const { supergraphSdl = '', errors } = composeServices(
  tagged.map(({ name, sdl }) => ({ name, url: `http://${name}.test`, typeDefs: parse(sdl) })),
);

describe('a contract that shares the plans of the full graph', () => {
  it('is on a graph that composes', () => expect(errors).toBeUndefined());

  it.each(WORLDS.map((hazards, world) => ({ world, ...hazards })))(
    'answers as a gateway of its own, and never what is hidden (nulls $nulls, errors $errors, spoiled $corruption)',
    async ({ world, ...hazards }) => {
      const random = createRandom(world * 977 + 5);
      const callers = createCallers(world, hazards);
      const shared = createFederationExecutor({
        supergraphSdl,
        callers,
        contracts: [{ name: 'public', filter: FILTER }],
        executePlan: runPlan,
      });
      const contract = shared.contracts.get('public')!;
      const alone = createFederationExecutor({
        supergraphSdl: toContractSupergraph(supergraphSdl, FILTER),
        callers,
        executePlan: runPlan,
      });
      let compared = 0;
      for (let index = 0; index < OPERATIONS_A_WORLD; index++) {
        const operation = randomOperation(contract.schema, random);
        const document = validDocument(contract.schema, operation);
        if (!document) continue;
        // Asked of the full graph first: whatever it keeps of the plan must not serve the contract.
        await ask(shared, parse(operation.query), operation);
        const seen = await ask(contract, document, operation);
        const expected = await ask(alone, parse(operation.query), operation);
        expect(JSON.stringify(seen.data), operation.query).toBe(JSON.stringify(expected.data));
        expect(withoutComputed(JSON.stringify(seen)), operation.query).not.toMatch(AS_WORDS);
        compared += 1;
      }
      expect(compared).toBeGreaterThan(OPERATIONS_A_WORLD / 3);
    },
    120_000,
  );
});

/** The subgraphs of these worlds compute a value by writing out what they required for it. */
const withoutComputed = (text: string): string => text.replaceAll(/:\[\[[^]*?\]\]"/g, '"');

function createCallers(world: number, hazards: Hazards): (subgraph: { name: string }) => SubgraphCaller {
  return ({ name }) => {
    const sdl = tagged.find((subgraph) => subgraph.name === name)?.sdl ?? '';
    const answer = createRandomSubgraph(sdl, world, hazards);
    return { call: async ({ query, variables }) => (await answer(query, variables)) as never };
  };
}

function validDocument(
  schema: GraphQLSchema,
  { query, variables }: RandomOperation,
): DocumentNode | undefined {
  const document = parse(query);
  const faults = validate(schema, document).filter(({ message }) => !message.includes('is never used'));
  const [definition] = document.definitions;
  if (definition?.kind !== 'OperationDefinition' || faults.length > 0) return undefined;
  const { errors: wrong } = getVariableValues(schema, definition.variableDefinitions ?? [], variables);
  return wrong ? undefined : document;
}

/** What leaves of an answer: the messages of accidents are replaced on the way out. */
async function ask(executor: GraphExecutor, document: DocumentNode, { variables }: RandomOperation) {
  const {
    data,
    errors: faults = [],
    extensions,
  } = await executor.execute({
    document,
    request: { variables },
    context: CONTEXT,
  });
  const said = faults.map(({ message, path, extensions: facts }) => ({
    path,
    ...(facts?.['code'] !== 'INTERNAL_ERROR' && { message }),
  }));
  return { data, errors: said, extensions };
}

const CONTEXT: RequestContext = { clientRequest: {}, answerForm: 'OBJECT' };
