import type { AnswerSources } from './answer-sources.ts';
import type { CallSettings } from './call-settings.ts';
import type { ReachSettings } from './http/reach-settings.ts';
import { createHttpCaller } from './http/http-caller.ts';
import type { Observer } from '../observation/observer.ts';
import { observeCalls } from './guards/observe-calls.ts';
import type { SubgraphAddress } from '@palier/federation/run/data/subgraph-caller';
import type { CallerFactory, SubgraphCaller } from '../request/subgraph-caller.ts';
import { createCallSigner } from './http/sign-call.ts';
import { withDeadline } from './guards/deadline.ts';
import { doubtAfterWrites } from './guards/doubt-after-writes.ts';
import { shareInFlight } from './guards/share-in-flight.ts';
import { countAnswers } from './guards/count-answers.ts';
import { tellFailures } from './guards/tell-failures.ts';

interface CallerSettings extends CallSettings, ReachSettings {
  /** Whether calls that ask the same at once are one. */
  readonly cache: { readonly share: boolean };
}

export interface CallerFactoryOptions {
  /** Callers of the subgraphs that are reached otherwise than by HTTP. */
  readonly given: CallerFactory | undefined;
  readonly settings: CallerSettings;
  readonly observer: Observer;
  readonly sources: AnswerSources;
}

/** Makes the caller of each subgraph: the one given for it, else by HTTP. Either keeps its time and withstands failures. */
export function createCallerFactory({
  given,
  settings,
  observer,
  sources,
}: CallerFactoryOptions): (subgraph: SubgraphAddress) => SubgraphCaller {
  return ({ name, url }) => {
    const subgraph = { name, url: settings.subgraphUrls[name] ?? url };
    const timeoutMs = settings.subgraphTimeouts[name] ?? settings.subgraphTimeoutMs;
    const caller = given?.(subgraph);
    const bounded = caller
      ? withDeadline(caller, timeoutMs)
      : countAnswers(
          share(
            createHttpCaller(subgraph, { ...toHttpOptions(name, timeoutMs, settings), observer }),
            settings,
          ),
        );
    return sources.witness(tellFailures(observeCalls(doubtAfterWrites(bounded), observer)));
  };
}

const share = (caller: SubgraphCaller, { cache, forwardedHeaders }: CallerSettings): SubgraphCaller =>
  cache.share ? shareInFlight(caller, forwardedHeaders) : caller;

const toHttpOptions = (
  name: string,
  timeoutMs: number,
  settings: CallerSettings,
): Parameters<typeof createHttpCaller>[1] => ({
  timeoutMs,
  maxAnswerBytes: settings.maxSubgraphAnswerBytes,
  concurrency: settings.subgraphConcurrency,
  forwardedHeaders: settings.forwardedHeaders,
  sign: createCallSigner(settings.callKeys, name),
});
