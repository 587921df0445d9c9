import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Checks that a value maps names to strengths in [0, 1]. */
export function IsFacetMap(options?: ValidationOptions): PropertyDecorator {
  const defaultMessage = (): string => '$property must map facet names to numbers from 0 to 1';
  return ValidateBy({ name: 'isFacetMap', validator: { validate: isFacetMap, defaultMessage } }, options);
}

function isFacetMap(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => typeof one === 'number' && one >= 0 && one <= 1);
}
