import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { sdlOf, SUBGRAPH_NAMES, urlOf } from './subgraphs.ts';

/** The supergraph that every gateway of the bench serves. */
export function composeBenchGraph(): string {
  const services = SUBGRAPH_NAMES.map((name) => ({ name, url: urlOf(name), typeDefs: parse(sdlOf(name)) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
