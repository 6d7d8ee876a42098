import type { DocumentNode } from 'graphql';
import type { Work } from '../work/work.ts';

/** What the engine needs to know of who asks, whatever else whoever runs it knows. */
export interface RequestContext {
  /** Handed to every call, untouched. */
  readonly clientRequest: {
    /** Where what is done is counted, and refused when it is too much. */
    readonly work?: Work | undefined;
  };
  /** What the asker does with the data: reads them, or only sends them on, for which text is cheaper to make. */
  readonly answerForm: 'OBJECT' | 'TEXT';
}

export type ClientOf<Context extends RequestContext> = Context['clientRequest'];

/** What an operation is run with. */
export interface OperationRun<Context extends RequestContext> {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: Context;
}

/** A validated request, with the document of its operation. */
export interface FederationRequest<Context extends RequestContext = RequestContext> {
  readonly document: DocumentNode;
  readonly request: {
    readonly operationName?: string | undefined;
    readonly variables?: Readonly<Record<string, unknown>> | undefined;
  };
  readonly context: Context;
}
