import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { JsonSchema } from '../openapi/json-schema';
import { jsonSchemaOf, type DtoClass } from '../openapi/json-schema-of';

/** Shows a query's parameters in the API document; checks nothing. */
export function DocumentedQuery(type: DtoClass): MethodDecorator {
  const schema = jsonSchemaOf(type);
  const parameters = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    ApiQuery({
      name,
      required: schema.required?.includes(name) ?? false,
      description: property.description,
      schema: parameterSchemaOf(property) as object,
    }),
  );
  return applyDecorators(...parameters);
}

/** A parameter is there or not; null is no text of an address. */
function parameterSchemaOf(property: JsonSchema): JsonSchema {
  const { type, pattern, minLength, maxLength, minimum, maximum } = property;
  const values = property.enum?.filter((value) => value !== null);
  return { type, pattern, minLength, maxLength, minimum, maximum, enum: values };
}
