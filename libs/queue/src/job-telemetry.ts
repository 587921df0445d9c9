import { context, propagation, ROOT_CONTEXT, SpanStatusCode, trace, type Context } from '@opentelemetry/api';
import type { Attributes, Span, Telemetry } from 'bullmq';

/** BullMQ also offers job ids, deduplication keys, results and failures: they may name members. */
const ALLOWED_ATTRIBUTES = new Set([
  'bullmq.queue.name',
  'bullmq.queue.operation',
  'bullmq.job.name',
  'bullmq.job.attempts.made',
]);

/** Whether this process traces at all; jobs then carry the trace on to the worker. */
export function isTracing(): boolean {
  return propagation.fields().length > 0;
}

/** Spans of putting jobs in line and of running them, in one trace by way of the job's metadata. */
export function jobTelemetry(): Telemetry<Context> {
  const tracer = trace.getTracer('keyart/queue');
  return {
    tracer: {
      startSpan: (name, options, parent) => spanOf(tracer.startSpan(name, { kind: options?.kind }, parent)),
    },
    contextManager: {
      with: (active, work) => context.with(active as Context, work),
      active: () => context.active(),
      root: () => ROOT_CONTEXT,
      getMetadata: (active) => {
        const carrier = {};
        propagation.inject(active as Context, carrier);
        return JSON.stringify(carrier);
      },
      fromMetadata: (active, metadata) => propagation.extract(active as Context, JSON.parse(metadata)),
    },
  };
}

function spanOf(span: ReturnType<ReturnType<typeof trace.getTracer>['startSpan']>): Span<Context> {
  const setAttributes = (attributes: Attributes): void => {
    for (const [key, value] of Object.entries(attributes))
      if (ALLOWED_ATTRIBUTES.has(key) && value !== undefined) span.setAttribute(key, value);
  };
  return {
    setSpanOnContext: (active) => trace.setSpan(active, span),
    setAttribute: (key, value) => setAttributes({ [key]: value }),
    setAttributes,
    addEvent: (name) => void span.addEvent(name),
    recordException: () => void span.setStatus({ code: SpanStatusCode.ERROR }),
    end: () => span.end(),
  };
}
