import type { DocumentNode, GraphQLSchema } from 'graphql';

/** A graph as those who ask it see it, and the operations that were registered for it. */
export interface PublishedGraph {
  /** Of the supergraph that it is made of, and of what is shown of it: another one when the graph says anything otherwise. */
  readonly digest: string;
  readonly schema: GraphQLSchema;
  readonly operations: readonly PublishedOperation[];
  /** Those that the pages of this program ask, whatever was registered. */
  readonly shipped: readonly PublishedOperation[];
  /** What is made of it by a function, once. */
  readonly once: <Made>(make: (graph: PublishedGraph) => Made) => Made;
}

export function publishGraph(said: Omit<PublishedGraph, 'once'>): PublishedGraph {
  const made = new Map<unknown, unknown>();
  const graph: PublishedGraph = {
    ...said,
    once: <Made>(make: (graph: PublishedGraph) => Made) => {
      if (!made.has(make)) made.set(make, make(graph));
      return made.get(make) as Made;
    },
  };
  return graph;
}

/**
 * Operations that a client of this program asks by their names, whatever those of the operator are: a page goes with its
 * questions. Those who ask from elsewhere do not find them by these.
 */
export interface ShippedOperations {
  readonly folder: string;
  /** Which of its files, by their names. */
  readonly holds: (name: string) => boolean;
}

export interface PublishedOperation {
  /** The name of its file. */
  readonly id: string;
  readonly text: string;
  readonly document: DocumentNode;
}
