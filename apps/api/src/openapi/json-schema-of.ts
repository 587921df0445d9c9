import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';
import { descriptionOf } from '@keyart/contracts';
import type { JsonSchema } from './json-schema';
import { schemaOfConstraint } from './schema-keywords';

export type DtoClass = new () => object;

/**
 * The JSON Schema of a DTO class, from its class-validator decorators: one source for Ajv on the hot routes,
 * the validation pipe on the others, and the OpenAPI document. Unknown fields are refused.
 */
export function jsonSchemaOf(type: DtoClass): JsonSchema {
  const constraints = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const names = [...new Set(constraints.map(({ propertyName }) => propertyName))];
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const name of names) {
    const own = constraints.filter(({ propertyName }) => propertyName === name);
    properties[name] = schemaOfField(type, name, own);
    if (!own.some(isOptional)) required.push(name);
  }
  return {
    type: 'object',
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function schemaOfField(type: DtoClass, name: string, own: readonly ValidationMetadata[]): JsonSchema {
  const description = descriptionOf(type, name);
  const base = own.filter((one) => !one.each && !isOptional(one)).map((one) => schemaOfMetadata(type, one));
  const each = own.filter((one) => one.each).map((one) => schemaOfMetadata(type, one));
  const schema: JsonSchema = Object.assign(
    {},
    ...base,
    each.length > 0 && { items: Object.assign({}, ...each) },
  );
  return { ...schema, ...(own.some(isOptional) && nullable(schema)), ...(description && { description }) };
}

function schemaOfMetadata(type: DtoClass, metadata: ValidationMetadata): JsonSchema {
  if (metadata.type !== ValidationTypes.NESTED_VALIDATION)
    return schemaOfConstraint(metadata.name ?? metadata.type, metadata.constraints?.[0]);
  const nested = defaultMetadataStorage.findTypeMetadata(type, metadata.propertyName)?.typeFunction();
  if (!nested) throw new Error(`${type.name}.${metadata.propertyName} needs @Type`);
  return jsonSchemaOf(nested as DtoClass);
}

function isOptional({ type }: ValidationMetadata): boolean {
  return type === ValidationTypes.CONDITIONAL_VALIDATION;
}

function nullable(schema: JsonSchema): JsonSchema {
  return { nullable: true, ...(schema.enum && { enum: [...schema.enum, null] }) };
}
