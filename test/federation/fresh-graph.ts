import type { GraphQLSchema } from 'graphql';
import type { SubgraphCaller } from '@palier/gateway/request/subgraph-caller';
import { type BuiltSubgraphs, buildSubgraphs, composeClaim, type Case, type Claim } from './claim.ts';
import { createGraph, type Answer, type Run } from './harness.ts';
import { callInMemory } from './subgraph-calls.ts';

/** The subgraphs of a claim, with their data as at birth for each case. */
export class FreshSubgraphs {
  readonly #claim: Claim;
  #built: BuiltSubgraphs | undefined;

  constructor(claim: Claim) {
    this.#claim = claim;
  }

  async renew(): Promise<void> {
    this.#built ??= await buildSubgraphs(this.#claim);
    this.#built.renew();
  }

  get schemas(): ReadonlyMap<string, GraphQLSchema> {
    return this.#built?.schemas ?? new Map<string, GraphQLSchema>();
  }

  /** Callers that reach the data of the time. */
  callers(
    call: (name: string) => SubgraphCaller = (name) => this.#inMemory(name),
  ): ReadonlyMap<string, SubgraphCaller> {
    return new Map(this.#claim.subgraphs.map(({ name }) => [name, call(name)]));
  }

  #inMemory(name: string): SubgraphCaller {
    return {
      call: (request) => {
        const schema = this.schemas.get(name);
        if (!schema) throw new Error(`No subgraph ${name}`);
        return callInMemory(schema).call(request);
      },
    };
  }
}

export interface FreshGraph {
  readonly schema: GraphQLSchema;
  ask(testCase: Case): Promise<Answer>;
  run(testCase: Case): Promise<Run>;
}

/** Answers of one graph are compared with one another, as JSON: a number that no double holds is its digits. */
function numbersAsTexts(answer: Answer): Answer {
  const toText = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
  return JSON.parse(JSON.stringify(answer, toText)) as Answer;
}

/** Our graph of a claim, in memory. */
export function createFreshGraph(claim: Claim): FreshGraph {
  const subgraphs = new FreshSubgraphs(claim);
  const sdl = composeClaim(claim, (name) => `http://127.0.0.1/${name}`);
  const graph = createGraph(sdl, subgraphs.callers());
  const run = async (testCase: Case): Promise<Run> => {
    await subgraphs.renew();
    const { answer, calls } = await graph.run(testCase);
    return { answer: numbersAsTexts(answer), calls };
  };
  return { schema: graph.schema, run, ask: async (testCase) => (await run(testCase)).answer };
}
