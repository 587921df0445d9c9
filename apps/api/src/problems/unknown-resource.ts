import { ProblemException } from './problem.exception';

/** The value, or the 404 problem that names what is missing. */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value !== null && value !== undefined) return value;
  throw new ProblemException('unknown-resource', `there is no such ${what}`);
}
