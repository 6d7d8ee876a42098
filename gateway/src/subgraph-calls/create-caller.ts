import type { GatewaySettings } from '../environment.ts';
import { createHttpCaller } from '../http-caller.ts';
import type { Observer } from '../observation/observer.ts';
import { observeCalls } from '../observation/observe-calls.ts';
import type { CallerFactory, SubgraphAddress, SubgraphCaller } from '../subgraph-caller.ts';
import { createCallSigner } from './sign-call.ts';
import { withDeadline } from './deadline.ts';
import { withstandFailures } from './withstand.ts';

/** Makes the caller of each subgraph: the one given for it, else by HTTP. Either keeps its time and withstands failures. */
export function createCallerFactory(
  given: CallerFactory | undefined,
  settings: GatewaySettings,
  observer: Observer,
): (subgraph: SubgraphAddress) => SubgraphCaller {
  return ({ name, url }) => {
    const subgraph = { name, url: settings.subgraphUrls[name] ?? url };
    const timeoutMs = settings.subgraphTimeouts[name] ?? settings.subgraphTimeoutMs;
    const caller = given?.(subgraph);
    const bounded = caller
      ? withDeadline(caller, timeoutMs)
      : createHttpCaller(subgraph, { ...toHttpOptions(name, timeoutMs, settings), observer });
    return withstandFailures(observeCalls(bounded, observer));
  };
}

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
