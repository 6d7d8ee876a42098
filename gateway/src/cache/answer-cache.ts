import { partitionOf } from '../request/partition.ts';
import { Bytes } from '../base/bytes.ts';
import type { Cancellation, ClientRequest } from '../request/client-request.ts';
import { jsonTextOf } from '@palier/federation/json/json-text';
import { ANONYMOUS } from '../request/identity.ts';
import { writeJson } from '@palier/calls/json/write-json';
import type { AnyOperationResult, KnownOperation, OperationScope } from '../request/operation.ts';
import type { AdmittedOperation } from '../admission/admitted-operations.ts';
import type { ServedSupergraph } from '../generations/open-supergraph.ts';
import type { AnswerSources, Sources } from '../subgraphs/answer-sources.ts';
import type { AnswerStore } from './answer-store.ts';
import { cacheControlOf } from '../base/cache-control.ts';
import { freshnessOf } from './freshness.ts';
import { LASTING, SealedAnswer } from '../request/sealed-answer.ts';

export interface AnswerCacheOptions {
  readonly supergraph: ServedSupergraph;
  readonly sources: AnswerSources;
  /** Nothing when no answer is to be kept. */
  readonly store: AnswerStore | undefined;
  /** Whether a read may wait for the same one under way. */
  readonly share: boolean;
  /** Client headers handed to the subgraphs. */
  readonly headers: readonly string[];
}

/** An operation, on whose behalf, and how to run it. */
interface Asked {
  readonly operation: KnownOperation;
  readonly scope: OperationScope;
  readonly run: () => Promise<AnyOperationResult>;
}

/** A read under way, and whether whoever began it still waits. */
interface Shared {
  readonly result: Promise<AnyOperationResult>;
  readonly leader: Cancellation;
}

/**
 * Gives a read the answer that was kept for it, while each of its sources still has the version it was made of; or that
 * of the same read under way, if nothing was written since it began.
 */
export class AnswerCache {
  readonly #options: AnswerCacheOptions;
  readonly #underWay = new Map<string, Shared>();
  #writes = 0;

  constructor(options: AnswerCacheOptions) {
    this.#options = options;
  }

  /** At once when the answer is in memory. */
  answer(asked: Asked): AnyOperationResult | Promise<AnyOperationResult> {
    const { operation, scope, run } = asked;
    // Only a text that was seen to be a read is known not to be a write.
    const admitted = this.#options.supergraph.current().of(scope.contract).admitted(operation);
    if (admitted?.operation.operation !== 'query') return this.#write(asked);
    if (scope.answerForm !== 'TEXT' || scope.withPlan) return run();
    const key = this.#keyOf(asked, admitted);
    const kept = this.#options.store?.find(key, this.#holds);
    if (kept instanceof Promise) return kept.then((sealed) => this.#give(sealed, key, asked));
    return this.#give(kept, key, asked);
  }

  #give(
    sealed: SealedAnswer | undefined,
    key: string,
    asked: Asked,
  ): AnyOperationResult | Promise<AnyOperationResult> {
    if (sealed) return { data: null, sealed, cacheStatus: 'hit' };
    return this.#options.share ? this.#join(key, asked) : this.#make(asked);
  }

  async #write(asked: Asked): Promise<AnyOperationResult> {
    this.#writes += 1;
    try {
      return await this.#make(asked);
    } finally {
      this.#writes += 1;
    }
  }

  /**
   * An answer with errors is nobody else's: whoever waited for it asks alone. Where the client that began it left, the first
   * of those who waited begins it again, and the others wait for that one.
   */
  async #join(key: string, asked: Asked): Promise<AnyOperationResult> {
    const moment = `${JSON.stringify([this.#writes, ...this.#versions()])}${key}`;
    const other = this.#underWay.get(moment);
    if (other) {
      const result = await other.result.catch(() => undefined);
      if (result?.sealed) return { ...result, cacheStatus: 'collapsed' };
      return other.leader.aborted ? this.#join(key, asked) : this.#make(asked);
    }
    const result = this.#make(asked);
    this.#underWay.set(moment, { result, leader: asked.scope.clientRequest.signal });
    try {
      return await result;
    } finally {
      this.#underWay.delete(moment);
    }
  }

  async #make(asked: Asked): Promise<AnyOperationResult> {
    const { operation, scope, run } = asked;
    const { supergraph, sources, store } = this.#options;
    const generation = supergraph.current();
    const result = await run();
    // Another graph took over meanwhile: which of the two answered is not known.
    if (supergraph.current() !== generation) return result;
    const admitted = generation.of(scope.contract).admitted(operation);
    if (admitted?.operation.operation !== 'query') return result;
    const sealed = seal(result, sources.of(scope.clientRequest), scope);
    if (!sealed) return result;
    const isWhole = sealed.isVersioned && this.#holds(sealed);
    if (!store || !isWhole || sealed.cacheControl === 'no-store') return { ...result, sealed };
    store.keep(this.#keyOf(asked, admitted), sealed);
    return { ...result, sealed, cacheStatus: 'stored' };
  }

  readonly #holds = ({ versions }: SealedAnswer): boolean => {
    const generation = this.#options.supergraph.current();
    return versions.every(([subgraph, version]) => {
      const now = generation.versionOf(subgraph);
      return now !== undefined && version === (version.endsWith(LASTING) ? lastingOf(now) : now);
    });
  };

  /** All that is known of the data now. */
  #versions(): readonly (string | undefined)[] {
    const generation = this.#options.supergraph.current();
    return generation.subgraphs.map(({ name }) => generation.versionOf(name));
  }

  /**
   * Stands for all that the answer depends on, besides the versions of its sources: a digest, always as long, then a
   * partition, which says where it ends.
   */
  #keyOf({ operation, scope }: Asked, admitted: AdmittedOperation): string {
    const partition = partitionOf(scope.clientRequest, this.#options.headers);
    const { variables } = operation;
    return `${admitted.textDigest}${partition}${variables === undefined ? '' : writeJson(variables)}`;
  }
}

/** Nothing when there is more or less to tell than data. */
function seal(
  result: AnyOperationResult,
  sources: Sources,
  { answerForm, withPlan, clientRequest }: OperationScope,
): SealedAnswer | undefined {
  if (answerForm !== 'TEXT' || withPlan) return undefined;
  if (result.data === undefined || result.errors || result.extensions) return undefined;
  const versions: [string, string][] = [];
  for (const [subgraph, facts] of sources) {
    if (facts?.version === undefined) continue;
    versions.push([subgraph, facts.isRemembered ? lastingOf(facts.version) : facts.version]);
  }
  const cacheControl = cacheControlOf(freshnessOf(sources, isPersonal(clientRequest)));
  const body = Bytes.ofText(jsonTextOf(result));
  return new SealedAnswer(body, cacheControl, versions, versions.length === sources.size);
}

/** What of a version is left where the past was read, which no write changes: what comes before its dot. */
const lastingOf = (version: string): string => `${version.split('.', 1)[0]}${LASTING}`;

const isPersonal = ({ identity, headers }: ClientRequest): boolean =>
  identity !== ANONYMOUS || headers['authorization'] !== undefined || headers['cookie'] !== undefined;
