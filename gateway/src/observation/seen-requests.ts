import type { ClientRequest } from '../request/client-request.ts';
import type { EndedCall, EndedOperation, EndedPlanning, Observer } from './observer.ts';

/** What was seen of one request so far. */
export interface SeenRequest {
  planning: EndedPlanning | undefined;
  readonly calls: EndedCall[];
  operation: EndedOperation | undefined;
}

/** Keeps what is seen of a request as long as the request. */
export interface SeenRequests extends Observer {
  of(clientRequest: ClientRequest): SeenRequest | undefined;
}

export function createSeenRequests(isKept: (clientRequest: ClientRequest) => boolean): SeenRequests {
  const seenRequests = new WeakMap<ClientRequest, SeenRequest>();
  return {
    of: (clientRequest) => seenRequests.get(clientRequest),
    operating(clientRequest) {
      if (isKept(clientRequest)) {
        seenRequests.set(clientRequest, { planning: undefined, calls: [], operation: undefined });
      }
    },
    planned(planning) {
      const seen = seenRequests.get(planning.clientRequest);
      if (seen) seen.planning = planning;
    },
    called(call) {
      seenRequests.get(call.request.clientRequest)?.calls.push(call);
    },
    operated(operation) {
      const seen = seenRequests.get(operation.clientRequest);
      if (seen) seen.operation = operation;
    },
  };
}
