import { COUNTRY_CODES } from '@keyart/contracts';
import type { JsonSchema } from './json-schema';

type ToSchema = (argument: never) => JsonSchema;

const STRENGTH: JsonSchema = { type: 'number', minimum: 0, maximum: 1 };

/** class-validator's constraint names → JSON Schema. */
const KEYWORDS: Readonly<Record<string, ToSchema>> = {
  isString: () => ({ type: 'string' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  isArray: () => ({ type: 'array' }),
  isObject: () => ({ type: 'object' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isInstant: () => ({ type: 'string', format: 'date-time' }),
  isIso8601: () => ({ type: 'string' }),
  isCountryCode: () => ({ type: 'string', enum: COUNTRY_CODES }),
  isLanguageCode: () => ({ type: 'string', pattern: '^[a-z]{2}$' }),
  isFacetMap: () => ({ type: 'object', additionalProperties: STRENGTH }),
  isNotEmpty: () => ({ minLength: 1 }),
  isIn: (values: readonly string[]) => ({ type: 'string', enum: values }),
  matches: (pattern: RegExp) => ({ pattern: pattern.source }),
  min: (minimum: number) => ({ minimum }),
  max: (maximum: number) => ({ maximum }),
  minLength: (minLength: number) => ({ minLength }),
  maxLength: (maxLength: number) => ({ maxLength }),
  arrayMinSize: (minItems: number) => ({ minItems }),
  arrayMaxSize: (maxItems: number) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/** The schema of one class-validator constraint; an unknown one fails at start, so that none is silently dropped. */
export function schemaOfConstraint(name: string, argument: unknown): JsonSchema {
  const toSchema = KEYWORDS[name];
  if (!toSchema) throw new Error(`no JSON Schema is known for the constraint ${name}`);
  return toSchema(argument as never);
}
