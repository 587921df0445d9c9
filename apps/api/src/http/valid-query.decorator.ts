import { applyDecorators } from '@nestjs/common';
import { RouteSchema } from '@nestjs/platform-fastify';
import { ApiQuery } from '@nestjs/swagger';
import type { JsonSchema } from '../openapi/json-schema';
import { jsonSchemaOf, type DtoClass } from '../openapi/json-schema-of';

/** Checks the query by compiled JSON Schema before the handler runs: for routes where a pipe would be too slow. */
export function ValidQuery(type: DtoClass): MethodDecorator {
  const schema = jsonSchemaOf(type);
  const parameters = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    ApiQuery({
      name,
      required: schema.required?.includes(name) ?? false,
      description: property.description,
      schema: parameterSchemaOf(property) as object,
    }),
  );
  return applyDecorators(RouteSchema({ querystring: schema }), ...parameters);
}

/** A parameter is there or not; null is no text of an address. */
function parameterSchemaOf(property: JsonSchema): JsonSchema {
  const { type, pattern, minLength, maxLength } = property;
  const values = property.enum?.filter((value) => value !== null);
  return { type, pattern, minLength, maxLength, enum: values };
}
