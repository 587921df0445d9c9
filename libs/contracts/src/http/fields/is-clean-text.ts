import { IsString, Matches, MaxLength, MinLength, type ValidationOptions } from 'class-validator';
import { allOf } from './all-of';

/** NUL cannot be stored in PostgreSQL, and half a surrogate pair is not text. Ranges, not classes: every language's engine knows them. */
const CLEAN_TEXT = /^[^\u0000\ud800-\udfff]*$/u;

/** Length limits in characters, and class-validator's own options. */
export interface TextLimits extends ValidationOptions {
  readonly minLength?: number;
  readonly maxLength: number;
}

/** A text of well-formed Unicode without NUL, within the limits. */
export function IsCleanText({ minLength = 0, maxLength, ...options }: TextLimits): PropertyDecorator {
  const message = '$property must be well-formed Unicode without NUL characters';
  return allOf(
    IsString(options),
    ...(minLength > 0 ? [MinLength(minLength, options)] : []),
    MaxLength(maxLength, options),
    Matches(CLEAN_TEXT, { ...options, message }),
  );
}
