import type { VariableReader, Variables } from '../../base/variable-reader.ts';

/** Which requests are traced, by the names of the OpenTelemetry specification. */
const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

export interface TracingConfiguration {
  /** Where spans are sent, OTLP over HTTP. */
  readonly url: string;
  readonly serviceName: string;
  readonly sampler: (typeof SAMPLERS)[number];
  /** Share of the requests traced, from 0 to 1; less than 1 only for the samplers that take one. */
  readonly ratio: number;
}

export interface TracingSettings {
  /** Nothing is traced without it. */
  readonly tracing: TracingConfiguration | undefined;
}

export const DEFAULT_TRACING_SETTINGS: TracingSettings = { tracing: undefined };

/** The standard variables: an endpoint turns tracing on. The exporter reads the others itself (headers, timeout, …). */
export function readTracingSettings(variables: Variables, reader: VariableReader): TracingSettings {
  const web = ['http:', 'https:'];
  const base = reader.url('OTEL_EXPORTER_OTLP_ENDPOINT', web);
  const own = reader.url('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', web);
  const serviceName = variables['OTEL_SERVICE_NAME'] || 'palier-passerelle';
  const sampler = reader.oneOf('OTEL_TRACES_SAMPLER', SAMPLERS, 'parentbased_always_on');
  const share = readRatio(variables['OTEL_TRACES_SAMPLER_ARG'], reader);
  const ratio = sampler.endsWith('traceidratio') ? share : 1;
  const url = own ?? (base && `${base.replace(/\/$/, '')}/v1/traces`);
  return { tracing: url === undefined ? undefined : { url, serviceName, sampler, ratio } };
}

function readRatio(text: string | undefined, reader: VariableReader): number {
  if (!text) return 1;
  const ratio = Number(text);
  if (ratio >= 0 && ratio <= 1) return ratio;
  reader.report(`OTEL_TRACES_SAMPLER_ARG vaut « ${text} » : un nombre de 0 à 1 est attendu.`);
  return 1;
}
