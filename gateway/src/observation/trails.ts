import type { ClientRequest } from '../request/client-request.ts';
import type { EndedCall, EndedOperation, EndedPlanning, Observer } from './observer.ts';

/** What was seen of one request so far. */
export interface Trail {
  planning: EndedPlanning | undefined;
  readonly calls: EndedCall[];
  operation: EndedOperation | undefined;
}

/** Keeps what is seen of a request as long as the request. */
export interface Trails extends Observer {
  of(clientRequest: ClientRequest): Trail | undefined;
}

export function createTrails(isKept: (clientRequest: ClientRequest) => boolean): Trails {
  const trails = new WeakMap<ClientRequest, Trail>();
  return {
    of: (clientRequest) => trails.get(clientRequest),
    operating(clientRequest) {
      if (isKept(clientRequest)) {
        trails.set(clientRequest, { planning: undefined, calls: [], operation: undefined });
      }
    },
    planned(planning) {
      const trail = trails.get(planning.clientRequest);
      if (trail) trail.planning = planning;
    },
    called(call) {
      trails.get(call.request.clientRequest)?.calls.push(call);
    },
    operated(operation) {
      const trail = trails.get(operation.clientRequest);
      if (trail) trail.operation = operation;
    },
  };
}
