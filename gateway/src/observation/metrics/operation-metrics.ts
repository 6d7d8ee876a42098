import { Counter, Histogram } from 'prom-client';
import type { ClientRequest } from '../../request/client-request.ts';
import { ERRORS } from '../../errors/errors.ts';
import type { EndedPlanning } from '../observer.ts';
import { createBoundedLabel, SECONDS, type MetricsPart } from './register.ts';

/** Registered operations told apart; a folder of more is a mistake. */
const MOST_OPERATIONS = 500;
/** Codes of the subgraphs, besides the gateway's own. */
const MOST_CODES = 100;

/** Operations, and the errors answered. */
export const operationMetrics: MetricsPart = (register) => {
  const registers = [register];
  const operations = new Histogram({
    name: 'palier_gateway_operation_seconds',
    help: 'Time of an operation, by kind and by identifier: the registered one, or « libre ».',
    labelNames: ['kind', 'operation'],
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: 'palier_gateway_errors_total',
    help: 'Answers that held an error, by its code; once an answer and a code. TROP_DE_REQUETES is the rate limit.',
    labelNames: ['code'],
    registers,
  });
  for (const code of Object.keys(ERRORS)) errors.inc({ code }, 0);
  const codeLabel = createBoundedLabel(Object.keys(ERRORS), MOST_CODES);
  const operationLabel = createBoundedLabel(['libre'], MOST_OPERATIONS);
  const planned = new WeakMap<ClientRequest, EndedPlanning>();
  return {
    planned: (planning) => void planned.set(planning.clientRequest, planning),
    operated({ clientRequest, operation, kind: admitted, result, durationMs }) {
      const planning = planned.get(clientRequest);
      // Only an operation that was found has its own name: what is asked beside it is the client's.
      const name =
        operation?.registered && admitted
          ? (operation.documentId ?? operation.operationName ?? planning?.operationName)
          : undefined;
      // An answer kept is a read's: it needs no plan.
      const kind = planning?.kind ?? (result.sealed ? 'query' : 'refusee');
      const labels = { kind, operation: operationLabel(name ?? 'libre') };
      operations.observe(labels, durationMs / 1_000);
      const codes = new Set(result.errors?.map(({ extensions }) => String(extensions?.['code'])));
      for (const code of codes) errors.inc({ code: codeLabel(code) });
    },
    answered({ code }) {
      if (code) errors.inc({ code });
    },
  };
};
