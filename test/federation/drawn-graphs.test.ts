import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { drawQuery } from './draw-query.ts';
import { drawFrom } from './draw.ts';
import { DrawnData } from './drawn-data.ts';
import { drawGraph, type DrawnGraph } from './drawn-graph.ts';
import { drawnResolvers, drawnSdl } from './drawn-subgraphs.ts';
import { answerWhole } from './drawn-truth.ts';
import { createGraph } from './harness.ts';
import { callInMemory } from './subgraph-calls.ts';

/** Graphs nobody wrote: what the federated graph answers is what one server that has it all would answer. */
const GRAPHS = Number(process.env['DRAWN_GRAPHS'] ?? 8);
const FIRST_SEED = Number(process.env['DRAWN_SEED'] ?? 1);
const QUERIES = Number(process.env['DRAWN_QUERIES'] ?? 5);

const seeds = Array.from({ length: GRAPHS }, (_, rank) => FIRST_SEED + rank);

describe('a graph drawn at random', () => {
  it.each(seeds)('number %i answers as one server does', async (seed) => {
    const graph = drawGraph(seed);
    const data = new DrawnData(graph);
    const federated = federate(graph, data);
    for (let rank = 0; rank < QUERIES; rank += 1) {
      const { query, variables } = drawQuery(federated.schema, drawFrom(seed * 1000 + rank), {
        depth: 2,
        withVariables: true,
      });
      if (validate(federated.schema, parse(query)).length > 0) continue;
      const { answer } = await federated.run({ name: 'drawn', query, expected: {}, request: { variables } });
      const trace = `seed ${seed}, query ${rank}: ${query}\n${JSON.stringify(variables)}`;
      expect(answer.errors, trace).toBeUndefined();
      const truth = await answerWhole(graph, data, federated.schema, query, variables);
      expect(JSON.stringify(answer.data), trace).toBe(JSON.stringify(truth));
    }
  });
});

function federate(graph: DrawnGraph, data: DrawnData) {
  const services = graph.subgraphs.map((name) => {
    return { name, url: `http://127.0.0.1/${name}`, typeDefs: parse(drawnSdl(graph, name)) };
  });
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  const callers = new Map(
    services.map(({ name, typeDefs }) => {
      const resolvers = drawnResolvers(graph, data, name);
      return [name, callInMemory(buildSubgraphSchema({ typeDefs, resolvers: resolvers as never }))];
    }),
  );
  return createGraph(supergraphSdl, callers);
}
