import { setTimeout as wait } from 'node:timers/promises';
import type { GraphQLError } from 'graphql';
import type { Planning } from './planning-settings.ts';
import { Refusal } from '../errors/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { Observer } from '../observation/observer.ts';
import type { KnownOperation, AnyOperationResult, OperationScope } from '../request/operation.ts';
import type { ContractDefinition } from '@palier/federation/contract/contract-view';
import { oneAtATime } from '../base/one-at-a-time.ts';
import {
  NO_OPERATIONS,
  OperationsFault,
  readRegisteredOperations,
  type RegisteredOperations,
} from './registered-operations.ts';
import type { SubgraphAddress } from '@palier/federation/run/data/subgraph-caller';
import type { SubgraphCaller } from '../request/subgraph-caller.ts';
import { watchFiles, type FileWatch } from '../base/watch-files.ts';
import { createCallerPool, type CallerPool } from './caller-pool.ts';
import { createGenerationInUse, type GenerationInUse } from './generation-in-use.ts';
import { createGeneration, type Generation } from './generation.ts';
import {
  nameOf,
  readSupergraph,
  SupergraphFault,
  type SupergraphSource,
  type SupergraphText,
} from './read-supergraph.ts';

/** The supergraph being served, whichever generation of it is current. */
export interface ServedSupergraph {
  /** Another one takes its place when the source has changed. */
  current(): Generation;
  /** On the graph that its scope names. */
  execute(operation: KnownOperation, scope: OperationScope): Promise<AnyOperationResult>;
  /** Whether the registered operations have their plans: later graphs take over only once they have. */
  isWarm(): boolean;
  /** Reads all again; what is new is prepared aside and takes over at once, what is broken changes nothing. */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServedSupergraphOptions {
  readonly introspection: boolean;
  /** Parts of the graph to show apart. */
  readonly contracts: readonly ContractDefinition[];
  /** Folder of the registered operations, read again when it changes as the supergraph is. */
  readonly operationsFolder: string | undefined;
  readonly planning: Planning;
  readonly activeLabels: ReadonlySet<string>;
  readonly createCaller: (subgraph: SubgraphAddress) => SubgraphCaller;
  /** From when callers can be had, when they cannot be at once: the supergraph is prepared meanwhile. */
  readonly callersReady?: Promise<unknown> | undefined;
  readonly observer: Observer;
  readonly logger: Logger;
}

/** How long a stop waits for operations whose clients were cut off, and then for their calls. */
const LAST_WAIT_MS = 300;

/** What a generation is made from. */
interface Reading {
  readonly text: SupergraphText;
  readonly registered: RegisteredOperations;
}

/** @throws {SupergraphFault | OperationsFault} when there is nothing to serve */
export async function openSupergraph(
  source: SupergraphSource,
  options: ServedSupergraphOptions,
): Promise<ServedSupergraph> {
  const { operationsFolder } = options;
  const watch = await watchFiles([
    ...('path' in source ? [source.path] : []),
    ...(operationsFolder === undefined ? [] : [operationsFolder]),
  ]);
  try {
    return await serve(source, watch, options);
  } catch (error) {
    watch.close();
    throw error;
  }
}

async function serve(
  source: SupergraphSource,
  watch: FileWatch,
  options: ServedSupergraphOptions,
): Promise<ServedSupergraph> {
  const { logger, observer, operationsFolder } = options;
  const callers = createCallerPool(options.createCaller);
  const prepare = (reading: Reading): Promise<GenerationInUse> =>
    prepareGeneration(source, reading, callers, options);
  let reading = await read(source, operationsFolder);
  let current = await prepare(reading);
  const alive = new Set([current]);
  const retirements = new Set<Promise<void>>();
  let isWarm = false;
  void current.generation.warmed.then(() => (isWarm = true));
  let refused: Reading | undefined;
  let lastFault: string | undefined;
  let stopped = false;

  const retire = (old: GenerationInUse): void => {
    const retirement = old
      .retire()
      .finally(() => alive.delete(old))
      .then(() => callers.keepOnly([...alive].flatMap(({ generation }) => generation.subgraphs)))
      .catch((error: unknown) =>
        logger.error('L’ancienne génération ne s’est pas arrêtée proprement', { error }),
      )
      .finally(() => retirements.delete(retirement));
    retirements.add(retirement);
  };

  const reload = async (): Promise<void> => {
    const found = await read(source, operationsFolder);
    const isKnown = isSame(found, reading) || (refused !== undefined && isSame(found, refused));
    if (stopped || isKnown) return;
    refused = found;
    const next = await prepare(found);
    await next.generation.warmed;
    refused = lastFault = undefined;
    const old = current;
    current = next;
    alive.add(next);
    const { digest } = found.text;
    if (digest !== reading.text.digest)
      logger.info('Nouveau supergraphe en service', { digest: digest.slice(0, 12) });
    else
      logger.info('Nouvelles opérations enregistrées en service', {
        compte: found.registered.documents.length,
      });
    reading = found;
    observer.reloaded?.({ outcome: 'ok' });
    retire(old);
  };

  const reloadOneAtATime = oneAtATime(() =>
    reload().catch((error: unknown) => {
      observer.reloaded?.({ outcome: 'refuse' });
      const { message: fault } = error as Error;
      // What stays broken is said once.
      if (fault === lastFault) return;
      lastFault = fault;
      const what =
        error instanceof OperationsFault
          ? 'Les opérations enregistrées n’ont pas été rechargées : les anciennes restent en service'
          : 'Le supergraphe n’a pas été rechargé : l’ancien reste en service';
      logger.error(what, { fault });
    }),
  );
  watch.begin(() => void reloadOneAtATime());

  return {
    isWarm: () => isWarm,
    current: () => current.generation,
    execute(operation, scope) {
      if (stopped) return Promise.reject(new Refusal('ARRET_EN_COURS'));
      return current.use((generation) => generation.of(scope.contract).execute(operation, scope));
    },
    reload: reloadOneAtATime,
    async stop() {
      stopped = true;
      watch.close();
      const retired = Promise.all([current.retire(), ...retirements]);
      await Promise.race([retired, wait(LAST_WAIT_MS, undefined, { ref: false })]);
      await Promise.race([callers.keepOnly([]), wait(LAST_WAIT_MS, undefined, { ref: false })]);
    },
  };
}

async function read(source: SupergraphSource, operationsFolder: string | undefined): Promise<Reading> {
  const registered = operationsFolder ? await readRegisteredOperations(operationsFolder) : NO_OPERATIONS;
  return { text: await readSupergraph(source), registered };
}

const isSame = (one: Reading, other: Reading): boolean =>
  one.text.digest === other.text.digest && one.registered.digest === other.registered.digest;

async function prepareGeneration(
  source: SupergraphSource,
  { text, registered }: Reading,
  callers: CallerPool,
  {
    callersReady,
    introspection,
    contracts,
    planning,
    activeLabels,
    observer,
    logger,
  }: ServedSupergraphOptions,
): Promise<GenerationInUse> {
  try {
    return createGenerationInUse(
      await createGeneration(text, {
        introspection,
        contracts,
        registered,
        planning,
        activeLabels,
        callerOf: callers.callerOf,
        callersReady,
        observer,
        logger,
      }),
    );
  } catch (cause) {
    throw new SupergraphFault(`${nameOf(source)} ne peut être servi : ${reasonOf(cause)}`, { cause });
  }
}

/** The engine's own words where there are some: they say what to mend, and only the operator reads them. */
function reasonOf(error: unknown): string {
  const { message, originalError } = error as GraphQLError;
  return (originalError ?? { message }).message.split('\n', 1)[0] ?? '';
}
