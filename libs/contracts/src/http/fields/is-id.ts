import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { allOf } from './all-of';

/** Longest id of a member, title, artwork or event, in characters. */
export const MAX_ID_LENGTH = 128;

/** Any printable text: no control characters, no half surrogate pairs. */
export const ID_PATTERN = /^[^\u0000-\u001f\u007f-\u009f\ud800-\udfff]+$/u;

/** Ids that this service keeps as given in URLs and log rows. */
export const SLUG_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]*$/u;

const identifier = (pattern: RegExp, message: string): PropertyDecorator =>
  allOf(IsString(), MinLength(1), MaxLength(MAX_ID_LENGTH), Matches(pattern, { message }));

/** An id of somebody else's making: 1–128 characters without control characters or half surrogate pairs. */
export function IsId(): PropertyDecorator {
  return identifier(ID_PATTERN, '$property must not hold control characters or half surrogate pairs');
}

/** An id that goes into URLs: letters, digits, `.`, `_`, `-`, beginning with a letter or digit. */
export function IsSlug(): PropertyDecorator {
  return identifier(SLUG_PATTERN, '$property must be letters, digits, ".", "_" or "-"');
}
