import type { DocumentNode, GraphQLSchema } from 'graphql';

/** A graph as those who ask it see it, and the operations that were registered for it. */
export interface PublishedGraph {
  /** Of the supergraph that it is made of, and of what is shown of it: another one when the graph says anything otherwise. */
  readonly digest: string;
  readonly schema: GraphQLSchema;
  readonly operations: readonly PublishedOperation[];
}

export interface PublishedOperation {
  /** The name of its file. */
  readonly id: string;
  readonly text: string;
  readonly document: DocumentNode;
}
