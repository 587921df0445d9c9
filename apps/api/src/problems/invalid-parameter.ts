import type { FieldErrorDto } from '@keyart/contracts';
import { ProblemException } from './problem.exception';

/** The 400 problem of an address whose parameters are at fault. */
export function invalidParameter(errors: readonly FieldErrorDto[]): ProblemException {
  const detail = errors.map((error) => `${error.field} ${error.detail}`).join('; ');
  return new ProblemException('invalid-parameter', detail, { errors });
}
