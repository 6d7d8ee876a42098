import { setTimeout as wait } from 'node:timers/promises';
import type { Sampler, SpanExporter } from '@opentelemetry/sdk-trace-base';
import type * as Sdk from '@opentelemetry/sdk-trace-base';
import type { Logger } from '../../base/logger.ts';
import type { Observer } from '../observer.ts';
import { traceRequests } from './trace-requests.ts';
import type { TracingConfiguration } from './tracing-settings.ts';

export interface Tracing {
  readonly observer: Observer;
  /** Sends what is left, for a moment. */
  stop(): Promise<void>;
}

const LAST_WAIT_MS = 500;

/**
 * Sends spans to a collector, in batches, out of the way of requests. The provider is nobody else's: the engine's own
 * spans, which say less of the same, are not made.
 */
export async function openTracing(configuration: TracingConfiguration, logger: Logger): Promise<Tracing> {
  // Loaded only by a gateway that traces.
  const [api, sdk, { OTLPTraceExporter }, { detectResources, envDetector, resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const exporter = sayOutages(new OTLPTraceExporter({ url: configuration.url }), logger);
  const named = resourceFromAttributes({ 'service.name': configuration.serviceName });
  const provider = new sdk.BasicTracerProvider({
    resource: detectResources({ detectors: [envDetector] }).merge(named),
    sampler: createSampler(sdk, configuration),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter)],
  });
  return {
    observer: traceRequests({ api, tracer: provider.getTracer('palier') }),
    async stop() {
      const flushed = provider.shutdown().catch(() => undefined);
      await Promise.race([flushed, wait(LAST_WAIT_MS, undefined, { ref: false })]);
    },
  };
}

function createSampler(sdk: typeof Sdk, { sampler, ratio }: TracingConfiguration): Sampler {
  const [, ofParent, name] = /^(parentbased_)?(.*)$/.exec(sampler) ?? [];
  const root = name === 'always_off' ? new sdk.AlwaysOffSampler() : new sdk.TraceIdRatioBasedSampler(ratio);
  return ofParent ? new sdk.ParentBasedSampler({ root }) : root;
}

/** A collector that is away is said once, until it takes spans again. */
function sayOutages(exporter: SpanExporter, logger: Logger): SpanExporter {
  let isAway = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        if (result.code !== 0 && !isAway) {
          logger.warn('Le collecteur de traces ne prend pas les traces : elles sont perdues', {
            error: result.error,
          });
        }
        isAway = result.code !== 0;
        done(result);
      });
    },
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  };
}
