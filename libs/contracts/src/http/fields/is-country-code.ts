import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isCountryCode } from '../../records/country-code';

const MESSAGE = '$property must be a country of ISO 3166-1 alpha-2, such as GB (not UK)';

/** A country of ISO 3166-1 alpha-2, upper case. */
export function IsCountryCode(options: ValidationOptions = {}): PropertyDecorator {
  return ValidateBy(
    { name: 'isCountryCode', validator: { validate: isCountryCode } },
    { message: MESSAGE, ...options },
  );
}
