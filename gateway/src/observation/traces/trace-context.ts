import type { SpanContext } from '@opentelemetry/api';
import type { ClientRequest } from '../../request/client-request.ts';

const TRACEPARENT = /^(?!ff)[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:-.*)?$/;
const NOTHING = /^0+$/;
/** What W3C asks everybody to hand on; a longer one is left, whole. */
const LONGEST_TRACESTATE = 512;

/** The span of the caller that a request belongs to, by W3C `traceparent`; nothing when it names none, or badly. */
export function readTraceparent({ headers }: ClientRequest): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(headers['traceparent'] ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  if (NOTHING.test(traceId) || NOTHING.test(spanId)) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
}

/** What tells a subgraph that its work is part of a span. Others' `tracestate` goes on with the trace it came with. */
export function toTraceHeaders(
  { traceId, spanId, traceFlags }: SpanContext,
  { headers }: ClientRequest,
): Readonly<Record<string, string>> {
  const traceparent = `00-${traceId}-${spanId}-0${traceFlags & 1}`;
  const tracestate = headers['tracestate'];
  const isShort = tracestate !== undefined && tracestate.length <= LONGEST_TRACESTATE;
  const isSameTrace = headers['traceparent']?.includes(traceId) === true;
  return { traceparent, ...(isShort && isSameTrace && { tracestate }) };
}
