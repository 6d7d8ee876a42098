import { hash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphExecutor } from '@palier/federation/executor/graph-executor';
import type { PreparedOperation } from '@palier/federation/executor/prepared-operation';
import { createBoundedCache } from '@palier/federation/memory/bounded-cache';
import { sizeOfAdmitted } from '@palier/federation/memory/sizes';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { KnownOperation, OperationScope } from '../request/operation.ts';

type AskedOperation = Pick<KnownOperation, 'query' | 'operationName'>;

/** Which graph operations are admitted to. */
export interface GraphOrigin {
  /** The digest of its supergraph. */
  readonly digest: string;
  /** Nothing for the full graph. */
  readonly contract: string | undefined;
}

/** An operation that was parsed and found valid, and all that the engine works out of it. */
export class AdmittedOperation {
  readonly prepared: PreparedOperation;
  /** As the client wrote it. */
  readonly operation: OperationDefinitionNode;
  readonly #asked: AskedOperation;
  readonly #origin: GraphOrigin;
  #textDigest: string | undefined;

  constructor(
    prepared: PreparedOperation,
    operation: OperationDefinitionNode,
    asked: AskedOperation,
    origin: GraphOrigin,
  ) {
    this.prepared = prepared;
    this.operation = operation;
    this.#asked = asked;
    this.#origin = origin;
  }

  /** Stands for its text and name, and for the graph that it is asked of. */
  get textDigest(): string {
    const { query, operationName } = this.#asked;
    const { digest, contract } = this.#origin;
    return (this.#textDigest ??= hash(
      'sha256',
      JSON.stringify([digest, contract, operationName, query]),
      'base64url',
    ));
  }
}

/** Remembers what was admitted once: the same text need not be hashed, looked up and led through every hook again. */
export interface AdmittedOperations {
  find(asked: AskedOperation): AdmittedOperation | undefined;
  admit(asked: AskedOperation, document: DocumentNode, operation: OperationDefinitionNode): AdmittedOperation;
  readonly plugin: ApolloServerPlugin<OperationScope>;
  /** Lets go of them all. */
  release(): void;
}

export function createAdmittedOperations(
  executor: GraphExecutor<OperationScope>,
  origin: GraphOrigin,
): AdmittedOperations {
  const texts = createBoundedCache<Map<string | undefined, AdmittedOperation>>();
  const admit: AdmittedOperations['admit'] = ({ query, operationName }, document, operation) => {
    const byName = texts.get(query) ?? new Map<string | undefined, AdmittedOperation>();
    const prepared = executor.prepare(document, operationName);
    const admitted = new AdmittedOperation(prepared, operation, { query, operationName }, origin);
    byName.set(operationName, admitted);
    // Each name comes with a document of its own.
    texts.set(query, byName, byName.size * sizeOfAdmitted(query));
    return admitted;
  };
  const find: AdmittedOperations['find'] = ({ query, operationName }) => texts.get(query)?.get(operationName);
  return {
    find,
    admit,
    release: () => texts.clear(),
    plugin: {
      requestDidStart: () =>
        Promise.resolve({
          didResolveOperation({ source, document, operation, request }) {
            const { operationName } = request;
            if (operation) admit({ query: source, operationName }, document, operation);
            return Promise.resolve();
          },
        }),
    },
  };
}
