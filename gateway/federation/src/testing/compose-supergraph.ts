import { composeServices } from '@apollo/composition';
import { Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import type { Schemas } from '../run/compile/compile-plan.ts';
import type { Subgraphs } from './supergraphs.ts';

export interface Composed {
  readonly sdl: string;
  readonly schemas: Schemas;
  readonly engineApi: Schema;
  readonly planner: QueryPlanner;
}

export function composeSupergraph(subgraphs: Subgraphs): Composed {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl: sdl, errors } = composeServices(services);
  if (!sdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  const supergraph = Supergraph.build(sdl);
  const engineApi = supergraph.apiSchema();
  const schemas = {
    supergraph: supergraph.schema.toGraphQLJSSchema(),
    client: engineApi.toGraphQLJSSchema(),
  };
  return { sdl, schemas, engineApi, planner: new QueryPlanner(supergraph) };
}
