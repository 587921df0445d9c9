import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { jsonSchemaOf, type DtoClass } from './json-schema-of';

/** Lists a query's parameters in the OpenAPI document, as their DTO class has them. */
export function ApiQueryOf(type: DtoClass): MethodDecorator {
  const { properties = {}, required = [] } = jsonSchemaOf(type);
  const parameters = Object.entries(properties).map(([name, { description, ...schema }]) =>
    ApiQuery({ name, required: required.includes(name), description, schema: schema as object }),
  );
  return applyDecorators(...parameters);
}
