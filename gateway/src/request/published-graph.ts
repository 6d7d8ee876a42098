import type { DocumentNode, GraphQLSchema } from 'graphql';

/** A graph as those who ask it see it, and the operations that were registered for it. */
export interface PublishedGraph {
  readonly schema: GraphQLSchema;
  readonly operations: readonly PublishedOperation[];
}

export interface PublishedOperation {
  /** The name of its file. */
  readonly id: string;
  readonly text: string;
  readonly document: DocumentNode;
}
