import { MemberPseudonyms } from '@keyart/common';
import { AuditRepository } from '@keyart/db';
import { NestFactory } from '@nestjs/core';
import { HttpMetrics } from '@keyart/operations';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiKeyGuard } from './access/api-key.guard';
import { KeyRing } from './access/key-ring';
import { AuditTrail } from './audit/audit-trail';
import { registerAudit } from './audit/register-audit';
import { ApiModule } from './api.module';
import { apiParts } from './core/api-parts';
import type { ApiOptions } from './core/api-options';
import { Draining } from './core/draining';
import { registerDocs } from './docs/register-docs';
import { registerProblemPages } from './docs/register-problem-pages';
import { registerBodyParsers } from './http/body-parsers';
import { DtoPipe } from './http/dto.pipe';
import { createFastifyAdapter } from './http/fastify-adapter';
import { PinoNestLogger } from './http/pino-nest-logger';
import { registerCors } from './http/register-cors';
import { registerRequestHooks } from './http/request-hooks';
import { RouteTable } from './http/route-table';
import { registerRateLimits } from './limits/register-rate-limits';
import { traceRequests } from './operations/trace-requests';
import { openApiDocument } from './openapi/openapi-document';
import { ProblemFilter } from './problems/problem.filter';

/** Builds the HTTP service, ready to `listen`; `close` lets go of everything it opened itself. */
export async function createApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const parts = apiParts(options);
  const { logger } = parts;
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(options, parts),
    createFastifyAdapter(options.configuration),
    { bodyParser: false, logger: new PinoNestLogger(logger), abortOnError: false },
  );
  const instance = app.getHttpAdapter().getInstance();
  const routes = new RouteTable();
  await registerBodyParsers(instance);
  if (options.configuration.OTEL_EXPORTER_OTLP_ENDPOINT) traceRequests(instance);
  await registerCors(instance, options.configuration.CORS_ORIGINS);
  const limits = await registerRateLimits(instance, { configuration: options.configuration, logger });
  const guard = new ApiKeyGuard(app.get(KeyRing), limits);
  registerRequestHooks(instance, {
    routes,
    guard,
    draining: app.get(Draining),
    metrics: app.get(HttpMetrics),
    logger,
  });
  const audit = {
    audit: app.get(AuditRepository),
    pseudonyms: app.get(MemberPseudonyms),
    clock: options.clock,
  };
  registerAudit(instance, new AuditTrail(audit));
  let document: OpenAPIObject | undefined;
  registerDocs(instance, () => (document ??= openApiDocument(app)));
  registerProblemPages(instance);
  app.useGlobalFilters(new ProblemFilter(routes, logger));
  app.useGlobalPipes(new DtoPipe());
  await app.init();
  return app;
}
