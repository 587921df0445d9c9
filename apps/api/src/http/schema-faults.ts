import type { FieldErrorDto } from '@keyart/contracts';
import type { FastifySchemaValidationError } from 'fastify/types/schema';

const MAX_SHOWN_LENGTH = 100;

/** Ajv's errors as fields of the body, e.g. `titles[3].row`. */
export function faultsOfSchemaErrors(errors: readonly FastifySchemaValidationError[]): FieldErrorDto[] {
  return errors.map((error) => ({ field: fieldOf(error), detail: detailOf(error) }));
}

function fieldOf({ instancePath, keyword, params }: FastifySchemaValidationError): string {
  const path = instancePath
    .split('/')
    .slice(1)
    .reduce((parent, part) => appendField(parent, part.replaceAll('~1', '/').replaceAll('~0', '~')), '');
  if (keyword === 'required') return appendField(path, String(params.missingProperty));
  if (keyword === 'additionalProperties') return appendField(path, String(params.additionalProperty));
  return path;
}

/** The path of a field within a parent: `titles` + `3` is `titles[3]`. */
export function appendField(parent: string, part: string): string {
  if (/^\d+$/.test(part)) return `${parent}[${part}]`;
  const shown = part.slice(0, MAX_SHOWN_LENGTH);
  return parent === '' ? shown : `${parent}.${shown}`;
}

function detailOf({ keyword, params, message = 'does not fit' }: FastifySchemaValidationError): string {
  switch (keyword) {
    case 'required':
      return 'is missing';
    case 'additionalProperties':
      return 'is not a field of this body';
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).filter((one) => one !== null).join(', ')}`;
    case 'pattern':
      return 'has characters that are not allowed here, or not the form asked for';
    case 'format':
      return `must be a ${String(params.format)}`;
    default:
      return message;
  }
}
