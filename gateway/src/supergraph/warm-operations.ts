import { setImmediate } from 'node:timers/promises';
import { Kind, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Logger } from '../logger.ts';
import {
  keepOperations,
  type RegisteredDocument,
  type RegisteredOperations,
} from '../operation/registered-operations.ts';
import { STOPPED } from '../planning/worker-planner.ts';
import type { GraphExecutor } from '../planning/gateway-executor.ts';

/** Plans the registered operations before anybody asks them. One that does not fit the graph is said, and left. */
export async function warmOperations(
  documents: readonly RegisteredDocument[],
  federation: GraphExecutor,
  logger: Logger,
): Promise<void> {
  for (const { id, document } of documents) {
    const [fault] = validate(federation.schema, document, undefined, { maxErrors: 1 });
    if (fault) {
      logger.error('Une opération enregistrée ne respecte pas le schéma', {
        operation: id,
        fault: fault.message,
      });
      continue;
    }
    for (const name of operationNamesOf(document)) {
      await federation.warm(document, name).catch((error: unknown) => {
        if (error === STOPPED) return;
        logger.error('Une opération enregistrée ne peut être planifiée', {
          operation: id,
          fault: (error as Error).message,
        });
      });
    }
  }
}

/** Those that a graph can answer, looked at one a turn of the loop. */
export async function keepFitting(
  registered: RegisteredOperations,
  schema: GraphQLSchema,
): Promise<RegisteredOperations> {
  const fitting = new Set<RegisteredDocument>();
  for (const registeredDocument of registered.documents) {
    await setImmediate();
    const faults = validate(schema, registeredDocument.document, undefined, { maxErrors: 1 });
    if (faults.length === 0) fitting.add(registeredDocument);
  }
  return keepOperations(registered, (candidate) => fitting.has(candidate));
}

const operationNamesOf = (document: DocumentNode): readonly (string | undefined)[] =>
  document.definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [node.name?.value] : []));
