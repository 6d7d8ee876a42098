import { setTimeout as wait } from 'node:timers/promises';
import type { GraphQLError } from 'graphql';
import type { Planning } from '../planning/planning-settings.ts';
import { Refusal } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Observer } from '../observation/observer.ts';
import type { KnownOperation, AnyOperationResult, OperationScope } from '../operation/operation.ts';
import type { ContractDefinition } from '../planning/contract-view.ts';
import type { RegisteredOperations } from '../operation/registered-operations.ts';
import type { SubgraphAddress, SubgraphCaller } from '../subgraph-caller.ts';
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
import { watchFile } from './watch-file.ts';

/** The supergraph being served, whichever generation of it is current. */
export interface ServedSupergraph {
  /** Another one takes its place when the source has changed. */
  current(): Generation;
  /** On the graph that its scope names. */
  execute(operation: KnownOperation, scope: OperationScope): Promise<AnyOperationResult>;
  /** Whether the registered operations have their plans: later graphs take over only once they have. */
  isWarm(): boolean;
  /** Reads the source again; a new text is prepared aside and takes over at once, a broken one changes nothing. */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServedSupergraphOptions {
  readonly introspection: boolean;
  /** Parts of the graph to show apart. */
  readonly contracts: readonly ContractDefinition[];
  /** Operations to check against each new graph. */
  readonly registered: RegisteredOperations;
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

/** @throws {SupergraphFault} when there is nothing to serve */
export async function openSupergraph(
  source: SupergraphSource,
  options: ServedSupergraphOptions,
): Promise<ServedSupergraph> {
  const { logger, observer } = options;
  const callers = createCallerPool(options.createCaller);
  const prepare = (text: SupergraphText): Promise<GenerationInUse> =>
    prepareGeneration(source, text, callers, options);
  let current = await prepare(await readSupergraph(source));
  const alive = new Set([current]);
  const retirements = new Set<Promise<void>>();
  let isWarm = false;
  void current.generation.warmed.then(() => (isWarm = true));
  let refusedDigest: string | undefined;
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
    const text = await readSupergraph(source);
    if (text.digest === current.generation.digest || text.digest === refusedDigest) return;
    refusedDigest = text.digest;
    const next = await prepare(text);
    await next.generation.warmed;
    refusedDigest = undefined;
    const old = current;
    current = next;
    alive.add(next);
    logger.info('Nouveau supergraphe en service', { digest: text.digest.slice(0, 12) });
    observer.reloaded?.({ outcome: 'ok' });
    retire(old);
  };

  const reloadOneAtATime = createQueue(() =>
    reload().catch((error: unknown) => {
      observer.reloaded?.({ outcome: 'refuse' });
      logger.error('Le supergraphe n’a pas été rechargé : l’ancien reste en service', {
        fault: (error as Error).message,
      });
    }),
  );
  const watch = 'path' in source ? watchFile(source.path, () => void reloadOneAtATime()) : undefined;

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
      watch?.close();
      const retired = Promise.all([current.retire(), ...retirements]);
      await Promise.race([retired, wait(LAST_WAIT_MS, undefined, { ref: false })]);
      await Promise.race([callers.keepOnly([]), wait(LAST_WAIT_MS, undefined, { ref: false })]);
    },
  };
}

async function prepareGeneration(
  source: SupergraphSource,
  text: SupergraphText,
  callers: CallerPool,
  {
    callersReady,
    introspection,
    contracts,
    registered,
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

/** Runs `work` one at a time, each call after it ends whatever was asked before. */
function createQueue(work: () => Promise<void>): () => Promise<void> {
  let tail = Promise.resolve();
  return () => (tail = tail.then(work));
}
