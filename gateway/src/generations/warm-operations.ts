import { Kind, validate, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { textDigest } from '../base/digest.ts';
import type { Logger } from '../base/logger.ts';
import {
  keepOperations,
  type RegisteredDocument,
  type RegisteredOperations,
} from './registered-operations.ts';
import { sayEngineMessage } from '@palier/federation/errors/engine-messages';
import { STOPPED } from '@palier/federation/planner/worker-planner';
import type { GraphExecutor } from '@palier/federation/executor/graph-executor';

interface KnownOperations {
  readonly registered: RegisteredOperations;
  readonly shipped: RegisteredOperations;
  /** Digests of texts that are known to fit, and whose plans are known: there is nothing to do for them. */
  readonly fitting?: ReadonlySet<string> | undefined;
}

/** A name that means two things is told: each is asked by its own. */
function sayClashes({ registered, shipped }: KnownOperations, logger: Logger): void {
  const others = shipped.documents.filter(({ id, text }) => (registered.findById(id) ?? text) !== text);
  if (others.length === 0) return;
  logger.warn(
    'Des opérations enregistrées portent le nom d’une question des pages : les pages posent la leur ; quiconque demande ce nom reçoit la vôtre',
    { count: others.length, operation: others[0]?.id },
  );
}

/** Plans the registered operations before anybody asks them. One that does not fit the graph is said, and left. */
export async function warmRegistered(
  known: KnownOperations,
  federation: GraphExecutor,
  logger: Logger,
): Promise<void> {
  const { registered, fitting } = known;
  sayClashes(known, logger);
  for (const registeredOne of registered.documents.filter(isToWarm(fitting))) {
    const fault = findFault(registeredOne, federation.schema);
    if (fault === undefined) await warm(registeredOne, federation, logger);
    else
      logger.error('Une opération enregistrée ne respecte pas le schéma', {
        operation: registeredOne.id,
        fault: sayEngineMessage(fault.message),
      });
  }
}

/** The same of those that ship with this program, which nobody waits for. Told once for all: another graph than its own may be served. */
export async function warmShipped(
  { registered, shipped, fitting }: KnownOperations,
  federation: GraphExecutor,
  logger: Logger,
): Promise<void> {
  const unfit: string[] = [];
  const own = shipped.documents.filter(isToWarm(fitting)).filter(({ text }) => !registered.holds(text));
  for (const shippedOne of own) {
    if (findFault(shippedOne, federation.schema) === undefined) await warm(shippedOne, federation, logger);
    else unfit.push(shippedOne.id);
  }
  if (unfit.length > 0)
    logger.warn('Le graphe servi n’a pas tout ce que les pages demandent : certaines ne s’ouvriront pas', {
      count: unfit.length,
      operation: unfit[0],
    });
}

const isToWarm =
  (fitting: ReadonlySet<string> | undefined) =>
  ({ text }: RegisteredDocument): boolean =>
    fitting === undefined || !fitting.has(textDigest(text));

async function warm(
  { id, document }: RegisteredDocument,
  federation: GraphExecutor,
  logger: Logger,
): Promise<void> {
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

const findFault = ({ document }: RegisteredDocument, schema: GraphQLSchema): GraphQLError | undefined =>
  validate(schema, document, undefined, { maxErrors: 1 })[0];

/** Those that a graph can answer. */
export function keepFitting(registered: RegisteredOperations, schema: GraphQLSchema): RegisteredOperations {
  return keepOperations(registered, (each) => findFault(each, schema) === undefined);
}

export const operationNamesOf = (document: DocumentNode): readonly (string | undefined)[] =>
  document.definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [node.name?.value] : []));
