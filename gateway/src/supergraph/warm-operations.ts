import { Kind, validate, type DocumentNode } from 'graphql';
import type { Logger } from '../logger.ts';
import type { RegisteredDocument } from '../operation/registered-operations.ts';
import type { FederationExecutor } from '../planning/gateway-executor.ts';

/** Plans the registered operations before anybody asks them. One that does not fit the graph is said, and left. */
export async function warmOperations(
  documents: readonly RegisteredDocument[],
  federation: FederationExecutor,
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
        logger.error('Une opération enregistrée ne peut être planifiée', {
          operation: id,
          fault: (error as Error).message,
        });
      });
    }
  }
}

const operationNamesOf = (document: DocumentNode): readonly (string | undefined)[] =>
  document.definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [node.name?.value] : []));
