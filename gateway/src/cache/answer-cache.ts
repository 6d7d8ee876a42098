import { hash } from 'node:crypto';
import { audienceOf } from '../audience.ts';
import type { ClientRequest } from '../client-request.ts';
import { jsonTextOf } from '../execution/json-text.ts';
import { ANONYMOUS } from '../identity/identity.ts';
import type { AnyOperationResult, KnownOperation, OperationScope } from '../operation/operation.ts';
import type { ServedSupergraph } from '../supergraph/open-supergraph.ts';
import type { AnswerSources, Sources } from './answer-sources.ts';
import type { AnswerStore } from './answer-store.ts';
import { cacheControlOf, freshnessOf } from './freshness.ts';
import { SealedAnswer } from './sealed-answer.ts';

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

/**
 * Gives a read the answer that was kept for it, while each of its sources still has the version it was made of; or that
 * of the same read under way, if nothing was written since it began.
 */
export class AnswerCache {
  readonly #options: AnswerCacheOptions;
  readonly #underWay = new Map<string, Promise<AnyOperationResult>>();
  #writes = 0;

  constructor(options: AnswerCacheOptions) {
    this.#options = options;
  }

  async answer(asked: Asked): Promise<AnyOperationResult> {
    const { operation, scope, run } = asked;
    // Only a text that was seen to be a read is known not to be a write.
    const isRead = this.#options.supergraph.current().of(scope.contract).kindOf(operation) === 'query';
    if (!isRead) return this.#write(asked);
    if (scope.answerForm !== 'TEXTE' || scope.withPlan) return run();
    const key = this.#keyOf(asked);
    const kept = this.#options.store?.find(key, this.#holds);
    const sealed = kept instanceof Promise ? await kept : kept;
    if (sealed) return { data: null, sealed, cacheStatus: 'hit' };
    return this.#options.share ? this.#join(key, asked) : this.#make(key, asked);
  }

  async #write(asked: Asked): Promise<AnyOperationResult> {
    this.#writes += 1;
    try {
      return await this.#make(this.#keyOf(asked), asked);
    } finally {
      this.#writes += 1;
    }
  }

  /** An answer with errors, or whose client left, is nobody else's: whoever waited for it asks alone. */
  async #join(key: string, asked: Asked): Promise<AnyOperationResult> {
    const moment = `${key} ${this.#writes} ${this.#versions()}`;
    const other = this.#underWay.get(moment);
    if (other) {
      const result = await other;
      return result.sealed ? { ...result, cacheStatus: 'collapsed' } : this.#make(key, asked);
    }
    const made = this.#make(key, asked);
    this.#underWay.set(moment, made);
    try {
      return await made;
    } finally {
      this.#underWay.delete(moment);
    }
  }

  async #make(key: string, { operation, scope, run }: Asked): Promise<AnyOperationResult> {
    const { supergraph, sources, store } = this.#options;
    const generation = supergraph.current();
    const result = await run();
    // Another graph took over meanwhile: which of the two answered is not known.
    if (supergraph.current() !== generation || generation.of(scope.contract).kindOf(operation) !== 'query')
      return result;
    const made = sources.of(scope.clientRequest);
    const sealed = seal(result, made, scope);
    if (!sealed) return result;
    const isWhole = sealed.versions.length === made.size && this.#holds(sealed);
    if (!store || !isWhole || sealed.cacheControl === 'no-store') return { ...result, sealed };
    store.keep(key, sealed);
    return { ...result, sealed, cacheStatus: 'stored' };
  }

  readonly #holds = ({ versions }: SealedAnswer): boolean => {
    const generation = this.#options.supergraph.current();
    return versions.every(([subgraph, version]) => generation.versionOf(subgraph) === version);
  };

  /** All that is known of the data now. */
  #versions(): string {
    const generation = this.#options.supergraph.current();
    return generation.subgraphs.map(({ name }) => generation.versionOf(name) ?? '').join(' ');
  }

  /** Stands for all that the answer depends on, besides the versions of its sources. */
  #keyOf({ operation, scope }: Asked): string {
    const { supergraph, headers } = this.#options;
    const { query, operationName = '', variables } = operation;
    const { digest } = supergraph.current();
    const audience = audienceOf(scope.clientRequest, headers);
    const values = variables === undefined ? '' : JSON.stringify(variables);
    const parts = [digest, scope.contract ?? '', audience, operationName, values, query];
    return hash('sha256', parts.join('\n'), 'base64url');
  }
}

/** Nothing when there is more or less to tell than data. */
function seal(
  result: AnyOperationResult,
  sources: Sources,
  { answerForm, withPlan, clientRequest }: OperationScope,
): SealedAnswer | undefined {
  if (answerForm !== 'TEXTE' || withPlan) return undefined;
  if (result.data === undefined || result.errors || result.extensions) return undefined;
  const versions: [string, string][] = [];
  for (const [subgraph, facts] of sources) {
    if (facts?.version !== undefined) versions.push([subgraph, facts.version]);
  }
  const cacheControl = cacheControlOf(freshnessOf(sources, isPersonal(clientRequest)));
  return new SealedAnswer(Buffer.from(jsonTextOf(result), 'utf8'), cacheControl, versions);
}

const isPersonal = ({ identity, headers }: ClientRequest): boolean =>
  identity !== ANONYMOUS || headers['authorization'] !== undefined || headers['cookie'] !== undefined;
