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
  /** Reads all again; what is new is prepared aside and takes over at once, what is broken stays as it was served. */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServedSupergraphOptions {
  readonly introspection: boolean;
  /** Parts of the graph to show apart. */
  readonly contracts: readonly ContractDefinition[];
  /** Folder of the registered operations, read again when it changes as the supergraph is. */
  readonly operationsFolder: string | undefined;
  /** Those that clients of this program ask by their names, of the same version as it. */
  readonly shipped: RegisteredOperations;
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

const NOT_RELOADED: Readonly<Record<keyof Reading, string>> = {
  text: 'Le supergraphe n’a pas été rechargé : l’ancien reste en service',
  registered: 'Les opérations enregistrées n’ont pas été rechargées : les anciennes restent en service',
};

interface OpenedGeneration {
  readonly reading: Reading;
  readonly generation: GenerationInUse;
}

interface ServingParts {
  readonly source: SupergraphSource;
  readonly watch: FileWatch;
  readonly options: ServedSupergraphOptions;
  readonly callers: CallerPool;
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
    const callers = createCallerPool(options.createCaller);
    const registered = await readOperations(operationsFolder);
    const reading = { text: await readSupergraph(source), registered };
    const generation = await prepareGeneration(source, reading, callers, options);
    return new Serving({ reading, generation }, { source, watch, options, callers });
  } catch (error) {
    watch.close();
    throw error;
  }
}

/** The generation in service, those that end, and what the next is made from. */
class Serving implements ServedSupergraph {
  readonly reload = oneAtATime(() =>
    this.#reload().catch((error: unknown) => this.#sayFault('text', error as Error)),
  );
  readonly #source: SupergraphSource;
  readonly #watch: FileWatch;
  readonly #options: ServedSupergraphOptions;
  readonly #callers: CallerPool;
  readonly #alive: Set<GenerationInUse>;
  readonly #retirements = new Set<Promise<void>>();
  #reading: Reading;
  #current: GenerationInUse;
  #isWarm = false;
  /** Digest of the text that the engine refused last. */
  #refused: string | undefined;
  readonly #faults = new Map<keyof Reading, string>();
  #stopped = false;

  constructor(opened: OpenedGeneration, { source, watch, options, callers }: ServingParts) {
    this.#source = source;
    this.#watch = watch;
    this.#options = options;
    this.#callers = callers;
    this.#reading = opened.reading;
    this.#current = opened.generation;
    this.#alive = new Set([opened.generation]);
    void opened.generation.generation.warmed.then(() => (this.#isWarm = true));
    watch.begin(() => void this.reload());
  }

  isWarm(): boolean {
    return this.#isWarm;
  }

  current(): Generation {
    return this.#current.generation;
  }

  execute(operation: KnownOperation, scope: OperationScope): Promise<AnyOperationResult> {
    if (this.#stopped) return Promise.reject(new Refusal('ARRET_EN_COURS'));
    return this.#current.use((generation) => generation.of(scope.contract).execute(operation, scope));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#watch.close();
    const retired = Promise.all([this.#current.retire(), ...this.#retirements]);
    await Promise.race([retired, wait(LAST_WAIT_MS, undefined, { ref: false })]);
    await Promise.race([this.#callers.keepOnly([]), wait(LAST_WAIT_MS, undefined, { ref: false })]);
  }

  async #reload(): Promise<void> {
    const text = await this.#orServed('text', readSupergraph(this.#source));
    const registered = await this.#orServed('registered', readOperations(this.#options.operationsFolder));
    const served = { text: this.#reading.text, registered };
    if (text.digest === this.#refused) return this.#serve(served);
    this.#refused = undefined;
    try {
      await this.#serve({ text, registered });
    } catch (error) {
      this.#refused = text.digest;
      this.#sayFault('text', error as Error);
      await this.#serve(served);
    }
  }

  /** What is broken of one part takes nothing from the other. */
  async #orServed<Part extends keyof Reading>(
    part: Part,
    reading: Promise<Reading[Part]>,
  ): Promise<Reading[Part]> {
    try {
      const found = await reading;
      if (found.digest !== this.#refused) this.#faults.delete(part);
      return found;
    } catch (error) {
      this.#sayFault(part, error as Error);
      return this.#reading[part];
    }
  }

  async #serve(found: Reading): Promise<void> {
    if (this.#stopped || isSame(found, this.#reading)) return;
    const next = await prepareGeneration(this.#source, found, this.#callers, this.#options);
    await next.generation.warmed;
    const old = this.#current;
    this.#current = next;
    this.#alive.add(next);
    this.#sayNew(found);
    this.#reading = found;
    this.#options.observer.reloaded?.({ outcome: 'ok' });
    this.#retire(old);
  }

  #retire(old: GenerationInUse): void {
    const retirement = old
      .retire()
      .finally(() => this.#alive.delete(old))
      .then(() => this.#callers.keepOnly([...this.#alive].flatMap(({ generation }) => generation.subgraphs)))
      .catch((error: unknown) =>
        this.#options.logger.error('L’ancienne génération ne s’est pas arrêtée proprement', { error }),
      )
      .finally(() => this.#retirements.delete(retirement));
    this.#retirements.add(retirement);
  }

  #sayNew({ text: { digest }, registered }: Reading): void {
    const { logger } = this.#options;
    if (digest !== this.#reading.text.digest)
      logger.info('Nouveau supergraphe en service', { digest: digest.slice(0, 12) });
    else logger.info('Nouvelles opérations enregistrées en service', { count: registered.documents.length });
  }

  #sayFault(part: keyof Reading, { message: fault }: Error): void {
    const { logger, observer } = this.#options;
    observer.reloaded?.({ outcome: 'refuse' });
    // What stays broken is said once.
    if (fault === this.#faults.get(part)) return;
    this.#faults.set(part, fault);
    logger.error(NOT_RELOADED[part], { fault });
  }
}

const readOperations = async (folder: string | undefined): Promise<RegisteredOperations> =>
  folder === undefined ? NO_OPERATIONS : readRegisteredOperations(folder);

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
    shipped,
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
        shipped,
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
