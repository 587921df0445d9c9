import { context, propagation, SpanKind, SpanStatusCode, trace, type Context } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const SERVER_ERROR = 500;

/**
 * One span a request, continuing the caller's trace (W3C `traceparent`). The context is entered again before the handler,
 * because reading the body leaves it. Attributes name the route's pattern: addresses carry ids.
 */
export function traceRequests(instance: FastifyInstance): void {
  const tracer = trace.getTracer('keyart/http');
  const contexts = new WeakMap<FastifyRequest, Context>();
  const within = (request: FastifyRequest, next: () => void): void =>
    context.with(contexts.get(request) ?? context.active(), next);
  instance.addHook('onRequest', (request, _reply, done) => {
    const { method, routeOptions, headers } = request;
    const parent = propagation.extract(context.active(), headers);
    const attributes = { 'http.request.method': method, 'http.route': routeOptions.url ?? 'unknown' };
    const span = tracer.startSpan(
      `${method} ${attributes['http.route']}`,
      { kind: SpanKind.SERVER, attributes },
      parent,
    );
    contexts.set(request, trace.setSpan(parent, span));
    within(request, done);
  });
  instance.addHook('preHandler', (request, _reply, done) => within(request, done));
  instance.addHook('onResponse', (request, { statusCode }, done) => {
    const span = trace.getSpan(contexts.get(request) ?? context.active());
    span?.setAttribute('http.response.status_code', statusCode);
    if (statusCode >= SERVER_ERROR) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}
