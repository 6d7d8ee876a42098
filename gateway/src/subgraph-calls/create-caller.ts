import type { AnswerSources } from '../cache/answer-sources.ts';
import type { GatewaySettings } from '../environment.ts';
import { createHttpCaller } from '../http-caller.ts';
import type { Observer } from '../observation/observer.ts';
import { observeCalls } from '../observation/observe-calls.ts';
import type { CallerFactory, SubgraphAddress, SubgraphCaller } from '../subgraph-caller.ts';
import { createCallSigner } from './sign-call.ts';
import { withDeadline } from './deadline.ts';
import { doubtAfterWrites } from './doubt-after-writes.ts';
import { shareInFlight } from './share-in-flight.ts';
import { withstandFailures } from './withstand.ts';

export interface CallerFactoryOptions {
  /** Callers of the subgraphs that are reached otherwise than by HTTP. */
  readonly given: CallerFactory | undefined;
  readonly settings: GatewaySettings;
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
      : share(
          createHttpCaller(subgraph, { ...toHttpOptions(name, timeoutMs, settings), observer }),
          settings,
        );
    return sources.witness(withstandFailures(observeCalls(doubtAfterWrites(bounded), observer)));
  };
}

const share = (caller: SubgraphCaller, { cache, forwardedHeaders }: GatewaySettings): SubgraphCaller =>
  cache.share ? shareInFlight(caller, forwardedHeaders) : caller;

const toHttpOptions = (
  name: string,
  timeoutMs: number,
  settings: GatewaySettings,
): Parameters<typeof createHttpCaller>[1] => ({
  timeoutMs,
  maxAnswerBytes: settings.maxSubgraphAnswerBytes,
  concurrency: settings.subgraphConcurrency,
  forwardedHeaders: settings.forwardedHeaders,
  sign: createCallSigner(settings.callKeys, name),
});
