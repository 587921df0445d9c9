import type { FastifySchemaValidationError } from 'fastify/types/schema';
import { invalidBody } from '../problems/invalid-body';
import { invalidParameter } from '../problems/invalid-parameter';
import type { ProblemException } from '../problems/problem.exception';
import { faultsOfSchemaErrors } from './schema-faults';

/** @param part of the request that does not fit its schema: `body`, or `querystring` */
export function problemOfSchemaErrors(
  errors: readonly FastifySchemaValidationError[],
  part: string,
): ProblemException {
  const faults = faultsOfSchemaErrors(errors);
  return part === 'querystring' ? invalidParameter(faults) : invalidBody(faults);
}
