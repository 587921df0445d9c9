import { applyDecorators } from '@nestjs/common';
import { RouteSchema } from '@nestjs/platform-fastify';
import { jsonSchemaOf, type DtoClass } from '../openapi/json-schema-of';
import { DocumentedQuery } from './documented-query.decorator';

/** Checks the query by compiled JSON Schema before the handler runs: for routes where a pipe would be too slow. */
export function ValidQuery(type: DtoClass): MethodDecorator {
  return applyDecorators(RouteSchema({ querystring: jsonSchemaOf(type) }), DocumentedQuery(type));
}
