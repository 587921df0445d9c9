import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isLanguageCode } from '../../records/language-code';

const MESSAGE = '$property must be a language of ISO 639-1, such as de';

/** A language of ISO 639-1, lower case. */
export function IsLanguageCode(options: ValidationOptions = {}): PropertyDecorator {
  return ValidateBy(
    { name: 'isLanguageCode', validator: { validate: isLanguageCode } },
    { message: MESSAGE, ...options },
  );
}
