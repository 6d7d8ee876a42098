import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;
const SUBGRAPHS = ['a', 'b', 'c', 'd'];

export interface WideSubgraph {
  readonly name: string;
  readonly sdl: string;
}

/** Four subgraphs that share `types` entities, each of them linked to others. */
export function listWideSubgraphs(types: number, extra = ''): readonly WideSubgraph[] {
  return SUBGRAPHS.map((name, rank) => {
    const entities = Array.from({ length: types }, (_, index) => {
      const fields = Array.from({ length: 6 }, (__, field) => `${name}${field}: String`).join(' ');
      const links = `${name}Suivant: T${(index * 7 + rank + 1) % types} ${name}Liste: [T${(index * 3 + rank) % types}]`;
      return `type T${index} @key(fields: "id") { id: ID! ${fields} ${links} }`;
    });
    const query = `type Query { ${name}: T0 ${rank === 0 ? extra : ''} }`;
    return { name, sdl: `${LINK} ${query} ${entities.join('\n')}` };
  });
}

/** Their supergraph: some 1.3 kB of SDL a type. */
export function composeWideSupergraph(types: number, extra = ''): string {
  const services = listWideSubgraphs(types, extra).map(({ name, sdl }) => ({
    name,
    url: `http://${name}.test`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}
