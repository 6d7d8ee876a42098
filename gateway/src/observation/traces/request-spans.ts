import type * as Api from '@opentelemetry/api';
import type { Attributes, Context, Span, SpanKind, Tracer } from '@opentelemetry/api';
import type { ClientRequest } from '../../request/client-request.ts';
import type { EndedPlanning } from '../observer.ts';
import { readTraceparent } from './trace-context.ts';

/** What is loaded only when spans are made. */
export interface TracingTools {
  readonly api: typeof Api;
  readonly tracer: Tracer;
}

/** What a request has been seen of so far. */
interface TracedRequest {
  /** The HTTP request; nothing for an operation asked from inside the process. */
  server?: Span;
  operation?: Span;
  planning?: EndedPlanning;
}

/** What was seen from its beginning to its end at once. */
interface Seen {
  readonly clientRequest: ClientRequest;
  readonly startedAt: number;
  readonly durationMs: number;
}

/** The spans of each request, every one under that of what it was done for. */
export class RequestSpans {
  readonly #tools: TracingTools;
  readonly #requests = new WeakMap<ClientRequest, TracedRequest>();

  constructor(tools: TracingTools) {
    this.#tools = tools;
  }

  of(clientRequest: ClientRequest): TracedRequest {
    const known = this.#requests.get(clientRequest);
    if (known) return known;
    const traced = {};
    this.#requests.set(clientRequest, traced);
    return traced;
  }

  start(name: string, clientRequest: ClientRequest, kind: SpanKind): Span {
    const options = { kind, startTime: performance.now() };
    return this.#tools.tracer.startSpan(name, options, this.#contextOf(clientRequest));
  }

  end(span: Span, attributes: Attributes, error: string | undefined): void {
    span.setAttributes(attributes);
    if (error !== undefined)
      span.setAttribute('error.type', error).setStatus({ code: this.#tools.api.SpanStatusCode.ERROR });
    span.end(performance.now());
  }

  note(name: string, { clientRequest, startedAt, durationMs }: Seen, attributes: Attributes = {}): void {
    const options = { startTime: startedAt, attributes };
    this.#tools.tracer.startSpan(name, options, this.#contextOf(clientRequest)).end(startedAt + durationMs);
  }

  #contextOf(clientRequest: ClientRequest): Context {
    const { ROOT_CONTEXT, trace } = this.#tools.api;
    const { server, operation } = this.of(clientRequest);
    const parent = (operation ?? server)?.spanContext() ?? readTraceparent(clientRequest);
    return parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
  }
}
