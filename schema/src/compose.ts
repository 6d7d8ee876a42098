import { composeServices } from '@apollo/composition';
import { type DocumentNode, parse } from 'graphql';

/** One subgraph to compose: its name in the supergraph, its address, its SDL. */
export interface SubgraphSdl {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** Every reason why the subgraphs do not fit together. */
export class CompositionFault extends Error {
  override readonly name = 'CompositionFault';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/** Composes the supergraph; raises CompositionFault. */
export function composeSupergraph(subgraphs: readonly SubgraphSdl[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parseSdl(name, sdl) })),
  );
  if (supergraphSdl !== undefined) return `${supergraphSdl.trim()}\n`;
  throw new CompositionFault((errors ?? []).map(({ message }) => message));
}

function parseSdl(name: string, sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    throw new CompositionFault([`${name} : ${String(error)}`]);
  }
}
