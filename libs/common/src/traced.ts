import { context, propagation, SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';
import { KeyartError } from './errors';

const tracer = trace.getTracer('keyart');

/**
 * Runs the work inside a span; nothing is recorded unless the process traces (libs/operations `startTracing`).
 * Names and attributes never carry personal data, and of an error only its code is recorded, because messages may.
 * @param name e.g. `decide.read`
 * @returns what the work returns; what it throws goes on
 */
export function traced<T>(name: string, work: () => T | Promise<T>, attributes: Attributes = {}): Promise<T> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setAttribute('error.type', error instanceof KeyartError ? error.code : 'unknown');
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** W3C headers that carry the current span to a service called by HTTP; empty where nothing is traced. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
}
