import { Kind, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Logger } from '../base/logger.ts';
import {
  keepOperations,
  type RegisteredDocument,
  type RegisteredOperations,
} from './registered-operations.ts';
import { sayEngineMessage } from '@palier/federation/errors/engine-messages';
import { STOPPED } from '@palier/federation/planner/worker-planner';
import type { GraphExecutor } from '@palier/federation/executor/graph-executor';

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
        fault: sayEngineMessage(fault.message),
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

/** Those that a graph can answer. */
export function keepFitting(registered: RegisteredOperations, schema: GraphQLSchema): RegisteredOperations {
  return keepOperations(
    registered,
    ({ document }) => validate(schema, document, undefined, { maxErrors: 1 }).length === 0,
  );
}

const operationNamesOf = (document: DocumentNode): readonly (string | undefined)[] =>
  document.definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [node.name?.value] : []));
