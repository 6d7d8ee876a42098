import { createBoundedCache } from '@palier/federation/memory/bounded-cache';
import type { Logger, LogFields } from '../base/logger.ts';
import { textDigest } from '../base/digest.ts';
import type { Observer } from './observer.ts';
import { toFields } from './request-log.ts';
import type { SeenRequest, SeenRequests } from './seen-requests.ts';
import { withoutValues } from './without-values.ts';

/** Memory for the digests of texts told already. */
const TOLD_BYTES = 4_000_000;

/** The answers that took too long, and where their time went. The text of each is told once, to who debugs. */
export function logSlowRequests(logger: Logger, slowMs: number, seenRequests: SeenRequests): Observer {
  const told = createBoundedCache<true>(TOLD_BYTES);
  const tellText = (requestId: string, digest: string, query: string): void => {
    if (told.get(digest)) return;
    told.set(digest, true, 0);
    logger.debug('Texte d’une requête lente', { requestId, digest, text: withoutValues(query) });
  };
  return {
    answered(request) {
      if (request.durationMs < slowMs) return;
      const seen = seenRequests.of(request.clientRequest);
      const query = seen?.operation?.operation?.query;
      const digest = query === undefined ? undefined : textDigest(query);
      logger.warn('Requête lente', { ...toFields(request), ...(seen && describe(seen, digest)) });
      if (query !== undefined && digest !== undefined) tellText(request.requestId, digest, query);
    },
  };
}

function describe({ planning, calls }: SeenRequest, digest: string | undefined): LogFields {
  return {
    digest,
    ...(planning && {
      operation: planning.operationName,
      kind: planning.kind,
      planningMs: Math.round(planning.durationMs),
    }),
    calls: calls.map(({ request: { subgraph }, durationMs, outcome, errors, facts }) => ({
      subgraph,
      ms: Math.round(durationMs),
      outcome,
      ...(errors > 0 && { errors }),
      ...(facts?.bytes !== undefined && { bytes: facts.bytes }),
    })),
  };
}
