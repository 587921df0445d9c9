import type { FieldErrorDto } from '@keyart/contracts';
import { ProblemException } from './problem.exception';

/** Enough to mend a body by; a list of all would make long answers of short requests. */
const MAX_SHOWN = 100;

/** The 400 problem of a body whose fields are at fault. */
export function invalidBody(errors: readonly FieldErrorDto[]): ProblemException {
  const [first] = errors;
  const detail = first ? `${first.field || 'body'}: ${first.detail}` : 'the body does not fit';
  return new ProblemException('invalid-body', detail, { errors: errors.slice(0, MAX_SHOWN) });
}
