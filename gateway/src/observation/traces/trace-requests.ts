import type * as Api from '@opentelemetry/api';
import type { Attributes, Context, Span, Tracer } from '@opentelemetry/api';
import type { ClientRequest } from '../../request/client-request.ts';
import { textDigest } from '../../base/digest.ts';
import type { EndedOperation, EndedPlanning, Observer } from '../observer.ts';
import type { SubgraphRequest } from '../../request/subgraph-caller.ts';
import { readTraceparent, toTraceHeaders } from './trace-context.ts';

/** What is loaded only when spans are made. */
export interface TracingTools {
  readonly api: typeof Api;
  readonly tracer: Tracer;
}

interface TracedRequest {
  /** The HTTP request; nothing for an operation asked from inside the process. */
  server?: Span;
  operation?: Span;
  planning?: EndedPlanning;
}

/** The one address that is worth a trace: the others are asked by machines, all day. */
const GRAPHQL_PATH = /^\/graphql(\/|$)/;

/**
 * Makes spans of what is seen: the HTTP request, the operation, its reading, its planning, and each call. No variable
 * and no text of an operation is in any of them.
 */
export function traceRequests({ api, tracer }: TracingTools): Observer {
  const { SpanKind, SpanStatusCode, ROOT_CONTEXT, trace } = api;
  const requests = new WeakMap<ClientRequest, TracedRequest>();
  const calls = new WeakMap<SubgraphRequest, Span>();

  const requestOf = (clientRequest: ClientRequest): TracedRequest => {
    const traced = requests.get(clientRequest) ?? {};
    requests.set(clientRequest, traced);
    return traced;
  };
  const contextOf = (clientRequest: ClientRequest): Context => {
    const { server, operation } = requestOf(clientRequest);
    const parent = (operation ?? server)?.spanContext() ?? readTraceparent(clientRequest);
    return parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
  };
  const start = (name: string, clientRequest: ClientRequest, kind = SpanKind.INTERNAL): Span =>
    tracer.startSpan(name, { kind, startTime: performance.now() }, contextOf(clientRequest));
  const end = (span: Span, attributes: Attributes, error: string | undefined): void => {
    span.setAttributes(attributes);
    if (error !== undefined) span.setAttribute('error.type', error).setStatus({ code: SpanStatusCode.ERROR });
    span.end(performance.now());
  };
  const note = (
    name: string,
    {
      clientRequest,
      startedAt,
      durationMs,
    }: { clientRequest: ClientRequest; startedAt: number; durationMs: number },
    attributes: Attributes = {},
  ): void =>
    tracer
      .startSpan(name, { startTime: startedAt, attributes }, contextOf(clientRequest))
      .end(startedAt + durationMs);

  return {
    received({ clientRequest, method, path }) {
      if (!GRAPHQL_PATH.test(path)) return;
      const span = start(`${method} ${path}`, clientRequest, SpanKind.SERVER);
      span.setAttributes({
        'http.request.method': method,
        'url.path': path,
        'palier.request_id': clientRequest.id,
      });
      requestOf(clientRequest).server = span;
    },
    answered({ clientRequest, status, bytes, code }) {
      const { server } = requestOf(clientRequest);
      if (!server) return;
      const attributes = { 'http.response.status_code': status, 'http.response.body.size': bytes };
      end(
        server,
        { ...attributes, ...(code && { 'palier.code': code }) },
        status >= 500 ? String(status) : undefined,
      );
    },
    operating(clientRequest) {
      requestOf(clientRequest).operation = start('graphql', clientRequest);
    },
    operated(ended) {
      const { operation, planning } = requestOf(ended.clientRequest);
      if (!operation) return;
      if (planning) operation.updateName(planning.kind);
      end(operation, describeOperation(ended, planning), codeOf(ended));
    },
    read: (reading) => note(`graphql.${reading.step}`, reading),
    planned(planning) {
      requestOf(planning.clientRequest).planning = planning;
      note('graphql.plan', planning, { 'palier.plan.origin': planning.origin });
    },
    calling(request) {
      const span = start(`subgraph ${request.subgraph}`, request.clientRequest, SpanKind.CLIENT);
      calls.set(request, span);
      request.headers = { ...request.headers, ...toTraceHeaders(span.spanContext(), request.clientRequest) };
    },
    called({ request, outcome, errors, facts }) {
      const span = calls.get(request);
      if (!span) return;
      const attributes = {
        'palier.subgraph': request.subgraph,
        'palier.outcome': outcome,
        'graphql.operation.type': request.operationKind,
        ...(errors > 0 && { 'palier.errors': errors }),
        ...(facts?.bytes !== undefined && { 'http.response.body.size': facts.bytes }),
      };
      end(span, attributes, outcome === 'ok' ? undefined : outcome);
    },
  };
}

function describeOperation({ operation, result }: EndedOperation, planning?: EndedPlanning): Attributes {
  return {
    ...(planning && { 'graphql.operation.type': planning.kind }),
    ...(planning?.operationName !== undefined && { 'graphql.operation.name': planning.operationName }),
    ...(operation && { 'graphql.document.sha256': textDigest(operation.query) }),
    ...(operation?.documentId !== undefined && { 'palier.document_id': operation.documentId }),
    ...(result.errors && { 'palier.errors': result.errors.length }),
  };
}

const codeOf = ({ result }: EndedOperation): string | undefined =>
  result.errors?.[0] && String(result.errors[0].extensions?.['code']);
