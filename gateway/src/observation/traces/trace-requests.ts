import type { Attributes, Span } from '@opentelemetry/api';
import { textDigest } from '../../base/digest.ts';
import type { SubgraphRequest } from '../../request/subgraph-caller.ts';
import type { EndedOperation, EndedPlanning, Observer } from '../observer.ts';
import { RequestSpans, type TracingTools } from './request-spans.ts';
import { toTraceHeaders } from './trace-context.ts';

/** The one address that is worth a trace: the others are asked by machines, all day. */
const GRAPHQL_PATH = /^\/graphql(\/|$)/;

/**
 * Makes spans of what is seen: the HTTP request, the operation, its reading, its planning, and each call. No variable
 * and no text of an operation is in any of them.
 */
export function traceRequests(tools: TracingTools): Observer {
  const { SpanKind } = tools.api;
  const spans = new RequestSpans(tools);
  const calls = new WeakMap<SubgraphRequest, Span>();
  return {
    received({ clientRequest, method, path }) {
      if (!GRAPHQL_PATH.test(path)) return;
      const span = spans.start(`${method} ${path}`, clientRequest, SpanKind.SERVER);
      span.setAttributes({
        'http.request.method': method,
        'url.path': path,
        'palier.request_id': clientRequest.id,
      });
      spans.of(clientRequest).server = span;
    },
    answered({ clientRequest, status, bytes, code }) {
      const { server } = spans.of(clientRequest);
      if (!server) return;
      const attributes = { 'http.response.status_code': status, 'http.response.body.size': bytes };
      spans.end(
        server,
        { ...attributes, ...(code && { 'palier.code': code }) },
        status >= 500 ? String(status) : undefined,
      );
    },
    operating(clientRequest) {
      spans.of(clientRequest).operation = spans.start('graphql', clientRequest, SpanKind.INTERNAL);
    },
    operated(ended) {
      const { operation, planning } = spans.of(ended.clientRequest);
      if (!operation) return;
      if (planning) operation.updateName(planning.kind);
      spans.end(operation, describeOperation(ended, planning), codeOf(ended));
    },
    read: (reading) => spans.note(`graphql.${reading.step}`, reading),
    planned(planning) {
      spans.of(planning.clientRequest).planning = planning;
      spans.note('graphql.plan', planning, { 'palier.plan.origin': planning.origin });
    },
    calling(request) {
      const span = spans.start(`subgraph ${request.subgraph}`, request.clientRequest, SpanKind.CLIENT);
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
      spans.end(span, attributes, outcome === 'ok' ? undefined : outcome);
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
