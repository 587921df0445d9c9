import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/** Traces that are being sent. */
export interface RunningTracing {
  /** Sends what is left. */
  close(): Promise<void>;
}

/**
 * Sends this process's spans by OTLP over HTTP and takes W3C trace context from callers. Call it before anything is traced.
 * @param service name under which the spans appear, e.g. `keyart-api`
 * @param endpoint base URL of the collector, e.g. `http://localhost:4318`; undefined: nothing is traced, nothing costs
 */
export function startTracing(service: string, endpoint: string | undefined): RunningTracing {
  if (!endpoint) return { close: () => Promise.resolve() };
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  return { close: () => provider.shutdown() };
}
